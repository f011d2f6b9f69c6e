import { localeOf } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** A moment as people say it: the time today, the date and the time before. */
export function formatMoment(at: number, now: number, language: Language): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(isToday ? {} : { year: 'numeric', month: 'numeric', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** `12.3 MB`; nothing is shown as 0. */
export function formatBytes(bytes: number, say: Say): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 0.1) return say('screen.projects.megabytes', { size: megabytes.toFixed(1) });
  return say('screen.projects.kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) });
}
