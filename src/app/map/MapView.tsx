import { useEffect, useRef, useState } from 'react';
import { formatView, parseView } from '../../view/shared-view.ts';
import { useWords } from '../compute/use-words.ts';
import { setSession } from '../store/store.ts';
import { createMap } from './create-map.ts';
import styles from './MapView.module.css';
import { MapController } from './map-controller.ts';
import { useMapClicks } from './use-map-clicks.ts';
import { useMapContent } from './use-map-content.ts';

/** The map: one instance for the life of the page. What it shows comes from `use-map-content.ts`. */
export default function MapView() {
  const { say } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<MapController>();

  useEffect(() => {
    if (!element.current) return;
    const view = parseView(window.location.hash);
    const map = createMap(element.current, view);
    if (!map) {
      setSession({ mapUnavailable: true });
      return;
    }
    const host = element.current;
    map.once('load', () => setController(new MapController(map, host)));
    map.on('moveend', (event) => {
      // Only what the user did: a view that the page chose is not worth an address.
      if (!event.originalEvent) return;
      const { lng, lat } = map.getCenter();
      window.history.replaceState(null, '', formatView({ lng, lat, zoom: map.getZoom() }));
    });
    return () => map.remove();
  }, []);

  useEffect(() => {
    controller?.map.getCanvas().setAttribute('aria-label', say('screen.map.label'));
  }, [controller, say]);

  useMapContent(controller);
  useMapClicks(controller);

  return (
    <div className={styles.frame}>
      <div ref={element} className={styles.map} data-testid="map" data-idle="false" />
      <div className={styles.crosshair} aria-hidden="true" />
    </div>
  );
}
