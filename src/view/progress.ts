import type { Progress } from '../core/task.ts';
import type { Say } from './words/index.ts';

export interface ProgressView {
  text: string;
  /** 0–100, or undefined while the total is not known. */
  percent: number | undefined;
}

export function progressView(progress: Progress | undefined, say: Say): ProgressView {
  if (!progress) return { text: say('progress.working'), percent: undefined };
  const key = `progress.${progress.phase}`;
  const text = say(key);
  return {
    text: text === key ? say('progress.working') : text,
    percent:
      progress.total > 0 ? Math.min(100, Math.floor((progress.done / progress.total) * 100)) : undefined,
  };
}
