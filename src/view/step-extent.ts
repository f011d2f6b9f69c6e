import type { ViewExtent } from '../core/project/views.ts';

/** What lies over the edges of the map, pixels. */
export interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Room {
  width: number;
  height: number;
}

/** What is left of a map between the panels; at least a small square, however narrow the window. */
export function roomBetween({ width, height }: Room, insets: Insets): Room {
  return {
    width: Math.max(80, width - insets.left - insets.right),
    height: Math.max(80, height - insets.top - insets.bottom),
  };
}

/** How far the middle of that room lies right of and below the middle of the map, pixels. */
export function middleOffset({ left, right, top, bottom }: Insets): { x: number; y: number } {
  return { x: (left - right) / 2, y: (top - bottom) / 2 };
}

/**
 * The zoom at which a kept extent is seen whole in another room: nothing that was seen is cut off. Twice the room is one
 * level more.
 */
export function zoomFor({ zoom, width, height }: ViewExtent, room: Room): number {
  const factor = Math.min(room.width / width, room.height / height);
  return Math.max(0, Math.min(18, zoom + Math.log2(factor)));
}
