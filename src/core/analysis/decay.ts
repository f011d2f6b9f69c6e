import { exponentialOfNegative } from '../exponential.ts';

/**
 * How much a facility counts for somebody `cost` away. Costs and parameters are in one unit, that of the matrix (metres
 * or minutes). Weights lie in [0, 1] and never rise with the cost. A limit is inside (≤), beyond it the weight is 0.
 */
export type Decay =
  /** 1 up to the limit. The kernel of 2SFCA, and the one for a legal standard. */
  | { kind: 'step'; limit: number }
  /** The weight of the first band whose limit the cost does not pass. Bands ascend in limit and fall in weight (Luo & Qi 2009). */
  | { kind: 'steps'; bands: { limit: number; weight: number }[] }
  /** 1 − cost / limit: 0 at the limit itself. */
  | { kind: 'linear'; limit: number }
  /** (e^{−½(cost/limit)²} − e^{−½}) / (1 − e^{−½}): 1 at the door, 0 at the limit (Dai 2010). */
  | { kind: 'gaussian'; limit: number }
  /** e^{−cost/scale}: 1/e at `scale`, and never quite 0. Only the matrix, or `limit`, ends it. */
  | { kind: 'exponential'; scale: number; limit: number };

const GAUSS_END = exponentialOfNegative(-0.5);

export function weightAt(decay: Decay, cost: number): number {
  return kernelOf(decay)(cost);
}

/** The formula with its parameters filled in: chosen once, not once an entry. */
function kernelOf(decay: Decay): (cost: number) => number {
  switch (decay.kind) {
    case 'step':
      return stepKernel(decay.limit);
    case 'steps':
      return (cost) => decay.bands.find(({ limit }) => cost <= limit)?.weight ?? 0;
    case 'linear':
      return linearKernel(decay.limit);
    case 'gaussian':
      return gaussianKernel(decay.limit);
    case 'exponential':
      return exponentialKernel(decay.scale, decay.limit);
  }
}

function stepKernel(limit: number) {
  return (cost: number) => (cost <= limit ? 1 : 0);
}

function linearKernel(limit: number) {
  return (cost: number) => (cost <= limit ? 1 - cost / limit : 0);
}

function gaussianKernel(limit: number) {
  const scale = 1 / (1 - GAUSS_END);
  return (cost: number) => {
    // At the limit the part is 1 and the weight 0, to the last bit.
    const part = cost / limit;
    return part < 1 ? (exponentialOfNegative(-0.5 * part * part) - GAUSS_END) * scale : 0;
  };
}

function exponentialKernel(scale: number, limit: number) {
  return (cost: number) => (cost <= limit ? exponentialOfNegative(-cost / scale) : 0);
}

/** The weight of every entry of a matrix, to be used by both steps of a floating catchment. */
export function decayWeights(decay: Decay, costs: Float64Array): Float64Array {
  const weights = new Float64Array(costs.length);
  const kernel = kernelOf(decay);
  for (let e = 0; e < costs.length; e++) weights[e] = kernel(costs[e]);
  return weights;
}

/** The cost beyond which nothing counts; Infinity for an exponential without an end. */
export function decayLimit(decay: Decay): number {
  return decay.kind === 'steps' ? (decay.bands.at(-1)?.limit ?? 0) : decay.limit;
}

/** A decay as it was asked for, with the unit if one was named. */
export interface AskedDecay {
  decay: Decay;
  unit?: 'meters' | 'minutes';
}

const UNITS = { m: 'meters', km: 'meters', min: 'minutes' } as const;
const AMOUNT = /^(\d+(?:\.\d+)?|\.\d+)(m|km|min)?$/i;

/**
 * `step:15`, `steps:5=1,10=0.68,15=0.22`, `linear:15`, `gaussian:15`, `exponential:15` (1/e at 15), `exponential:15,60` (and
 * nothing beyond 60). An amount may name its unit: `500m`, `1km`, `15min`. Undefined when it is none of these.
 */
export function parseDecay(text: string): AskedDecay | undefined {
  const [kind, ...rest] = text.trim().toLowerCase().split(':');
  if (rest.length !== 1) return undefined;
  const parts = rest[0].split(',').map((part) => part.split('=').map((piece) => piece.trim()));
  const amounts = parts.map(([amount]) => readAmount(amount));
  const units = new Set(amounts.map((amount) => amount?.unit));
  // Bands in metres and minutes at once mean nothing.
  if (units.size !== 1) return undefined;
  const limits = amounts.map((amount) => amount?.value ?? Number.NaN);
  if (limits.some((limit) => !(limit > 0))) return undefined;
  const decay = kind === 'steps' ? stepsOf(parts, limits) : smoothOf(kind, parts, limits);
  const [unit] = units;
  return decay && { decay, ...(unit === undefined ? {} : { unit }) };
}

function readAmount(text: string): { value: number; unit?: 'meters' | 'minutes' } | undefined {
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const word = match[2]?.toLowerCase() as keyof typeof UNITS | undefined;
  const value = Number(match[1]) * (word === 'km' ? 1000 : 1);
  return word === undefined ? { value } : { value, unit: UNITS[word] };
}

function smoothOf(kind: string, parts: string[][], limits: number[]): Decay | undefined {
  if (parts.some((part) => part.length > 1)) return undefined;
  const [first, second] = limits;
  if (kind === 'exponential' && limits.length <= 2)
    return { kind, scale: first, limit: second ?? Number.POSITIVE_INFINITY };
  if (limits.length > 1) return undefined;
  return kind === 'step' || kind === 'linear' || kind === 'gaussian' ? { kind, limit: first } : undefined;
}

function stepsOf(parts: string[][], limits: number[]): Decay | undefined {
  const bands = limits.map((limit, i) => ({ limit, weight: parts[i][1] ? Number(parts[i][1]) : Number.NaN }));
  const fits = bands.every(({ limit, weight }, i) => {
    const before = bands[i - 1] ?? { limit: 0, weight: 1 };
    return parts[i].length === 2 && limit > before.limit && weight >= 0 && weight <= before.weight;
  });
  return fits ? { kind: 'steps', bands } : undefined;
}
