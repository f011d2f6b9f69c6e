import { describe, expect, it } from 'vitest';
import { resultTables } from '../../../src/core/report/result-tables.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { analyse, sourceOf, textFile } from '../../builders/analysis.ts';
import { randomSource } from '../../builders/random.ts';

const PLACES = 400;

function peopleLines(): string[] {
  const random = randomSource(5);
  return Array.from({ length: PLACES }, (_, i) => {
    const [lng, lat] = [116.3 + 0.05 * random(), 39.9 + 0.05 * random()];
    // Thirds and sevenths: sums that would differ in the last bit in another order, were they summed carelessly.
    return `p${i},${lng.toFixed(6)},${lat.toFixed(6)},${(100 * random()) / 3},${(10 * random()) / 7}`;
  });
}

async function tables(peopleRows: string[], change = {}) {
  const random = randomSource(6);
  const facilities = Array.from({ length: 30 }, (_, i) => {
    const service = ['幼儿园', '养老驿站', '养老院'][i % 3];
    return `f${i},设施${i},${service},${116.3 + 0.05 * random()},${39.9 + 0.05 * random()},${i % 5 === 0 ? '' : 300 + i}`;
  });
  const sources = [
    await sourceOf(
      textFile('设施.csv', ['id,name,type,lng,lat,用地面积', ...facilities].join('\n')),
      'facilities',
    ),
    await sourceOf(textFile('人口.csv', ['id,lng,lat,常住人口,3-5岁', ...peopleRows].join('\n')), 'people'),
  ];
  return resultTables(await analyse(sources, change), sayIn('zh'));
}

describe('a project', () => {
  it('gives the same bytes whatever the order of the rows of people', async () => {
    const rows = peopleLines();
    const forwards = await tables(rows);
    const backwards = await tables([...rows].reverse());
    for (const name of ['cells.csv', 'districts.csv', 'shortfalls.csv'])
      expect(backwards[name]).toBe(forwards[name]);
  });

  it('gives the same bytes twice', async () => {
    const rows = peopleLines();
    expect(await tables(rows)).toEqual(await tables(rows));
  });

  it('changes, with a limit, only what depends on it', async () => {
    const rows = peopleLines();
    const before = await tables(rows, { limits: { '*': [300] } });
    const after = await tables(rows, { limits: { '*': [300], kindergarten: [500] } });
    expect(after['shortfalls.csv']).toBe(before['shortfalls.csv']);
    const others = (text: string) => text.split('\n').filter((line) => !line.includes('kindergarten'));
    expect(others(after['districts.csv'])).toEqual(others(before['districts.csv']));
    expect(after['districts.csv']).not.toBe(before['districts.csv']);
  });

  it('judges a service for its own group first, and says when it cannot', async () => {
    const result = await analyse([
      await sourceOf(textFile('幼儿园.csv', 'name,lng,lat\nA,116.3,39.9'), 'facilities'),
      await sourceOf(textFile('人口.csv', 'lng,lat,人口\n116.3,39.9,10'), 'people'),
    ]);
    expect(result.coverages[0]).toMatchObject({ service: 'kindergarten', group: 'people' });
    expect(result.issues.map((issue) => issue.code)).toContain('group-unavailable');
  });

  it('says what is missing, in words', async () => {
    const facilities = await sourceOf(textFile('a.csv', 'name,lng,lat\nA,116.3,39.9'), 'facilities');
    await expect(analyse([facilities])).rejects.toThrow('no-people');
    const people = await sourceOf(textFile('人口.csv', 'lng,lat,人口\n116.3,39.9,10'), 'people');
    await expect(analyse([people])).rejects.toThrow('no-facilities');
    await expect(analyse([facilities, people, people])).rejects.toThrow('people-twice');
  });
});
