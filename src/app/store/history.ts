import type { OpenSource } from '../../core/project/load.ts';
import type { DocumentState } from './document.ts';

/** What the user did to the project, by the key of its words (`screen.deed.*`). */
export type Deed =
  | 'limit'
  | 'detour'
  | 'catchment'
  | 'standards'
  | 'override'
  | 'entered'
  | 'speed'
  | 'minutes'
  | 'profile'
  | 'resolution'
  | 'import'
  | 'remove'
  | 'rename'
  | 'sample'
  | 'project'
  | 'forecast';

/** The project on the other side of a deed. Sources by reference: a step costs no more than its settings. */
export interface HistoryStep {
  deed: Deed;
  document: DocumentState;
  sources: OpenSource[];
  /** When the deed was last done, milliseconds. */
  at: number;
}

export interface History {
  /** The project before each deed, the latest last. */
  past: HistoryStep[];
  /** The project after each deed that was undone, the next to be redone last. */
  future: HistoryStep[];
}

export const NO_HISTORY: History = { past: [], future: [] };

const MOST_STEPS = 50;

/** A slider that is dragged does one deed, not fifty. */
const SAME_DEED_MILLISECONDS = 1500;

/** The history after a deed; `before` is the project as it was until then. */
export function afterDeed(history: History, before: HistoryStep): History {
  const last = history.past.at(-1);
  const isSettings = !['import', 'remove', 'sample', 'project'].includes(before.deed);
  if (last && isSettings && last.deed === before.deed && before.at - last.at < SAME_DEED_MILLISECONDS) {
    return { past: [...history.past.slice(0, -1), { ...last, at: before.at }], future: [] };
  }
  return { past: [...history.past, before].slice(-MOST_STEPS), future: [] };
}
