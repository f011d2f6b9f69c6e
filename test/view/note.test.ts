import { expect, it } from 'vitest';
import { nameIn, noteIn } from '../../src/view/note.ts';

const note = '云汀市是虚构的。Yunting is invented.';

it('shows the sentences of the reader', () => {
  expect(noteIn(note, 'zh')).toBe('云汀市是虚构的。');
  expect(noteIn(note, 'en')).toBe('Yunting is invented.');
});

it('shows all when there are none of theirs', () => {
  expect(noteIn('只有中文。', 'en')).toBe('只有中文。');
});

it('takes the half of a name in two languages', () => {
  expect(nameIn('云汀（虚构 / invented）', 'zh')).toBe('云汀（虚构）');
  expect(nameIn('云汀（虚构 / invented）', 'en')).toBe('云汀（invented）');
});
