import { describe, expect, it } from 'vitest';
import { KEY_LIST, presentDeed } from '../../src/view/present-keys.ts';
import { stopwatch } from '../../src/view/present-message.ts';
import { LANGUAGES, sayIn } from '../../src/view/words/index.ts';

describe('the keys of a presentation', () => {
  it('takes arrows, page keys of a clicker and space for the next step', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' '])
      expect(presentDeed(key)).toEqual({ deed: 'by', steps: 1 });
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp'])
      expect(presentDeed(key)).toEqual({ deed: 'by', steps: -1 });
  });

  it('counts steps from one; 0 is the tenth', () => {
    expect(presentDeed('1')).toEqual({ deed: 'to', step: 0 });
    expect(presentDeed('0')).toEqual({ deed: 'to', step: 9 });
  });

  it('does not mind capitals, and leaves other keys alone', () => {
    expect(presentDeed('B')).toEqual(presentDeed('b'));
    for (const key of ['z', 'Delete', 'Enter', 'F5', 'Tab', 'Backspace'])
      expect(presentDeed(key)).toBeUndefined();
  });

  it('lists every key with a word in both languages', () => {
    for (const language of LANGUAGES) {
      const say = sayIn(language);
      for (const { word } of KEY_LIST) expect(say(`present.keys.${word}`)).not.toContain('present.');
    }
  });
});

it('writes elapsed time as a stopwatch', () => {
  expect([0, 65_400, 3_600_000, 3_750_000, -5].map(stopwatch)).toEqual([
    '0:00',
    '1:05',
    '1:00:00',
    '1:02:30',
    '0:00',
  ]);
});
