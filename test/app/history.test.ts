import { expect, it } from 'vitest';
import { EMPTY_DOCUMENT } from '../../src/app/store/document.ts';
import { afterDeed, type Deed, type HistoryStep, NO_HISTORY } from '../../src/app/store/history.ts';

const step = (deed: Deed, at: number, name = ''): HistoryStep => ({
  deed,
  document: { ...EMPTY_DOCUMENT, name },
  sources: [],
  at,
});
const names = ({ past }: { past: HistoryStep[] }) => past.map((one) => one.document.name);

it('takes a dragged slider for one deed, and keeps the project from before the drag', () => {
  let history = NO_HISTORY;
  for (let k = 0; k < 20; k++) history = afterDeed(history, step('limit', k * 100, `at ${k}`));
  expect(names(history)).toEqual(['at 0']);
  expect(names(afterDeed(history, step('limit', 10_000, 'later')))).toEqual(['at 0', 'later']);
});

it('never joins imports, and forgets the future and what is older than fifty deeds', () => {
  const history = { past: [], future: [step('limit', 0)] };
  const after = afterDeed(afterDeed(history, step('import', 1, 'a')), step('import', 2, 'b'));
  expect(names(after)).toEqual(['a', 'b']);
  expect(after.future).toEqual([]);
  let long = NO_HISTORY;
  for (let k = 0; k < 60; k++) long = afterDeed(long, step('import', k, String(k)));
  expect(names(long)).toHaveLength(50);
  expect(names(long).at(-1)).toBe('59');
});
