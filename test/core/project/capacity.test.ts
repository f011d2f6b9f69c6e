import { describe, expect, it } from 'vitest';
import { WHOLE_AREA } from '../../../src/core/analysis/coverage.ts';
import { accessBy, decayWithin } from '../../../src/core/project/access-kernel.ts';
import { type CapacityQuestion, capacityOf } from '../../../src/core/project/capacity.ts';
import { suppliesOf } from '../../../src/core/project/supply-choice.ts';
import { supplyLine } from '../../builders/supply-line.ts';

// The small one at 0 m reaches A only; the large one at 200 m reaches A (100 m) and B (140 m).
const PEOPLE = ['100,300,10,30,260', '340,400,10,40,350', '2000,50,5,5,40'];
const SMALL = '0,30,300,运营';
const LARGE = '200,40,400,运营';

const QUESTION: CapacityQuestion = {
  service: 'kindergarten',
  group: 'age_3_5',
  limit: { meters: 150 },
  reading: 'straight',
  supply: 'places',
  perPerson: 1,
  order: 'together',
  kernel: { method: '2sfca', decay: 'step' },
};

async function ask(change: Partial<CapacityQuestion> = {}, facilities = [SMALL, LARGE]) {
  const { tools, prepared, settings } = await supplyLine(PEOPLE, facilities);
  const answer = await capacityOf(tools, prepared, settings, { ...QUESTION, ...change });
  if (!answer) throw new Error('no answer');
  return answer;
}

const threeOf = ({ rows }: Awaited<ReturnType<typeof ask>>, district = WHOLE_AREA) => {
  const row = rows.find((one) => one.district === district);
  return [row?.served, row?.noPlace, row?.outOfReach, row?.total];
};

describe('places of a prepared project', () => {
  it('serves everybody who can be: A goes to the small one, B to the large', async () => {
    const answer = await ask();
    expect(threeOf(answer)).toEqual([70, 0, 5, 75]);
    expect(threeOf(answer, 1)).toEqual([0, 0, 5, 5]);
    expect([...answer.takes.start]).toEqual([0, 1, 2]);
    expect([...answer.takes.people]).toEqual([30, 40]);
    expect([...answer.use.share]).toEqual([1, 1]);
  });

  it('facility by facility the large one takes A first, and the small one stays empty', async () => {
    const answer = await ask({ order: 'inTurn' });
    expect(threeOf(answer)).toEqual([40, 30, 5, 75]);
    expect([...answer.use.share]).toEqual([0, 1]);
    expect(answer.difference.served).toBe(30);
    // (30·100 + 40·140) / 70 and (30·100 + 10·140) / 40.
    expect(answer.difference.metersPerServed[0]).toBeCloseTo(8600 / 70, 6);
    expect(answer.difference.metersPerServed[1]).toBeCloseTo(110, 6);
  });

  it('does not depend on the order of the rows', async () => {
    const turned = await ask({}, [LARGE, SMALL]);
    expect(turned.rows).toEqual((await ask()).rows);
  });

  it('hands out the whole supply: Σ people × access = places', async () => {
    const { access, mean } = await ask();
    expect([...access].map((one) => Number(one.toFixed(9)))).toEqual([
      Number((1 + 4 / 7).toFixed(9)),
      Number((4 / 7).toFixed(9)),
      0,
    ]);
    expect(30 * access[0] + 40 * access[1]).toBeCloseTo(70, 9);
    expect(mean).toBeCloseTo(70 / 75, 12);
  });

  it('counts an area in places of so many m² each', async () => {
    const answer = await ask({ supply: 'landArea', perPerson: 20 });
    expect(threeOf(answer)).toEqual([35, 35, 5, 75]);
    expect(30 * answer.access[0] + 40 * answer.access[1]).toBeCloseTo(700, 9);
  });

  it('a facility of unknown size reaches people and gives none', async () => {
    const answer = await ask({}, [SMALL, LARGE, '2000,,,运营']);
    expect(threeOf(answer)).toEqual([70, 5, 0, 75]);
    expect(answer.allocation.totals.unsurveyed).toBe(1);
    expect(answer.allocation.totals.noPlaceNearUnsurveyed).toBe(5);
    expect(answer.use.share[2]).toBeNaN();
  });

  it('out of reach is what coverage does not cover, by the factor too', async () => {
    const { tools, prepared, settings } = await supplyLine(PEOPLE, [SMALL, LARGE], {
      limits: { '*': [150] },
    });
    const one = await tools.workspace.coverage(prepared, settings, 'kindergarten', 'age_3_5');
    for (const reading of ['straight', 'detour'] as const) {
      const answer = await capacityOf(tools, prepared, settings, { ...QUESTION, reading });
      const row = one?.rows.find((it) => it.method === reading && it.district === WHOLE_AREA);
      expect(answer && threeOf(answer)[2], reading).toBe((row?.total ?? 0) - (row?.covered ?? 0));
    }
    // × 1.3 the 140 m to B are 182.
    const detour = await capacityOf(tools, prepared, settings, { ...QUESTION, reading: 'detour' });
    expect(detour && threeOf(detour)).toEqual([30, 0, 45, 75]);
  });

  it('has no answer where there are no streets, no factor, or no such group', async () => {
    const { tools, prepared, settings } = await supplyLine(PEOPLE, [SMALL]);
    const about = (change: Partial<CapacityQuestion>, own = settings) =>
      capacityOf(tools, prepared, own, { ...QUESTION, ...change });
    expect(await about({ reading: 'network' })).toBeUndefined();
    expect(await about({ reading: 'detour' }, { ...settings, detourFactor: null })).toBeUndefined();
    expect(await about({ group: 'age_4_7' })).toBeUndefined();
  });
});

describe('what is counted', () => {
  it('starts with the unit of the service; an area with what a place has on average', async () => {
    const { prepared } = await supplyLine(PEOPLE, [SMALL, LARGE, '500,,900,运营', '600,9,,规划']);
    expect(suppliesOf(prepared.loaded.facilities, 'kindergarten')).toEqual([
      { id: 'places', unit: 'places', known: 2, facilities: 3, perPerson: 1 },
      // 700 m² for 70 places; the third has no places to divide by.
      { id: 'landArea', unit: 'm2', known: 3, facilities: 3, perPerson: 10 },
    ]);
  });
});

describe('kernels', () => {
  it('are fitted to the limit', () => {
    expect(decayWithin('steps', 300)).toEqual({
      kind: 'steps',
      bands: [
        { limit: 100, weight: 1 },
        { limit: 200, weight: 0.68 },
        { limit: 300, weight: 0.22 },
      ],
    });
    expect(decayWithin('exponential', 300)).toEqual({ kind: 'exponential', scale: 100, limit: 300 });
  });

  it('2SFCA knows no decay, whatever was chosen for the others', () => {
    const matrix = {
      rows: Int32Array.of(0),
      limitMeters: 100,
      start: Uint32Array.of(0, 2),
      place: Int32Array.of(0, 1),
      meters: Float64Array.of(0, 100),
    };
    const people = Float64Array.of(1, 3);
    const plain = accessBy({ method: '2sfca', decay: 'linear' }, matrix, [8], people);
    expect([...plain.access]).toEqual([2, 2]);
    const near = accessBy({ method: 'e2sfca', decay: 'linear' }, matrix, [8], people);
    expect([...near.access]).toEqual([8, 0]);
  });
});
