import type { Memo } from './memo.ts';

/**
 * Keeps the newest result only, for what is big and asked again with small changes (another method of sharing, another map).
 * A slider that is dragged leaves nothing behind. One `name` a kind of result, kept in the memo.
 */
export async function lastOf<T>(memo: Memo, name: string, key: string, make: () => Promise<T>): Promise<T> {
  const slot = await memo.get(`last:${name}`, async (): Promise<{ key?: string; value?: T }> => ({}));
  if (slot.key === key) return slot.value as T;
  const value = await make();
  slot.key = key;
  slot.value = value;
  return value;
}
