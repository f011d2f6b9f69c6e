import type { ProjectSettings } from '../../core/project/project.ts';
import { profileStandards } from '../../core/standards/profiles.ts';
import type { StandardOverride } from '../../core/standards/resolved.ts';
import type { Standard } from '../../core/standards/standard.ts';
import type { Deed } from '../store/history.ts';
import { setSession, useStore } from '../store/store.ts';
import { runStandards } from './run-standards.ts';
import { setSettings } from './settings.ts';

const settingsNow = () => useStore.getState().document.settings;

async function change(next: Partial<ProjectSettings>, deed: Deed): Promise<void> {
  setSettings(next, deed);
  await runStandards();
}

/** Judges a standard, or no longer. What was changed about it is gone with it. */
export function switchStandard(id: string, isOn: boolean): Promise<void> {
  const others = settingsNow().standards.filter((one) => one.id !== id);
  if (!isOn && useStore.getState().session.standardId === id) setSession({ standardId: undefined });
  return change({ standards: isOn ? [...others, { id }] : others }, 'standards');
}

/** Adds what a plan switches on: its verified, computable standards that are not judged yet. */
export function adoptProfile(profile: string): Promise<void> {
  const { standards } = settingsNow();
  const known = new Set(standards.map((one) => one.id));
  const fresh = profileStandards(profile).filter((id) => !known.has(id));
  return change({ standards: [...standards, ...fresh.map((id) => ({ id }))] }, 'standards');
}

export function dropAllStandards(): Promise<void> {
  setSession({ standardId: undefined });
  return change({ standards: [] }, 'standards');
}

/** Changes a number of a standard for this project; the library keeps its own. */
export function overrideStandard(id: string, next: Omit<StandardOverride, 'id'>): Promise<void> {
  const standards = settingsNow().standards.map((one) => (one.id === id ? { ...one, ...next } : one));
  return change({ standards }, 'override');
}

/** Back to the numbers of the clause. */
export function resetStandard(id: string): Promise<void> {
  const standards = settingsNow().standards.map((one) => (one.id === id ? { id } : one));
  return change({ standards }, 'override');
}

/** How all standards are judged: reading, borders, year. */
export function changeJudging(
  next: Partial<Pick<ProjectSettings, 'standardsReading' | 'crossBoundary' | 'year'>>,
): Promise<void> {
  return change(next, 'override');
}

/** Writes down a value that no map can answer; undefined takes it away. */
export function enterValue(
  standard: string,
  district: string,
  value: number | boolean | undefined,
): Promise<void> {
  const { entered, year } = settingsNow();
  const others = entered.filter((one) => one.standard !== standard || one.district !== district);
  const fresh =
    value === undefined ? [] : [{ standard, district, value, year: year ?? new Date().getFullYear() }];
  return change({ entered: [...others, ...fresh] }, 'entered');
}

/** A standard of the user's own, judged from now on. */
export function addOwnStandard(standard: Standard): Promise<void> {
  const { customStandards, standards } = settingsNow();
  const others = customStandards.filter((one) => one.id !== standard.id);
  const judged = standards.filter((one) => one.id !== standard.id);
  return change(
    { customStandards: [...others, standard], standards: [...judged, { id: standard.id }] },
    'standards',
  );
}

export function removeOwnStandard(id: string): Promise<void> {
  const { customStandards, standards } = settingsNow();
  setSession({ standardId: undefined });
  return change(
    {
      customStandards: customStandards.filter((one) => one.id !== id),
      standards: standards.filter((one) => one.id !== id),
    },
    'standards',
  );
}
