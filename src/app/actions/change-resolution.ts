import type { ResolutionSetting } from '../../view/resolutions.ts';
import { reopenWith } from './settings.ts';

/** Another size of cells, or people judged where they stand. */
export function changeResolution(resolution: ResolutionSetting): Promise<void> {
  return reopenWith({ resolution }, 'resolution');
}
