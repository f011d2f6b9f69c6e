import fc from 'fast-check';
import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/core/analysis/allocation.ts';
import { allocateInOrder } from '../../../src/core/analysis/allocation-sequential.ts';
import type { Catchments } from '../../../src/core/analysis/catchments.ts';
import { runSync } from '../../../src/core/task.ts';
import { catchmentsOf } from '../../builders/catchments.ts';
import { randomSource } from '../../builders/random.ts';

const highs = await highsLoader();

/** Places 0 and 1 at A's end, 2 at B's; everybody is nearer to A, which has 8 places. */
const twoEnds = catchmentsOf([
  [
    [0, 100],
    [1, 200],
    [2, 300],
  ],
  [
    [1, 500],
    [2, 400],
  ],
]);

describe('order-free allocation by hand', () => {
  it('moves on whoever loses least by it', () => {
    const people = Float64Array.of(4, 4, 4);
    const { served, noPlace, outOfReach, takes, used, totals } = runSync(allocate(twoEnds, [8, 4], people));
    // Place 2 goes to B for 100 m more a head; place 1 would lose 300 m.
    expect([...takes]).toEqual([4, 4, 0, 0, 4]);
    expect([...served]).toEqual([4, 4, 4]);
    expect([...noPlace, ...outOfReach]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...used]).toEqual([8, 4]);
    expect(totals.personMeters).toBe(4 * 100 + 4 * 200 + 4 * 400);
  });

  it('follows a chain: the first place reaches A alone, so others make room', () => {
    const { served, takes } = runSync(allocate(twoEnds, [4, 8], Float64Array.of(4, 4, 4)));
    expect([...served]).toEqual([4, 4, 4]);
    expect([...takes]).toEqual([4, 0, 0, 4, 4]);
  });

  it('leaves without a place those who walk most, when places run out', () => {
    const { served, noPlace, totals } = runSync(allocate(twoEnds, [4, 2], Float64Array.of(4, 4, 4)));
    // Place 0 fills A. B gives its 2 places to place 2, which walks 400 m, and not to place 1, which walks 500 m.
    expect([...served]).toEqual([4, 0, 2]);
    expect([...noPlace]).toEqual([0, 4, 2]);
    expect(totals).toMatchObject({ served: 6, noPlace: 6, outOfReach: 0, people: 12 });
  });

  it('weighs quarters that ran out of places one after the other against each other', () => {
    // A runs out first; B sends two people to C, 900 m farther, before it runs out as well.
    const quarters = catchmentsOf([
      [
        [0, 400],
        [1, 350],
      ],
      [
        [1, 100],
        [2, 50],
      ],
      [[1, 1000]],
    ]);
    const { served, totals } = runSync(allocate(quarters, [2, 4, 2], Float64Array.of(4, 8, 8)));
    // Place 1 takes the places at A, 50 m nearer than place 0 has it, and those at C.
    expect([...served]).toEqual([0, 4, 4]);
    expect(totals.personMeters).toBe(2 * 350 + 4 * 50 + 2 * 1000);
  });

  it('keeps not surveyed, no places and out of reach apart', () => {
    const matrix = catchmentsOf([[[0, 100]], [[1, 100]], [[2, 100]]]);
    const { served, noPlace, outOfReach, used, totals } = runSync(
      allocate(matrix, [Number.NaN, 0, Infinity], Float64Array.of(1, 2, 4, 8, Number.NaN)),
    );
    expect([...served]).toEqual([0, 0, 4, 0, 0]);
    expect([...noPlace]).toEqual([1, 2, 0, 0, 0]);
    expect([...outOfReach]).toEqual([0, 0, 0, 8, 0]);
    expect([...used]).toEqual([Number.NaN, 0, 4]);
    expect(totals).toMatchObject({ unsurveyed: 1, noPlaceNearUnsurveyed: 1 });
  });

  it('divides people, to the last fraction', () => {
    const matrix = catchmentsOf([[[0, 100]], [[0, 200]]]);
    const { served, noPlace, takes } = runSync(allocate(matrix, [0.25, 0.5], Float64Array.of(1)));
    expect([...takes]).toEqual([0.25, 0.5]);
    expect([...served, ...noPlace]).toEqual([0.75, 0.25]);
  });
});

interface World {
  people: number[];
  capacity: number[];
  /** Metres by facility and place; undefined: out of reach. */
  meters: (number | undefined)[][];
}

/** Few different metres, so that ties are common. */
const world: fc.Arbitrary<World> = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 6 }))
  .chain(([places, facilities]) =>
    fc.record({
      people: fc.array(
        fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
        { minLength: places, maxLength: places },
      ),
      capacity: fc.array(
        fc.integer({ min: 0, max: 60 }).map((n) => n / 2),
        {
          minLength: facilities,
          maxLength: facilities,
        },
      ),
      meters: fc.array(
        fc.array(
          fc.option(
            fc.integer({ min: 0, max: 12 }).map((n) => n * 50),
            { nil: undefined, freq: 2 },
          ),
          {
            minLength: places,
            maxLength: places,
          },
        ),
        { minLength: facilities, maxLength: facilities },
      ),
    }),
  );

const matrixOf = ({ meters }: World): Catchments =>
  catchmentsOf(
    meters.map((row) => row.flatMap((m, i): [number, number][] => (m === undefined ? [] : [[i, m]]))),
  );

/** The same as a linear programme: a place is worth more than any walk. */
function byHighs({ people, capacity, meters }: World): { served: number; personMeters: number } {
  const WORTH = 1e5;
  const routes = meters.flatMap((row, f) => row.flatMap((m, i) => (m === undefined ? [] : [{ f, i, m }])));
  if (routes.length === 0) return { served: 0, personMeters: 0 };
  const sum = (some: typeof routes) => some.map(({ f, i }) => `x${f}_${i}`).join(' + ');
  const rows = [
    ...people.map((count, i) => [routes.filter((r) => r.i === i), count] as const),
    ...capacity.map((count, f) => [routes.filter((r) => r.f === f), count] as const),
  ].filter(([some]) => some.length > 0);
  const { Columns } = highs.solve(
    `Minimize\n obj: ${routes.map(({ f, i, m }) => `- ${WORTH - m} x${f}_${i}`).join(' ')}\nSubject To\n${rows
      .map(([some, count], n) => ` c${n}: ${sum(some)} <= ${count}`)
      .join('\n')}\nEnd\n`,
  );
  const amounts = routes.map(({ f, i, m }) => ({
    m,
    amount: Number((Columns[`x${f}_${i}`] as { Primal: number }).Primal),
  }));
  return {
    served: amounts.reduce((total, { amount }) => total + amount, 0),
    personMeters: amounts.reduce((total, { amount, m }) => total + amount * m, 0),
  };
}

/** People and facilities anywhere in a square of 1,000 m, three places to four people. */
function cityOf(places: number, facilities: number, limit: number, seed: number): World {
  const random = randomSource(seed);
  const at = () => [1000 * random(), 1000 * random()];
  const homes = Array.from({ length: places }, at);
  const people = homes.map(() => 1 + Math.floor(40 * random()));
  const share = Array.from({ length: facilities }, () => random() ** 3 + 0.05);
  const perShare = (0.75 * people.reduce((a, b) => a + b)) / share.reduce((a, b) => a + b);
  const meters = share.map(() => {
    const [x, y] = at();
    return homes.map(([u, v]) => Math.hypot(u - x, v - y)).map((m) => (m <= limit ? m : undefined));
  });
  return { people, capacity: share.map((one) => Math.round(one * perShare)), meters };
}

describe('order-free allocation', () => {
  it('equals the linear programme', () => {
    fc.assert(
      fc.property(world, (one) => {
        const { totals } = runSync(allocate(matrixOf(one), one.capacity, Float64Array.from(one.people)));
        const best = byHighs(one);
        expect(totals.served).toBeCloseTo(best.served, 5);
        expect(totals.personMeters).toBeCloseTo(best.personMeters, 3);
      }),
      { numRuns: 300, seed: 44 },
    );
  });

  it('equals it in a city too, sparse or dense, where places run out in one quarter after another', () => {
    for (const [places, facilities, limit, seed] of [
      [120, 24, 260, 1],
      [160, 30, 230, 2],
      [100, 70, 2000, 3],
    ]) {
      const one = cityOf(places, facilities, limit, seed);
      const { totals } = runSync(allocate(matrixOf(one), one.capacity, Float64Array.from(one.people)));
      const best = byHighs(one);
      expect(totals.served).toBeCloseTo(best.served, 4);
      expect(Math.abs(totals.personMeters / best.personMeters - 1)).toBeLessThan(1e-9);
    }
  });

  it('conserves people, respects places and serves no fewer than any order', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (one, numbers) => {
        const people = Float64Array.from(one.people);
        const matrix = matrixOf(one);
        const free = runSync(allocate(matrix, one.capacity, people));
        const order = Int32Array.from(
          one.capacity
            .map((_, f) => ({ f, at: numbers.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ f }) => f),
        );
        for (const way of [free, runSync(allocateInOrder(matrix, one.capacity, people, order))]) {
          people.forEach((count, i) => {
            expect(way.served[i] + way.noPlace[i] + way.outOfReach[i]).toBe(count);
          });
          way.used.forEach((used, f) => {
            expect(used).toBeLessThanOrEqual(one.capacity[f]);
          });
          expect(free.totals.served).toBeGreaterThanOrEqual(way.totals.served);
        }
      }),
      { numRuns: 300, seed: 45 },
    );
  });

  it('is the same whatever the order of the facilities', () => {
    fc.assert(
      fc.property(world, (one) => {
        const people = Float64Array.from(one.people);
        const turned = { ...one, capacity: one.capacity.toReversed(), meters: one.meters.toReversed() };
        const there = runSync(allocate(matrixOf(one), one.capacity, people));
        const back = runSync(allocate(matrixOf(turned), turned.capacity, people));
        expect([...back.served]).toEqual([...there.served]);
        // Facilities that are alike in everything may change places.
        expect([...back.used].sort()).toEqual([...there.used].sort());
        expect(back.totals).toEqual(there.totals);
      }),
      { numRuns: 300, seed: 46 },
    );
  });
});
