import { expect, it } from 'vitest';
import en from '../../src/view/words/en/screen.json';
import zh from '../../src/view/words/zh/screen.json';

type Words = { [key: string]: string | Words };

function flat(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

it('says the same things in both languages', () => {
  expect([...flat(en).keys()].sort()).toEqual([...flat(zh).keys()].sort());
});

it('fills no placeholder in one language that the other does not know', () => {
  const chinese = flat(zh);
  // A Chinese sentence may add a measure word; nothing else differs.
  const free = new Set(['unit']);
  for (const [key, text] of flat(en)) {
    const own = new Set(placeholders(text).filter((name) => !free.has(name)));
    const other = new Set(placeholders(chinese.get(key) ?? '').filter((name) => !free.has(name)));
    expect([key, ...own]).toEqual([key, ...other]);
  }
});
