import { comparedStep, stepAfter } from '../../view/step-order.ts';
import type { Meeting } from '../store/session.ts';
import { setSession, useStore } from '../store/store.ts';
import { viewsNow } from './change-views.ts';
import { closeLive } from './present-live.ts';
import { showExtent, showView } from './show-view.ts';

/** The session as it was before the presentation: it is there again afterwards. */
let before: ReturnType<typeof useStore.getState>['session'] | undefined;

/** Opens the step 汇报; the map goes on showing what was looked at. */
export function switchReporting(): void {
  setSession({ isReporting: true });
}

/** Starts the presentation at a step, on the whole screen where the browser lets it. */
export async function startPresenting(at = 0): Promise<void> {
  const views = viewsNow();
  if (views.length === 0) return;
  before = useStore.getState().session;
  setSession({
    meeting: {
      at: stepAfter(at, 0, views.length),
      isBlack: false,
      hasPointer: false,
      hasHelp: false,
      comparedTo: undefined,
      isLive: false,
      startedAt: Date.now(),
    },
    selected: undefined,
    hoveredDistrict: undefined,
    placingHousing: undefined,
  });
  await switchFullscreen(true);
  await showStep();
}

/** Back to the page as it was. What was tried out is taken back first. */
export async function stopPresenting(): Promise<void> {
  await closeLive();
  await switchFullscreen(false);
  const { language } = useStore.getState().session;
  if (before) setSession({ ...before, language, meeting: undefined });
  before = undefined;
}

export function changeMeeting(change: Partial<Meeting>): void {
  const { meeting } = useStore.getState().session;
  if (meeting) setSession({ meeting: { ...meeting, ...change } });
}

/** Goes to a step; one that is not there is the first or the last. */
export async function goToStep(wanted: number): Promise<void> {
  const { meeting } = useStore.getState().session;
  if (!meeting) return;
  const at = stepAfter(wanted, 0, viewsNow().length);
  changeMeeting({ at, isBlack: false, comparedTo: undefined });
  if (at !== meeting.at) await showStep();
}

/** The map back where the step has it. */
export function goHome(): void {
  const view = viewsNow()[useStore.getState().session.meeting?.at ?? 0];
  if (view) showExtent(view);
}

/** Lays the picture of the step before over the map, or takes it away. */
export function switchComparison(): void {
  const { meeting } = useStore.getState().session;
  if (!meeting) return;
  const other = comparedStep(meeting.at, viewsNow().length);
  changeMeeting({ comparedTo: meeting.comparedTo === undefined ? other : undefined });
}

/** Some browsers and windows refuse; the presentation then fills the window. */
export async function switchFullscreen(isOn: boolean): Promise<void> {
  const isFull = globalThis.document.fullscreenElement !== null;
  if (isOn === isFull) return;
  try {
    await (isOn
      ? globalThis.document.documentElement.requestFullscreen()
      : globalThis.document.exitFullscreen());
  } catch (error) {
    console.info('fullscreen', (error as Error).message);
  }
}

async function showStep(): Promise<void> {
  const view = viewsNow()[useStore.getState().session.meeting?.at ?? 0];
  if (view) await showView(view);
}
