import { startFollowUps } from './follow-ups.ts';
import { openSample } from './open-sample.ts';

/** What the page does by itself when it opens: the sample, unless `?empty` asks for a clean table. */
export async function start(search: string): Promise<void> {
  startFollowUps();
  if (new URLSearchParams(search).has('empty')) return;
  await openSample();
}
