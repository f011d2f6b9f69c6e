import { useEffect, useMemo, useRef } from 'react';
import type { SpeakerMessage, SpeakerState } from '../../../view/present-message.ts';
import { goToStep } from '../../actions/present.ts';
import { useWords } from '../../compute/use-words.ts';
import { newId } from '../../storage/new-id.ts';
import { useStore } from '../../store/store.ts';

/**
 * Tells the speaker's window what is shown and what comes next, and does what it asks. The windows speak over a channel of the
 * browser: no network. Returns what opens the window, and whether that was allowed.
 */
export function useSpeaker(): () => boolean {
  const name = useMemo(() => `catchment-${newId()}`, []);
  const state = useSpeakerState();
  const latest = useRef(state);
  latest.current = state;
  const channel = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    const opened = new BroadcastChannel(name);
    channel.current = opened;
    opened.onmessage = ({ data }: MessageEvent<SpeakerMessage>) => {
      if (data.kind === 'hello') opened.postMessage({ kind: 'state', state: latest.current });
      const { meeting } = useStore.getState().session;
      if (data.kind === 'go' && meeting) void goToStep(meeting.at + data.by);
    };
    return () => {
      opened.postMessage({ kind: 'end' });
      opened.close();
    };
  }, [name]);
  useEffect(() => {
    channel.current?.postMessage({ kind: 'state', state });
  }, [state]);
  return () => {
    const opened = window.open(`speaker.html#${name}`, name, 'popup,width=900,height=640');
    return opened !== null;
  };
}

function useSpeakerState(): SpeakerState {
  const { say, language } = useWords();
  const meeting = useStore((store) => store.session.meeting);
  const views = useStore((store) => store.document.views);
  return useMemo(() => {
    const at = meeting?.at ?? 0;
    const [view, next] = [views?.[at], views?.[at + 1]];
    const word = (key: string) => say(`present.speaker.${key}`);
    return {
      language,
      startedAt: meeting?.startedAt ?? 0,
      step: say('present.step', { at: at + 1, count: views?.length ?? 0 }),
      name: view?.name ?? '',
      note: view?.note || word('noNote'),
      next: next ? { name: next.name, sentence: next.sentence } : { name: word('last'), sentence: '' },
      words: {
        title: word('title'),
        clock: word('clock'),
        elapsed: word('elapsed'),
        note: word('note'),
        next: word('next'),
        ended: word('ended'),
        back: say('present.previous'),
        forth: say('present.next'),
      },
    };
  }, [meeting, views, say, language]);
}
