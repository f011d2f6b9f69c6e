import { create } from 'zustand';
import type { Gathered } from '../../../workers/protocol.ts';
import type { SaveState } from '../storage/autosave.ts';
import { type Cache, cache, loadedData } from './cache.ts';
import { type DocumentState, EMPTY_DOCUMENT } from './document.ts';
import { type History, NO_HISTORY } from './history.ts';
import type { ImportDraft } from './import-draft.ts';
import { IDLE_JOBS, type Job, type JobName, type Jobs } from './jobs.ts';
import { FIRST_SESSION, type SessionState } from './session.ts';

export interface AppState {
  document: DocumentState;
  session: SessionState;
  jobs: Jobs;
  importing: ImportDraft | undefined;
  history: History;
  /** Whether what is on screen also lies in the browser. */
  saving: SaveState;
  /** Counts up whenever something in the cache changes. */
  revision: Record<keyof Cache, number>;
}

export const useStore = create<AppState>(() => ({
  document: EMPTY_DOCUMENT,
  session: FIRST_SESSION,
  jobs: IDLE_JOBS,
  importing: undefined,
  history: NO_HISTORY,
  saving: { state: 'nothing' },
  revision: {
    sources: 0,
    overview: 0,
    gathered: 0,
    coverage: 0,
    standards: 0,
    route: 0,
    area: 0,
    catchment: 0,
    robust: 0,
    circle: 0,
    capacity: 0,
    fairness: 0,
    future: 0,
    inspections: 0,
    projects: 0,
  },
}));

export function setSession(change: Partial<SessionState>): void {
  useStore.setState(({ session }) => ({ session: { ...session, ...change } }));
}

export function setDocument(change: Partial<DocumentState>): void {
  useStore.setState(({ document }) => ({ document: { ...document, ...change } }));
}

export function setJob(name: JobName, job: Job): void {
  useStore.setState(({ jobs }) => ({ jobs: { ...jobs, [name]: job } }));
}

export function setSaving(saving: SaveState): void {
  useStore.setState({ saving });
}

export function setImporting(importing: ImportDraft | undefined): void {
  useStore.setState({ importing });
}

/** Puts something into the cache and tells those who draw it. */
export function put<K extends keyof Cache>(name: K, value: Cache[K]): void {
  cache[name] = value;
  useStore.setState(({ revision }) => ({ revision: { ...revision, [name]: revision[name] + 1 } }));
}

/** What is in the cache now, for components: drawn again when it changes. */
export function useCached<K extends keyof Cache>(name: K): Cache[K] {
  useStore((state) => state.revision[name]);
  return cache[name];
}

/** The same for whatever is loaded, whole or not. */
export function useLoaded(): Gathered | undefined {
  useCached('overview');
  useCached('gathered');
  return loadedData();
}
