import { useEffect, useRef } from 'react';
import { type PresentDeed, presentDeed } from '../../../view/present-keys.ts';
import {
  changeMeeting,
  goHome,
  goToStep,
  stopPresenting,
  switchComparison,
  switchFullscreen,
} from '../../actions/present.ts';
import { closeLive, openLive } from '../../actions/present-live.ts';
import type { Meeting } from '../../store/session.ts';
import { useStore } from '../../store/store.ts';

/** Takes every key before the page does: those of the presentation are done, all others do nothing to the project. */
export function usePresentKeys(openSpeaker: () => void): void {
  const speak = useRef(openSpeaker);
  speak.current = openSpeaker;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { meeting } = useStore.getState().session;
      if (!meeting || belongsToControl(event, meeting)) return;
      event.stopPropagation();
      // With a modifier it is the browser's: reloading, zooming, leaving.
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const deed = presentDeed(event.key);
      if (!deed) return;
      event.preventDefault();
      void perform(deed, meeting, speak.current);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

const PRESSING = ['Enter', ' ', 'Tab'];
const SLIDING = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** Keys of the button or slider that has the focus; while something is tried out, all but those that lead on. */
function belongsToControl({ key, target }: KeyboardEvent, meeting: Meeting): boolean {
  if (meeting.isLive) return !['Escape', 'PageDown', 'PageUp'].includes(key);
  if (key === 'Tab') return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('button')) return PRESSING.includes(key);
  return target.getAttribute('role') === 'slider' && SLIDING.includes(key);
}

async function perform(deed: PresentDeed, meeting: Meeting, openSpeaker: () => void): Promise<void> {
  if (deed.deed === 'leave') return leave(meeting);
  if (deed.deed === 'speaker') return openSpeaker();
  if (deed.deed === 'fullscreen') return switchFullscreen(document.fullscreenElement === null);
  if (deed.deed === 'live') return openLive();
  if (deed.deed === 'home') return goHome();
  if (deed.deed === 'compare') return switchComparison();
  if (deed.deed === 'black') return changeMeeting({ isBlack: !meeting.isBlack });
  if (deed.deed === 'pointer') return changeMeeting({ hasPointer: !meeting.hasPointer });
  if (deed.deed === 'help') return changeMeeting({ hasHelp: !meeting.hasHelp });
  await closeLive();
  await goToStep(stepOf(deed, meeting.at));
}

function stepOf(deed: PresentDeed, at: number): number {
  if (deed.deed === 'by') return at + deed.steps;
  if (deed.deed === 'to') return deed.step;
  return deed.deed === 'last' ? Number.MAX_SAFE_INTEGER : 0;
}

/** Closes what lies on top; with nothing on top, the presentation. */
async function leave(meeting: Meeting): Promise<void> {
  if (meeting.isLive) return closeLive();
  if (meeting.hasHelp) return changeMeeting({ hasHelp: false });
  if (meeting.isBlack) return changeMeeting({ isBlack: false });
  if (meeting.comparedTo !== undefined) return changeMeeting({ comparedTo: undefined });
  await stopPresenting();
}
