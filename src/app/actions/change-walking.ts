import type { ProjectSettings } from '../../core/project/project.ts';
import { setSession, useStore } from '../store/store.ts';
import { runCoverage } from './run-coverage.ts';
import { reopenWith, setSettings } from './settings.ts';

const walkingNow = () => useStore.getState().document.settings.walking;

/** How fast people walk: it makes metres of minutes. Answers while it is dragged. */
export async function changeSpeed(metersPerSecond: number): Promise<void> {
  if (!(metersPerSecond >= 0.2 && metersPerSecond <= 3)) return;
  setSettings({ walking: { ...walkingNow(), metersPerSecond } }, 'speed');
  await runCoverage();
}

/** A limit in minutes beside those in metres; undefined takes it away. */
export async function changeMinutes(minutes: number | undefined): Promise<void> {
  if (minutes !== undefined && !(minutes > 0 && minutes <= 120)) return;
  setSettings({ walking: { ...walkingNow(), minutes: minutes === undefined ? [] : [minutes] } }, 'minutes');
  setSession({ limitMinutes: minutes });
  await runCoverage();
}

/** Who walks decides which ways are open: the streets are made ready anew. */
export function changeProfile(profile: ProjectSettings['walking']['profile']): Promise<void> {
  return reopenWith({ walking: { ...walkingNow(), profile } }, 'profile');
}
