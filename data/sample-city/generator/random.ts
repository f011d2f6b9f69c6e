/**
 * Random numbers with a fixed seed. Every part of the generator draws from a stream of its own name, so that a change
 * in one part does not move the whole city.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Standard normal, cut at ±2.5 so that no single value spoils the picture. */
  normal(): number;
}

const SEED = 20240607;

export function createRandom(stream: string): Random {
  let state = hashText(stream) ^ SEED;
  // mulberry32: 32 bits of state are plenty for a city, and every engine gives the same numbers.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)],
    normal: () => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return Math.max(-2.5, Math.min(2.5, radius * Math.cos(2 * Math.PI * next())));
    },
  };
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Smooth noise in [-1, 1] that varies over about one unit of x and y. */
export function createNoise(stream: string): (x: number, y: number) => number {
  const corner = (i: number, j: number) => hashText(`${SEED}|${stream}|${i}|${j}`) / 2147483648 - 1;
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const u = ease(x - i);
    const v = ease(y - j);
    const south = corner(i, j) * (1 - u) + corner(i + 1, j) * u;
    const north = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u;
    return south * (1 - v) + north * v;
  };
}
