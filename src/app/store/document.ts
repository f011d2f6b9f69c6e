import type { ProjectSettings } from '../../core/project/project.ts';
import type { Mapping } from '../../core/table/mapping.ts';

/** The project as it is saved, without the bytes of its files: those lie in the cache, in the same order. */
export interface DocumentState {
  name: string;
  /** Shown beside the name, for example that a city is made up. */
  note: string | undefined;
  sources: { files: string[]; mapping: Mapping }[];
  settings: ProjectSettings;
}

export const DEFAULT_SETTINGS: ProjectSettings = {
  resolution: 'own',
  detourFactor: 1.3,
  limits: {},
  standards: [{ id: 'cn14-elder-land-per-person', catchmentMeters: 1000 }],
};

export const EMPTY_DOCUMENT: DocumentState = {
  name: '',
  note: undefined,
  sources: [],
  settings: DEFAULT_SETTINGS,
};
