import type { ProjectSettings } from '../../core/project/project.ts';
import type { SourceReview } from '../../core/review/edits.ts';
import type { Mapping } from '../../core/table/mapping.ts';

/** The project as it is saved, without the bytes of its files: those lie in the cache, in the same order. */
export interface DocumentState {
  /** Under which it is kept in this browser; '' for nothing, `sample` for the sample city. */
  id: string;
  name: string;
  /** Shown beside the name, for example that a city is made up. */
  note: string | undefined;
  /** The made-up city that comes with the page: it never mixes with one's own data. */
  isSample: boolean;
  sources: { files: string[]; mapping: Mapping; review?: SourceReview }[];
  settings: ProjectSettings;
}

export const DEFAULT_SETTINGS: ProjectSettings = {
  resolution: 'own',
  detourFactor: 1.3,
  limits: {},
  walking: { profile: 'adult', speeds: {}, minutes: [], maxSnapMeters: 400 },
  standards: [{ id: 'cn14-elder-land-per-person', catchmentMeters: 1000 }],
  customStandards: [],
  standardsReading: 'auto',
  crossBoundary: false,
  year: null,
  entered: [],
};

export const EMPTY_DOCUMENT: DocumentState = {
  id: '',
  name: '',
  note: undefined,
  isSample: false,
  sources: [],
  settings: DEFAULT_SETTINGS,
};
