import { beforeAll, expect, it } from 'vitest';
import { shortfallSentence } from '../../../src/core/report/shortfall-sentence.ts';
import type { StandardResult, StandardRow } from '../../../src/core/standards/evaluate.ts';
import { STANDARDS } from '../../../src/core/standards/standard.ts';
import { LANGUAGES, sayIn } from '../../../src/view/words/index.ts';
import { type City, openSampleCity } from '../../builders/sample-city.ts';

let city: City;
let results: StandardResult[];
beforeAll(async () => {
  city = await openSampleCity();
  const { prepared, settings, workspace } = city;
  const standards = STANDARDS.map(({ id }) => ({ id }));
  results = await workspace.standards(prepared, { ...settings, standards, year: 2021 });
}, 120_000);

it('judges every standard of the library, each state with what belongs to it', () => {
  expect(results).toHaveLength(STANDARDS.length);
  for (const { standard, rows } of results) {
    expect(rows[0], standard.id).toMatchObject({ district: -1, level: 'all' });
    expect([standard.id, ...rows.filter((row) => !isSound(row))]).toEqual([standard.id]);
  }
});

/** A verdict has a value; what is not judged is never a shortfall, and concerns nobody; what is unknown says why. */
function isSound({ state, value, shortfall, peopleConcerned, missing }: StandardRow): boolean {
  if (state === 'short') return shortfall >= 0 && !Number.isNaN(value);
  if (state === 'met') return shortfall === 0 && peopleConcerned === 0 && !Number.isNaN(value);
  const isSilent = Number.isNaN(shortfall) && peopleConcerned === 0;
  return isSilent && (missing !== undefined || state === 'no-people' || state === 'not-judged');
}

const KEYS =
  /\{\{|undefined|NaN|(^|[ （(])(missing|formula|goal|work|tier|amount|standardUnit|attribute)\.[a-z]/;
const HOLES = / {2}|，，|。。|, ;|\( |\(\)|（）/;

it('says all of it in sentences without a hole, in both languages', () => {
  for (const language of LANGUAGES) {
    const say = sayIn(language);
    const sentences = results.flatMap((result) =>
      result.rows.map((row) => shortfallSentence(result, row, '某区', say)),
    );
    expect(sentences.length).toBeGreaterThan(10_000);
    expect(sentences.filter((one) => KEYS.test(one) || HOLES.test(one))).toEqual([]);
  }
});
