import type { ProjectSettings } from '../core/project/project.ts';

/** Sizes of the cells that are offered, coarse to fine, with the mean length of an edge in metres (H3 tables). */
export const RESOLUTIONS: readonly { resolution: number; edgeMeters: number }[] = [
  { resolution: 8, edgeMeters: 531 },
  { resolution: 9, edgeMeters: 201 },
  { resolution: 10, edgeMeters: 76 },
  { resolution: 11, edgeMeters: 29 },
];

export type ResolutionSetting = ProjectSettings['resolution'];

/** A select holds texts: `own`, `points`, or the number. */
export function readResolution(text: string): ResolutionSetting {
  return text === 'own' || text === 'points' ? text : Number(text);
}
