import { describe, expect, it } from 'vitest';
import { type LedgerRow, ledger } from '../../src/core/analysis/ledger.ts';
import { type CapacityAnswer, capacityOf } from '../../src/core/project/capacity.ts';
import { explainPlaces, explainUse, servedPlaces } from '../../src/view/capacity-cards.ts';
import { classifySupply, classifyWithout } from '../../src/view/capacity-classes.ts';
import {
  capacityFigures,
  capacityFinding,
  capacityNotes,
  ledgerParts,
} from '../../src/view/capacity-finding.ts';
import { capacityLines } from '../../src/view/capacity-table.ts';
import { placeWord } from '../../src/view/capacity-words.ts';
import { fullnessByRow, fullnessLegend, fullnessOf, withFullness } from '../../src/view/facility-fullness.ts';
import { plainSentence } from '../../src/view/finding.ts';
import { wholeParts } from '../../src/view/whole-parts.ts';
import { sayIn } from '../../src/view/words/index.ts';
import { supplyLine } from '../builders/supply-line.ts';

const zh = sayIn('zh');
const en = sayIn('en');

// As in test/core/project/capacity.test.ts: A 30 and B 40 children in reach of 30 and 40 places, C 5 far off.
async function answered(change = {}, facilities = ['0,30,300,运营', '200,40,400,运营']) {
  const { tools, prepared, settings } = await supplyLine(
    ['100,300,10,30,260', '340,400,10,40,350', '2000,50,5,5,40'],
    facilities,
  );
  const answer = await capacityOf(tools, prepared, settings, {
    service: 'kindergarten',
    group: 'age_3_5',
    limit: { meters: 150 },
    reading: 'straight',
    supply: 'places',
    perPerson: 1,
    order: 'inTurn',
    kernel: { method: '2sfca', decay: 'step' },
    ...change,
  });
  if (!answer) throw new Error('no answer');
  return { answer, prepared };
}

describe('whole parts', () => {
  it('add up to the whole as shown', () => {
    expect(wholeParts([1.4, 1.4, 1.2], 4)).toEqual([2, 1, 1]);
    expect(wholeParts([0.5, 0.5, 0], 1)).toEqual([1, 0, 0]);
    expect(wholeParts([3, 2, 1], 6)).toEqual([3, 2, 1]);
  });

  it('do not show somebody as nobody', () => {
    const row: LedgerRow = {
      district: -1,
      level: 'all',
      served: 9.7,
      noPlace: 0.3,
      outOfReach: 0,
      total: 10,
    };
    expect(ledgerParts(row)).toEqual({ served: 10, noPlace: 0.3, outOfReach: 0 });
  });
});

describe('the finding about places', () => {
  it('says who has one, who reaches none that is free, who reaches none', async () => {
    const { answer } = await answered();
    expect(plainSentence(capacityFinding(answer.rows[0], answer, 1.3, zh, 'zh'))).toBe(
      '3–5 岁儿童 75 人中，40 人有学位；30 人在 150 米（直线距离）内有幼儿园但学位不够；5 人在此范围内没有幼儿园。',
    );
    expect(plainSentence(capacityFinding(answer.rows[0], answer, 1.3, en, 'en'))).toBe(
      'Of 75 children aged 3–5, 40 have a place (kindergarten); 30 live within 150 m (straight line) of a facility that has none left; 5 live farther from any.',
    );
    expect(capacityFigures(answer.rows[0], answer, zh, 'zh').map((one) => one.value)).toEqual([
      '40',
      '30',
      '5',
      '53.3%',
      '57.1%',
      '110',
    ]);
  });

  it('says what the way of giving out places does, and what was not surveyed', async () => {
    const { answer } = await answered({}, ['0,30,300,运营', '200,40,400,运营', '2000,,,运营']);
    const notes = capacityNotes(answer, 1.3, zh, 'zh');
    expect(notes.order).toContain('少 30 人有学位，30 人的结果因做法而变');
    expect(notes.unsurveyed).toContain('1 处幼儿园没有填学位数');
    expect(notes.unsurveyed).toContain('有 5 人够得着');
  });

  it('has words of its own for nobody', async () => {
    const { answer } = await answered();
    const none = ledger(
      { served: new Float64Array(1), noPlace: new Float64Array(1), outOfReach: new Float64Array(1) },
      new Float64Array(1),
      undefined,
      [],
    )[0];
    expect(plainSentence(capacityFinding(none, answer, 1.3, zh, 'zh'))).toContain('数据中没有3–5 岁儿童');
  });

  it('names places as the service does', () => {
    expect(placeWord('childcare', 'places', zh)).toBe('托位');
    expect(placeWord('fitness-ground', 'places', zh)).toBe('名额');
    expect(placeWord('elder-home', 'beds', zh)).toBe('床位');
  });
});

describe('the table and the map of places', () => {
  it('has a line a district of the level', async () => {
    const { answer, prepared } = await answered();
    const lines = capacityLines(answer.rows, '区', prepared.loaded.districts, zh);
    expect(lines).toEqual([
      { district: 0, name: 'D1区', total: 70, served: 40, noPlace: 30, outOfReach: 0 },
      { district: 1, name: 'D2区', total: 5, served: 0, noPlace: 0, outOfReach: 5 },
    ]);
  });

  it('parts those who reach a full facility from those who reach none', async () => {
    const { answer } = await answered();
    // A is served in full by the large one; 10 of B are, 30 are not; C reaches nothing.
    expect([...classifyWithout(answer).classOf]).toEqual([0, 2, 3]);
    const people = Float64Array.of(1, 1, 1, 1, 1, 0);
    const access = Float64Array.of(2.1, 1, 0.5, 0.4, 0, 1);
    expect([...classifySupply(people, access, 1).classOf]).toEqual([0, 1, 2, 3, 4, 255]);
  });

  it('fills symbols by quarters; empty, full and unknown are told apart', async () => {
    expect([0, 0.2, 0.5, 0.7, 0.9995, 1, Number.NaN].map(fullnessOf)).toEqual([
      'empty',
      'quarter',
      'half',
      'most',
      'full',
      'full',
      'unknown',
    ]);
    const { answer } = await answered();
    const levels = fullnessByRow(answer);
    expect([...levels]).toEqual([
      [0, 'empty'],
      [1, 'full'],
    ]);
    expect(fullnessLegend(levels, zh, 'zh').map((one) => one.count)).toEqual(['1', '1']);
    const feature = (id: number) => ({
      type: 'Feature' as const,
      id,
      properties: { symbol: 'old' },
      geometry: { type: 'Point' as const, coordinates: [0, 0] },
    });
    const drawn = withFullness(
      { type: 'FeatureCollection', features: [feature(1), feature(7)] },
      'kindergarten',
      levels,
    );
    expect(drawn.features.map((one) => one.properties?.symbol)).toEqual(['use:full:kindergarten', 'old']);
  });
});

describe('cards about places', () => {
  const cardOf = (
    answer: CapacityAnswer,
    place: number,
    prepared: Awaited<ReturnType<typeof answered>>['prepared'],
  ) => explainPlaces(answer, place, { facilities: prepared.loaded.facilities, detourFactor: 1.3 }, zh, 'zh');

  it('a facility says how full it is and where its people live', async () => {
    const { answer, prepared } = await answered();
    const where = { assignment: prepared.assignment, districts: prepared.loaded.districts, level: '区' };
    const card = explainUse(answer, 1, where, zh, 'zh');
    expect(card?.text).toBe('已满：40 个学位全部有人（100.0%）。');
    expect(card?.facts.map((one) => one.value)).toEqual(['70 人', '110 米']);
    expect(card?.from).toEqual([{ label: 'D1区', value: '40 人' }]);
    expect([...servedPlaces(answer, 1)]).toEqual([0, 1]);
    expect(explainUse(answer, 9, where, zh, 'zh')).toBeUndefined();
  });

  it('a place says who has one where', async () => {
    const { answer, prepared } = await answered();
    const short = cardOf(answer, 1, prepared);
    expect(short.text).toBe('学位不够：40 人中 10 人有学位，30 人够得着幼儿园但没有学位。');
    expect(short.goes).toEqual([{ label: '园1', value: '10 人' }]);
    expect(cardOf(answer, 2, prepared).text).toContain('够不着：150 米（直线距离）内没有幼儿园');
    expect(cardOf(answer, 0, prepared)).toMatchObject({ isMet: true, text: '30 人都有学位。' });
  });
});
