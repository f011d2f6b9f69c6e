import type { Catchments } from '../analysis/catchments.ts';
import { type Decay, decayWeights } from '../analysis/decay.ts';
import {
  balancedFloatingCatchment,
  type FloatingCatchment,
  floatingCatchment,
} from '../analysis/floating-catchment.ts';

export const ACCESS_METHODS = ['2sfca', 'e2sfca', 'bfca'] as const;

export const DECAYS = ['step', 'steps', 'linear', 'gaussian', 'exponential'] as const;

/** How places are shared among those who reach them: everybody within the limit alike, or the near ones more. */
export interface AccessKernel {
  method: (typeof ACCESS_METHODS)[number];
  /** For `e2sfca` and `bfca`; 2SFCA is the step. */
  decay: (typeof DECAYS)[number];
}

/**
 * A decay by name, fitted to the limit of the question: bands at thirds of it with the weights of Luo & Qi (2009), or an
 * exponential that has fallen to 5 % there (scale: a third of the limit).
 */
export function decayWithin(kind: AccessKernel['decay'], limit: number): Decay {
  switch (kind) {
    case 'steps':
      return {
        kind,
        bands: [
          { limit: limit / 3, weight: 1 },
          { limit: (limit * 2) / 3, weight: 0.68 },
          { limit, weight: 0.22 },
        ],
      };
    case 'exponential':
      return { kind, scale: limit / 3, limit };
    default:
      return { kind, limit };
  }
}

/** Supply per person by place; `supply` by facility row, in its own unit. */
export function accessBy(
  { method, decay }: AccessKernel,
  matrix: Catchments,
  supply: ArrayLike<number>,
  people: Float64Array,
): FloatingCatchment {
  const kind = method === '2sfca' ? 'step' : decay;
  const weights = decayWeights(decayWithin(kind, matrix.limitMeters), matrix.meters);
  const measure = method === 'bfca' ? balancedFloatingCatchment : floatingCatchment;
  return measure(matrix, weights, supply, people);
}
