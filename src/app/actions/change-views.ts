import type { KeptView, Stage } from '../../core/project/views.ts';
import { moveItem } from '../../view/step-order.ts';
import { setDocument, useStore } from '../store/store.ts';
import { remember } from './remember.ts';

/** Changes the list of kept views; one deed, which can be undone. */
export function changeViews(change: (views: KeptView[]) => KeptView[]): void {
  const views = viewsNow();
  remember('views');
  setDocument({ views: change(views) });
}

export function viewsNow(): KeptView[] {
  return useStore.getState().document.views ?? [];
}

export function renameView(id: string, name: string): void {
  const text = name.trim();
  if (text !== '') changeOne(id, { name: text });
}

export function restageView(id: string, stage: Stage): void {
  changeOne(id, { stage });
}

/** What the speaker wants to be reminded of. */
export function noteView(id: string, note: string): void {
  changeOne(id, { note });
}

export function moveView(id: string, by: number): void {
  const from = viewsNow().findIndex((one) => one.id === id);
  if (from >= 0) changeViews((views) => moveItem(views, from, by));
}

export function removeView(id: string): void {
  changeViews((views) => views.filter((one) => one.id !== id));
}

/** Nothing is remembered where nothing changes: a field that was only looked at is no deed. */
function changeOne(id: string, next: Partial<KeptView>): void {
  const view = viewsNow().find((one) => one.id === id);
  if (!view || Object.entries(next).every(([key, value]) => view[key as keyof KeptView] === value)) return;
  changeViews((views) => views.map((one) => (one.id === id ? { ...one, ...next } : one)));
}
