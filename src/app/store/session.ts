import type { ServiceId } from '../../core/dataset/services.ts';
import type { AccessKernel } from '../../core/project/access-kernel.ts';
import type { CapacityQuestion } from '../../core/project/capacity.ts';
import type { FairnessQuestion } from '../../core/project/fairness.ts';
import type { SupplyId } from '../../core/project/supply-choice.ts';
import type { ReadingName } from '../../view/coverage-finding.ts';
import type { Language } from '../../view/words/index.ts';
import type { WorkFilter } from '../../view/work-list.ts';

/** What is looked at: not saved, not part of the project. */
export interface SessionState {
  language: Language;
  step: Step;
  service: ServiceId | undefined;
  group: string | undefined;
  /** Which of the service's limits the finding is about. */
  limitIndex: number;
  /** The time the finding is about instead, where one is chosen. */
  limitMinutes: number | undefined;
  reading: ReadingName;
  /** What the cells show in the coverage step. */
  cellMode: 'distance' | 'choice' | 'difference';
  /** Whether one service is looked at, or how complete the circle of many is. */
  subject: 'service' | 'circle';
  /** Asks one question in every fair way, and shows what holds in all of them. */
  isRobust: boolean;
  /** Services of the circle; undefined: all that are open. */
  circleServices: ServiceId[] | undefined;
  circleMinutes: number;
  /** What kind of shortfall is looked at. */
  shortfallSubject: ShortfallSubject;
  /** How places are given out and shared, and what of it the map shows. */
  capacity: CapacityChoice;
  /** What is compared when fairness is looked at. */
  fairnessValue: FairnessQuestion['value'];
  /** The year to come that map and table show; undefined: the last. */
  futureYear: number | undefined;
  /** Number of the new housing that waits for a press on the map. */
  placingHousing: number | undefined;
  /** The standard that is looked at; undefined: the list of all. */
  standardId: string | undefined;
  /** Which lines of the list of work are shown, and in which order. */
  work: Omit<WorkFilter, 'district'> & { by: 'people' | 'amount' };
  /** The dialog in which standards are chosen is open. */
  choosingStandards: boolean;
  /** What the map shows in the shortfall step. */
  shortfallMode: 'districts' | 'cells';
  /** Level of the table by district; undefined when there are no districts. */
  level: string | undefined;
  selected: Selection | undefined;
  hoveredDistrict: number | undefined;
  leftOpen: boolean;
  rightOpen: boolean;
  /** File whose unusable rows are being read. */
  issuesOf: string | undefined;
  /** The list of projects kept in this browser is open. */
  projectsOpen: boolean;
  /** The map cannot be drawn on this machine. */
  mapUnavailable: boolean;
}

export interface CapacityChoice {
  mode: 'without' | 'access' | 'use';
  order: CapacityQuestion['order'];
  kernel: AccessKernel;
  /** Undefined, or one that the service has not: its own unit. */
  supply: SupplyId | undefined;
  /** m² that one person needs, by service and supply, where the user has said so. */
  perPerson: Record<string, number>;
}

export const SHORTFALL_SUBJECTS = ['standards', 'capacity', 'fairness', 'future'] as const;

export type ShortfallSubject = (typeof SHORTFALL_SUBJECTS)[number];

export type Step = 'data' | 'coverage' | 'shortfall';

export type Selection =
  | { kind: 'place'; place: number }
  | { kind: 'facility'; row: number }
  | { kind: 'district'; district: number };

/** The browser's language where it is one of ours; Chinese for anything Chinese, English for all others. */
function firstLanguage(): Language {
  return globalThis.navigator?.language?.toLowerCase().startsWith('zh') === false ? 'en' : 'zh';
}

export const FIRST_SESSION: SessionState = {
  language: firstLanguage(),
  step: 'coverage',
  service: undefined,
  group: undefined,
  limitIndex: 0,
  limitMinutes: undefined,
  reading: 'straight',
  cellMode: 'distance',
  subject: 'service',
  isRobust: false,
  circleServices: undefined,
  circleMinutes: 15,
  shortfallSubject: 'standards',
  capacity: {
    mode: 'without',
    order: 'together',
    kernel: { method: '2sfca', decay: 'steps' },
    supply: undefined,
    perPerson: {},
  },
  fairnessValue: 'distance',
  futureYear: undefined,
  placingHousing: undefined,
  standardId: undefined,
  work: { state: 'short', level: 'all', service: 'every', force: 'every', by: 'people' },
  choosingStandards: false,
  shortfallMode: 'districts',
  level: undefined,
  selected: undefined,
  hoveredDistrict: undefined,
  leftOpen: true,
  rightOpen: true,
  issuesOf: undefined,
  projectsOpen: false,
  mapUnavailable: false,
};
