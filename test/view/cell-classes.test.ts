import { describe, expect, it } from 'vitest';
import {
  classifyByAccess,
  classifyByChoice,
  classifyByDistance,
  NOBODY,
  sumByClass,
} from '../../src/view/cell-classes.ts';

/** People are powers of two: a sum names its members. */
const people = Float64Array.of(1, 2, 4, 8, 16, 0, Number.NaN);
const meters = Float64Array.of(300, 300.01, 500, 1000, Number.POSITIVE_INFINITY, 10, 10);

describe('classes by distance', () => {
  it('takes the limit itself as within, and keeps unreached apart', () => {
    const { classes, classOf } = classifyByDistance(people, meters, [300, 500], 1);
    expect(classes.map((one) => one.kind)).toEqual(['within', 'within', 'beyond', 'farBeyond', 'unreached']);
    expect([...classOf]).toEqual([0, 1, 1, 2, 4, NOBODY, NOBODY]);
    expect(classes[4].outlined).toBe(true);
  });

  it('stretches metres by the factor of the reading', () => {
    const { classOf } = classifyByDistance(people, meters, [300, 500], 1.3);
    expect([...classOf].slice(0, 4)).toEqual([1, 1, 2, 3]);
  });

  it('sums people by class and leaves out places without any', () => {
    const classified = classifyByDistance(people, meters, [300, 500], 1);
    expect([...sumByClass(classified, people)]).toEqual([1, 6, 8, 0, 16]);
  });
});

it('classes by choice: several, one, none', () => {
  const { classOf } = classifyByChoice(people, Uint16Array.of(2, 1, 0, 7, 0, 3, 3));
  expect([...classOf]).toEqual([0, 1, 2, 0, 2, NOBODY, NOBODY]);
});

it('classes by access: the value itself is met', () => {
  const access = Float64Array.of(0.1, 0.0999, 0, 5, 0, 0, 0);
  const { classOf } = classifyByAccess(people, access, 0.1);
  expect([...classOf]).toEqual([0, 1, 2, 0, 2, NOBODY, NOBODY]);
});
