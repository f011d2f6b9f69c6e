import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapCamera } from '../compute/map-camera.ts';

/** The map in the words of `MapCamera`. */
export function cameraOf(map: MapLibreMap, element: HTMLElement): MapCamera {
  const middle = () => {
    const { clientWidth, clientHeight } = map.getContainer();
    return { x: clientWidth / 2, y: clientHeight / 2 };
  };
  return {
    where() {
      const { lng, lat } = map.getCenter();
      return { lng, lat, zoom: map.getZoom() };
    },
    room() {
      const { clientWidth: width, clientHeight: height } = map.getContainer();
      return { width, height };
    },
    go({ lng, lat, zoom }, offset) {
      map.jumpTo({ center: [lng, lat], zoom });
      map.panBy([-offset.x, -offset.y], { animate: false });
    },
    at(offset) {
      const { x, y } = middle();
      const { lng, lat } = map.unproject([x + offset.x, y + offset.y]);
      return { lng, lat };
    },
    settled: () => untilIdle(element),
    picture: () =>
      new Promise((resolve, reject) => {
        // Only within the event is the drawing still in the canvas.
        map.once('render', () =>
          map
            .getCanvas()
            .toBlob(
              (blob) => (blob ? resolve(blob) : reject(new Error('no picture of the map'))),
              'image/png',
            ),
        );
        map.triggerRepaint();
      }),
  };
}

const LONGEST_MILLISECONDS = 20_000;

/** The controller writes on the map's element when everything is drawn. */
function untilIdle(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const isIdle = () => element.dataset.idle === 'true';
    if (isIdle()) return resolve();
    const timer = setTimeout(done, LONGEST_MILLISECONDS);
    const observer = new MutationObserver(() => isIdle() && done());
    observer.observe(element, { attributes: true, attributeFilter: ['data-idle'] });
    function done(): void {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    }
  });
}
