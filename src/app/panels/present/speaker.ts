import { localeOf } from '../../../view/numbers.ts';
import { type SpeakerMessage, type SpeakerState, stopwatch } from '../../../view/present-message.ts';
import './speaker.css';

/** The speaker's window: clock, elapsed time, the note, what comes next. A page of its own, without React or a dictionary. */
const channel = new BroadcastChannel(window.location.hash.slice(1) || 'catchment');
const root = document.getElementById('speaker');
let state: SpeakerState | undefined;

channel.onmessage = ({ data }: MessageEvent<SpeakerMessage>) => {
  if (data.kind === 'state') show(data.state);
  if (data.kind === 'end' && state) put('ended', state.words.ended);
};
channel.postMessage({ kind: 'hello' });
setInterval(tick, 250);

window.addEventListener('keydown', ({ key }) => {
  if (['ArrowRight', 'PageDown', ' '].includes(key)) go(1);
  if (['ArrowLeft', 'PageUp'].includes(key)) go(-1);
});

function go(by: number): void {
  channel.postMessage({ kind: 'go', by });
}

function show(next: SpeakerState): void {
  if (!state) build();
  state = next;
  document.documentElement.lang = localeOf(next.language);
  document.title = next.words.title;
  const { words } = next;
  for (const key of ['clock', 'elapsed', 'note', 'next', 'back', 'forth'] as const)
    put(`word-${key}`, words[key]);
  put('step', next.step);
  put('name', next.name);
  put('note', next.note);
  put('next', next.next.name);
  put('sentence', next.next.sentence);
  put('ended', '');
  tick();
}

function tick(): void {
  if (!state) return;
  const now = new Date();
  put('clock', now.toLocaleTimeString(localeOf(state.language), { hour: '2-digit', minute: '2-digit' }));
  put('elapsed', stopwatch(now.getTime() - state.startedAt));
}

function build(): void {
  const times = block('times', [
    ['small', 'word-clock'],
    ['time', 'clock'],
    ['small', 'word-elapsed'],
    ['time', 'elapsed'],
  ]);
  const now = block('now', [
    ['small', 'step'],
    ['title', 'name'],
    ['small', 'word-note'],
    ['note', 'note'],
    ['small', 'ended'],
  ]);
  const next = block('next', [
    ['small', 'word-next'],
    ['title', 'next'],
    ['small', 'sentence'],
  ]);
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  buttons.append(button('word-back', -1), button('word-forth', 1));
  root?.replaceChildren(times, now, next, buttons);
}

function block(name: string, parts: [look: string, id: string][]): HTMLElement {
  const section = document.createElement('section');
  section.className = name;
  for (const [look, id] of parts) {
    const line = document.createElement('p');
    line.className = look;
    line.dataset.testid = `speaker-${id}`;
    section.append(line);
  }
  return section;
}

function button(id: string, by: number): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.dataset.testid = `speaker-${id}`;
  made.addEventListener('click', () => go(by));
  return made;
}

function put(id: string, text: string): void {
  const line = document.querySelector(`[data-testid="speaker-${id}"]`);
  if (line && line.textContent !== text) line.textContent = text;
}
