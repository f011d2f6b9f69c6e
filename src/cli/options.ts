import { InvalidArgumentError } from 'commander';
import type { CoordinateSystem } from '../core/table/mapping.ts';
import type { Say } from '../view/words/index.ts';

/** `500`, `500m`, `1.5km` → metres. Repeated options add up to a list. */
export function parseLimit(say: Say) {
  return (text: string, before: number[] = []): number[] => {
    const match = /^(\d+(?:\.\d+)?)\s*(m|km)?$/i.exec(text.trim());
    const meters = match ? Number(match[1]) * (match[2]?.toLowerCase() === 'km' ? 1000 : 1) : 0;
    if (!(meters > 0)) throw new InvalidArgumentError(say('cli.badLimit', { text }));
    return [...before, meters];
  };
}

export function parseResolution(say: Say) {
  return (text: string): number | 'points' => {
    if (text === 'points') return 'points';
    const resolution = Number(text);
    if (!Number.isInteger(resolution) || resolution < 5 || resolution > 12) {
      throw new InvalidArgumentError(say('cli.badResolution', { text }));
    }
    return resolution;
  };
}

export function parseDetour(say: Say) {
  return (text: string): number => {
    const factor = Number(text);
    if (!(factor >= 1 && factor <= 5)) throw new InvalidArgumentError(say('cli.badDetour', { text }));
    return factor;
  };
}

const SYSTEMS = ['wgs84', 'gcj02', 'bd09', 'bd09mc', 'webmercator'];

export function parseSystem(say: Say) {
  return (text: string): CoordinateSystem => {
    const known = SYSTEMS.includes(text) || text.startsWith('proj:');
    if (!known) throw new InvalidArgumentError(say('cli.badSystem', { text, known: SYSTEMS.join(', ') }));
    return text as CoordinateSystem;
  };
}
