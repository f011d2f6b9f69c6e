import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Decay,
  decayLimit,
  decayWeights,
  parseDecay,
  weightAt,
} from '../../../src/core/analysis/decay.ts';

const asked = (text: string) => parseDecay(text)?.decay as Decay;
const at = (text: string, cost: number) => weightAt(asked(text), cost);

describe('decay', () => {
  it('counts what is exactly at the limit and nothing beyond', () => {
    const beyond = 15.000000000000002;
    expect([at('step:15', 15), at('step:15', beyond)]).toEqual([1, 0]);
    expect([at('steps:5=1,10=0.68,15=0.22', 15), at('steps:5=1,10=0.68,15=0.22', beyond)]).toEqual([0.22, 0]);
    for (const kind of ['linear', 'gaussian'])
      expect([at(`${kind}:15`, 15), at(`${kind}:15`, beyond)]).toEqual([0, 0]);
    expect(at('exponential:15,60', 60)).toBeCloseTo(Math.exp(-4), 15);
    expect(at('exponential:15,60', 60.1)).toBe(0);
  });

  it('has the bands of E2SFCA, each with its own limit inside', () => {
    const bands = [0, 5, 5.1, 10, 10.1].map((cost) => at('steps:5=1,10=0.68,15=0.22', cost));
    expect(bands).toEqual([1, 1, 0.68, 0.68, 0.22]);
  });

  it('falls as its formula says', () => {
    expect(at('linear:20', 5)).toBe(0.75);
    const half = (Math.exp(-0.125) - Math.exp(-0.5)) / (1 - Math.exp(-0.5));
    expect(at('gaussian:20', 10)).toBeCloseTo(half, 15);
    expect(at('gaussian:20', 0)).toBe(1);
    expect(at('exponential:20', 20)).toBeCloseTo(1 / Math.E, 15);
    expect(decayLimit(asked('exponential:20'))).toBe(Infinity);
    expect([...decayWeights(asked('step:2'), Float64Array.of(1, 2, 3))]).toEqual([1, 1, 0]);
  });

  it('never rises with the cost, and stays within 0 and 1', () => {
    const kernel = fc.constantFrom(
      'step:15',
      'steps:5=1,10=0.68,15=0.22',
      'linear:15',
      'gaussian:15',
      'exponential:15',
    );
    const cost = fc.double({ min: 0, max: 40, noNaN: true });
    fc.assert(
      fc.property(kernel, cost, cost, (text, a, b) => {
        const [near, far] = [at(text, Math.min(a, b)), at(text, Math.max(a, b))];
        expect(near).toBeGreaterThanOrEqual(far);
        expect(far).toBeGreaterThanOrEqual(0);
        expect(near).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500, seed: 41 },
    );
  });

  it('reads units, and refuses what means nothing', () => {
    expect(parseDecay('step:1.5km')).toEqual({ decay: { kind: 'step', limit: 1500 }, unit: 'meters' });
    expect(parseDecay('gaussian:15min')?.unit).toBe('minutes');
    const bad = [
      'step',
      'step:',
      'step:0',
      'step:-5',
      'step:15h',
      'step:5,6',
      'cube:3',
      'steps:5',
      'steps:10=1,5=0.5',
    ];
    for (const text of [...bad, 'steps:5=0.5,10=0.9', 'steps:5=2', 'steps:5=1,10min=0.5', 'linear:15=1', ''])
      expect(parseDecay(text), text).toBeUndefined();
  });
});
