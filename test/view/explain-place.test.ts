import { describe, expect, it } from 'vitest';
import { explainFacility } from '../../src/view/explain-facility.ts';
import { explainPlace, type PlaceFacts } from '../../src/view/explain-place.ts';
import { nextMinutes } from '../../src/view/minutes.ts';
import { sayIn } from '../../src/view/words/index.ts';
import { facilitiesOfTwoBanks } from '../worlds/two-banks.ts';

const zh = sayIn('zh');

const facts: PlaceFacts = {
  place: 0,
  meters: 300,
  facility: 0,
  network: { meters: 960, facility: 2, metersPerSecond: 0.8, isLinked: true, isCutOff: false },
  within: 0,
  question: {
    service: 'elder-station',
    group: 'age_60_plus',
    unit: 'people',
    limitMeters: 720,
    limitMinutes: 15,
    metersPerSecond: 0.8,
    reading: 'network',
    detourFactor: null,
  },
  facilities: facilitiesOfTwoBanks(),
  people: [],
  districtRows: [],
  districts: undefined,
};

describe('the card of a place', () => {
  it('names both facilities where the nearest on foot is another, and the minutes beyond a time', () => {
    const card = explainPlace(facts, zh, 'zh');
    expect(card.verdict).toBe(
      '未覆盖：最近的养老驿站是“丙”，960 米、20 分钟，比 15 分钟的上限多 5 分钟（240 米）。',
    );
    expect(card.reach.slice(0, 2)).toEqual([
      { label: '最近设施（直线）', value: '甲' },
      { label: '最近设施（步行）', value: '丙' },
    ]);
    expect(card.comparison.map((one) => one.distance)).toEqual(['300 米、6.3 分钟', '960 米、20 分钟']);
  });

  it('names one where they are the same, and metres alone beside a limit in metres', () => {
    const { limitMinutes: _, ...inMeters } = facts.question;
    const network = facts.network && { ...facts.network, facility: 0 };
    const card = explainPlace({ ...facts, network, question: inMeters }, zh, 'zh');
    expect(card.reach[0]).toEqual({ label: '最近设施', value: '甲' });
    expect(card.comparison[0].distance).toBe('300 米');
    expect(card.verdict).toContain('远 240 米');
  });

  it('tells who is cut off by a barrier from who has no street near', () => {
    const lost = (isCutOff: boolean) => {
      const network = { meters: Infinity, facility: -1, metersPerSecond: 0.8, isLinked: false, isCutOff };
      return explainPlace({ ...facts, network }, zh, 'zh');
    };
    expect(lost(true).verdict).toContain('阻隔');
    expect(lost(true).comparison[1].distance).toBe('被阻隔');
    expect(lost(false).verdict).not.toContain('阻隔');
  });
});

it('the card of a facility tells its whole catchment by age, and whom it is nearest for', () => {
  const group = (id: string, within: number[], nearest: number[]) => ({
    group: id,
    unit: 'people' as const,
    within,
    nearest,
  });
  const card = explainFacility(
    {
      facilities: facilitiesOfTwoBanks(),
      row: 0,
      limits: [{ meters: 240, minutes: 5 }, { meters: 500 }],
      limitIndex: 1,
      answers: [
        {
          method: 'straight',
          groups: [group('people', [10, 3000], [9, 90]), group('age_3_5', [0, 0], [0, 0])],
        },
        {
          method: 'network',
          groups: [group('people', [4, 1200], [4, 40]), group('age_3_5', [0, 0], [0, 0])],
        },
      ],
      group: 'people',
      reading: 'network',
      isUnlinked: false,
      methodWord: (reading) => reading,
    },
    zh,
    'zh',
  );
  expect(card.reached?.rows).toEqual([
    { label: '5 分钟', cells: ['4', '4'] },
    { label: '500 米', cells: ['1,200', '40'] },
  ]);
  expect(card.catchment).toMatchObject({
    heads: ['straight', 'network'],
    rows: [{ label: '常住人口', cells: ['3,000', '1,200'] }],
  });
});

it('offers the usual times one after another', () => {
  const offered: number[] = [];
  for (let k = 0; k < 8; k++) offered.push(nextMinutes(offered));
  expect(offered).toEqual([15, 10, 5, 30, 20, 45, 60, 65]);
});
