import { startFollowUps } from './follow-ups.ts';
import { keepSaving } from './keep-saving.ts';
import { openSample } from './open-sample.ts';

/**
 * What the page does by itself when it opens: the project that was open last, else the sample; `?empty` asks for a clean
 * table, `?memory` for a page that keeps nothing.
 */
export async function start(search: string): Promise<void> {
  startFollowUps();
  const asked = new URLSearchParams(search);
  const isOpen = await keepSaving(asked.has('memory'), asked.has('empty'));
  if (asked.has('empty') || isOpen) return;
  await openSample();
}
