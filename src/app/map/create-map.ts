import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { baseStyle, FONT_FAMILY } from '../../view/map-style.ts';
import type { MapView } from '../../view/shared-view.ts';

setWorkerUrl(workerUrl);

/** The one map of the page. Undefined where the machine has no WebGL 2: tables and charts do without. */
export function createMap(container: HTMLElement, view: MapView | undefined): MapLibreMap | undefined {
  if (!document.createElement('canvas').getContext('webgl2')) return undefined;
  try {
    const map = new MapLibreMap({
      container,
      style: baseStyle(),
      center: view ? [view.lng, view.lat] : [104, 35],
      zoom: view?.zoom ?? 3,
      maxZoom: 18,
      attributionControl: false,
      localIdeographFontFamily: FONT_FAMILY,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-left');
    return map;
  } catch {
    return undefined;
  }
}
