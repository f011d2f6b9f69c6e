import type { MapView } from '../../view/shared-view.ts';
import type { Insets, Room } from '../../view/step-extent.ts';

/** What actions may ask of the map without knowing it. */
export interface MapCamera {
  where(): MapView;
  room(): Room;
  /** Goes there at once; the position lies so many pixels off the middle of the map. */
  go(view: MapView, offset: { x: number; y: number }): void;
  /** Where the map is, so many pixels off its middle. */
  at(offset: { x: number; y: number }): { lng: number; lat: number };
  /** Done when everything said to the map so far has been drawn. */
  settled(): Promise<void>;
  /** The map as it is drawn now, a PNG. */
  picture(): Promise<Blob>;
}

let camera: MapCamera | undefined;

/** The map says that it is there; undefined when it is gone. */
export function setCamera(next: MapCamera | undefined): void {
  camera = next;
}

/** The camera of the page's map; undefined where there is none, or not yet. */
export function theCamera(): MapCamera | undefined {
  return camera;
}

/** What the panels leave of the map. */
export function insetsNow(session: { leftOpen: boolean; rightOpen: boolean; meeting: unknown }): Insets {
  if (session.meeting) {
    // The column of the meeting is 30 % of the window (present/Meeting.module.css).
    const column = Math.round(globalThis.innerWidth * 0.3);
    return { left: column + 12, right: 12, top: 12, bottom: 40 };
  }
  return { left: session.leftOpen ? 352 : 12, right: session.rightOpen ? 392 : 12, top: 12, bottom: 12 };
}
