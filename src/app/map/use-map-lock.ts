import { useEffect } from 'react';
import { useStore } from '../store/store.ts';
import type { MapController } from './map-controller.ts';

/**
 * In a meeting the arrow keys belong to the steps and a double click does nothing; while a picture lies over the map, the map
 * does not move under it.
 */
export function useMapLock(controller: MapController | undefined): void {
  const isMeeting = useStore(({ session }) => session.meeting !== undefined);
  const isCompared = useStore(({ session }) => session.meeting?.comparedTo !== undefined);
  useEffect(() => {
    if (!controller) return;
    const { map } = controller;
    for (const handler of [map.keyboard, map.doubleClickZoom, map.boxZoom]) {
      if (isMeeting) handler.disable();
      else handler.enable();
    }
    for (const handler of [map.dragPan, map.scrollZoom, map.touchZoomRotate]) {
      if (isCompared) handler.disable();
      else handler.enable();
    }
    // Enabling brings rotation back with it.
    map.keyboard.disableRotation();
    map.touchZoomRotate.disableRotation();
    map.getCanvas().tabIndex = isMeeting ? -1 : 0;
  }, [controller, isMeeting, isCompared]);
}
