/** What a key does in a presentation. A clicker sends page up and page down, some also a full stop for a black screen. */
export type PresentDeed =
  | { deed: 'by'; steps: number }
  | { deed: 'to'; step: number }
  | { deed: 'first' | 'last' | 'leave' | 'pointer' | 'black' | 'compare' | 'live' | 'speaker' }
  | { deed: 'fullscreen' | 'home' | 'help' };

const DEEDS: Record<string, PresentDeed> = {
  ArrowRight: { deed: 'by', steps: 1 },
  ArrowDown: { deed: 'by', steps: 1 },
  PageDown: { deed: 'by', steps: 1 },
  ' ': { deed: 'by', steps: 1 },
  ArrowLeft: { deed: 'by', steps: -1 },
  ArrowUp: { deed: 'by', steps: -1 },
  PageUp: { deed: 'by', steps: -1 },
  Home: { deed: 'first' },
  End: { deed: 'last' },
  Escape: { deed: 'leave' },
  p: { deed: 'pointer' },
  b: { deed: 'black' },
  '.': { deed: 'black' },
  c: { deed: 'compare' },
  l: { deed: 'live' },
  s: { deed: 'speaker' },
  f: { deed: 'fullscreen' },
  r: { deed: 'home' },
  '?': { deed: 'help' },
  h: { deed: 'help' },
};

/** The deed of a key; 1 to 9 and 0 (the tenth) go to that step. Undefined: the key does nothing. */
export function presentDeed(key: string): PresentDeed | undefined {
  if (/^[0-9]$/.test(key)) return { deed: 'to', step: key === '0' ? 9 : Number(key) - 1 };
  return DEEDS[key.length === 1 ? key.toLowerCase() : key];
}

/** The keys as the page lists them, with the word of each deed. */
export const KEY_LIST: readonly { keys: string; word: string }[] = [
  { keys: '→ ← PgDn PgUp', word: 'step' },
  { keys: '1 … 9', word: 'number' },
  { keys: 'Home End', word: 'ends' },
  { keys: 'C', word: 'compare' },
  { keys: 'R', word: 'home' },
  { keys: 'P', word: 'pointer' },
  { keys: 'B', word: 'black' },
  { keys: 'S', word: 'speaker' },
  { keys: 'L', word: 'live' },
  { keys: 'F', word: 'fullscreen' },
  { keys: 'H', word: 'help' },
  { keys: 'Esc', word: 'leave' },
];
