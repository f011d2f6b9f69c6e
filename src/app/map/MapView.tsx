import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { formatView, type MapView as Place, parseView } from '../../view/shared-view.ts';
import { setCamera } from '../compute/map-camera.ts';
import { useWords } from '../compute/use-words.ts';
import { setSession } from '../store/store.ts';
import { cameraOf } from './camera-of.ts';
import { createMap } from './create-map.ts';
import styles from './MapView.module.css';
import { MapController } from './map-controller.ts';
import { useMapClicks } from './use-map-clicks.ts';
import { useMapContent } from './use-map-content.ts';
import { useMapLock } from './use-map-lock.ts';
import { whenContextIsLost } from './when-context-is-lost.ts';

/**
 * The map: one instance for the life of the page, unless the graphics card drops it; then another takes its place, at the
 * same position. What it shows comes from `use-map-content.ts`.
 */
export default function MapView() {
  const { say } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<MapController>();
  const [lost, setLost] = useState<{ times: number; at: Place | undefined }>({ times: 0, at: undefined });

  useEffect(() => {
    const host = element.current;
    if (!host) return;
    const map = createMap(host, lost.at ?? parseView(window.location.hash));
    if (!map) {
      setSession({ mapUnavailable: true });
      return;
    }
    map.once('load', () => {
      setController(new MapController(map, host, lost.times > 0));
      setCamera(cameraOf(map, host));
    });
    keepAddress(map);
    const release = whenContextIsLost(map, () => {
      const { lng, lat } = map.getCenter();
      const at = { lng, lat, zoom: map.getZoom() };
      host.dataset.idle = 'false';
      setController(undefined);
      setLost(({ times }) => ({ times: times + 1, at }));
    });
    return () => {
      release();
      setCamera(undefined);
      map.remove();
    };
  }, [lost]);

  useEffect(() => {
    controller?.map.getCanvas().setAttribute('aria-label', say('screen.map.label'));
  }, [controller, say]);

  useMapContent(controller);
  useMapClicks(controller);
  useMapLock(controller);

  return (
    <div className={styles.frame}>
      <div ref={element} className={styles.map} data-testid="map" data-idle="false" />
      <div className={styles.crosshair} aria-hidden="true" />
    </div>
  );
}

/** Only what the user did: a view that the page chose is not worth an address. */
function keepAddress(map: MapLibreMap): void {
  map.on('moveend', (event) => {
    if (!event.originalEvent) return;
    const { lng, lat } = map.getCenter();
    window.history.replaceState(null, '', formatView({ lng, lat, zoom: map.getZoom() }));
  });
}
