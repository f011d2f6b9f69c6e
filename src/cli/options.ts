import { InvalidArgumentError } from 'commander';
import { WALKING_PROFILES, type WalkingProfile } from '../core/network/walking-rules.ts';
import type { ProjectSettings } from '../core/project/project.ts';
import { SPEED_GROUPS } from '../core/project/walking-speeds.ts';
import type { CoordinateSystem } from '../core/table/mapping.ts';
import type { Say } from '../view/words/index.ts';

/** A limit as it was asked for. */
export type AskedLimit = { meters: number } | { minutes: number };

/** `500`, `500m`, `1.5km`, `15min`. Repeated options add up to a list. */
export function parseLimit(say: Say) {
  return (text: string, before: AskedLimit[] = []): AskedLimit[] => {
    const match = /^(\d+(?:\.\d+)?)\s*(m|km|min)?$/i.exec(text.trim());
    const amount = Number(match?.[1] ?? 0);
    if (!(amount > 0)) throw new InvalidArgumentError(say('cli.badLimit', { text }));
    const unit = match?.[2]?.toLowerCase();
    if (unit === 'min') return [...before, { minutes: amount }];
    return [...before, { meters: amount * (unit === 'km' ? 1000 : 1) }];
  };
}

function isSpeed(speed: number): boolean {
  return speed >= 0.2 && speed <= 3;
}

export function parseSpeed(say: Say) {
  return (text: string): number => {
    const speed = Number(text);
    if (!isSpeed(speed)) throw badSpeed(text, say);
    return speed;
  };
}

function badSpeed(text: string, say: Say): InvalidArgumentError {
  return new InvalidArgumentError(say('cli.badSpeed', { text, known: SPEED_GROUPS.join(', ') }));
}

/** Speeds as asked for: one for everybody, and those of single groups of people. */
export type AskedSpeeds = Pick<ProjectSettings['walking'], 'metersPerSecond' | 'speeds'>;

/** `1.2` for everybody, `older=0.8` for one group. Repeated options add up. */
export function parseSpeeds(say: Say) {
  return (text: string, before: AskedSpeeds = { speeds: {} }): AskedSpeeds => {
    const [name, value, ...rest] = text.split('=').map((part) => part.trim());
    if (value === undefined) return { ...before, metersPerSecond: parseSpeed(say)(text) };
    const group = SPEED_GROUPS.find((known) => known === name);
    if (group === undefined || rest.length > 0 || !isSpeed(Number(value))) throw badSpeed(text, say);
    return { ...before, speeds: { ...before.speeds, [group]: Number(value) } };
  };
}

/** `2`, `2m`, `0.5 m`. */
export function parseTolerance(say: Say) {
  return (text: string): number => {
    const match = /^(\d+(?:\.\d+)?)\s*m?$/i.exec(text.trim());
    const meters = Number(match?.[1] ?? -1);
    if (!(meters >= 0 && meters <= 50)) throw new InvalidArgumentError(say('cli.badTolerance', { text }));
    return meters;
  };
}

/** An option that may be given several times. */
export function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}

export function parseProfile(say: Say) {
  return (text: string): WalkingProfile => {
    const profile = WALKING_PROFILES.find((known) => known === text);
    if (!profile) {
      const known = WALKING_PROFILES.join(', ');
      throw new InvalidArgumentError(say('cli.badProfile', { text, known }));
    }
    return profile;
  };
}

/** `lng,lat` in WGS-84 degrees. */
export function parsePosition(say: Say) {
  return (text: string): [lng: number, lat: number] => {
    const [lng, lat, ...rest] = text
      .split(',')
      .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    const fits = rest.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
    if (!fits) throw new InvalidArgumentError(say('cli.badPosition', { text }));
    return [lng, lat];
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

/** There is no `--crs`: it would not say of which file. Names the options that do. */
export function refuseCrs(say: Say) {
  return (text: string): never => {
    throw new InvalidArgumentError(say('cli.crsNames', { text }));
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
