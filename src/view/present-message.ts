import type { Language } from './words/index.ts';

/** What the speaker's window shows, in words already: it needs no dictionary of its own. */
export interface SpeakerState {
  language: Language;
  /** Milliseconds since 1970. */
  startedAt: number;
  step: string;
  name: string;
  note: string;
  next: { name: string; sentence: string };
  words: Record<'title' | 'clock' | 'elapsed' | 'note' | 'next' | 'ended' | 'back' | 'forth', string>;
}

/** What the two windows say to each other. */
export type SpeakerMessage =
  | { kind: 'hello' }
  | { kind: 'state'; state: SpeakerState }
  | { kind: 'go'; by: number }
  | { kind: 'end' };

/** Elapsed time as a stopwatch shows it: `4:07`, `1:02:30`. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
