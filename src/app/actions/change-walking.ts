import type { ProjectSettings } from '../../core/project/project.ts';
import { type SpeedGroup, STARTING_SPEEDS, speedIn } from '../../core/project/walking-speeds.ts';
import { nextMinutes } from '../../view/minutes.ts';
import { setSession, useStore } from '../store/store.ts';
import { runCoverage } from './run-coverage.ts';
import { reopenWith, setSettings } from './settings.ts';

const walkingNow = () => useStore.getState().document.settings.walking;

/** How fast people walk, all of them or one group: it makes metres of minutes. Answers while it is dragged. */
export async function changeSpeed(metersPerSecond: number, walkers?: SpeedGroup): Promise<void> {
  if (!(metersPerSecond >= 0.2 && metersPerSecond <= 3)) return;
  const walking = walkingNow();
  const change = walkers
    ? { speeds: { ...walking.speeds, [walkers]: metersPerSecond } }
    : { metersPerSecond, speeds: {} };
  setSettings({ walking: { ...walking, ...change } }, 'speed');
  await runCoverage();
}

/** One speed for everybody, beginning with that of those who are asked about; or one for each group of people. */
export async function shareSpeed(isShared: boolean, walkers: SpeedGroup): Promise<void> {
  const walking = walkingNow();
  const metersPerSecond = isShared ? speedIn(walking, walkers) : undefined;
  setSettings({ walking: { ...walking, metersPerSecond, speeds: isShared ? {} : STARTING_SPEEDS } }, 'speed');
  await runCoverage();
}

/** Whether limits in minutes stand beside those in metres at all. */
export function switchMinutes(isOn: boolean): Promise<void> {
  return isOn ? addMinutes() : setMinutes([], undefined);
}

/** One more limit in minutes: 15 first, then the next usual one. */
export function addMinutes(): Promise<void> {
  const { minutes } = walkingNow();
  const added = nextMinutes(minutes);
  return setMinutes([...minutes, added], added);
}

/** Moves one of the limits in minutes. They keep their order: one that is passed is pushed along. */
export function changeMinutes(index: number, minutes: number): Promise<void> {
  if (!(minutes > 0 && minutes <= 120)) return Promise.resolve();
  const former = walkingNow().minutes;
  const next = former.map((one, k) => {
    if (k === index) return minutes;
    return k < index ? Math.min(one, minutes) : Math.max(one, minutes);
  });
  const { limitMinutes } = useStore.getState().session;
  return setMinutes(next, limitMinutes === undefined ? minutes : next[former.indexOf(limitMinutes)]);
}

export function removeMinutes(index: number): Promise<void> {
  const { minutes } = walkingNow();
  const { limitMinutes } = useStore.getState().session;
  const next = minutes.filter((_, k) => k !== index);
  const chosen = limitMinutes !== undefined && next.includes(limitMinutes) ? limitMinutes : next.at(-1);
  return setMinutes(next, chosen);
}

/** `chosen`: the one that the finding is about. */
async function setMinutes(minutes: number[], chosen: number | undefined): Promise<void> {
  setSettings({ walking: { ...walkingNow(), minutes: [...minutes].sort((a, b) => a - b) } }, 'minutes');
  setSession({ limitMinutes: chosen });
  await runCoverage();
}

/** Who walks decides which ways are open: the streets are made ready anew. */
export function changeProfile(profile: ProjectSettings['walking']['profile']): Promise<void> {
  return reopenWith({ walking: { ...walkingNow(), profile } }, 'profile');
}
