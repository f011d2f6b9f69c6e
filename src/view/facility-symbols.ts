import type { Facilities, FacilityStatus } from '../core/dataset/facilities.ts';
import { type ServiceId, serviceOf } from '../core/dataset/services.ts';

/**
 * Symbols of facilities: the service gives hue and shape, the capacity the size, the status the look (planned: hollow;
 * closed: crossed out). Outlines are points around (0, 0) within the unit circle, y downwards.
 */
export type Outline = [x: number, y: number][];

function regular(sides: number, turn: number, radius = 1): Outline {
  return Array.from({ length: sides }, (_, k) => {
    const angle = ((k / sides) * 2 - 0.5) * Math.PI + turn;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
}

function star(): Outline {
  return regular(10, 0).map(([x, y], k) => (k % 2 === 0 ? [x, y] : [x * 0.48, y * 0.48]));
}

function cross(): Outline {
  const [a, b] = [0.34, 0.95];
  return [
    [-a, -b],
    [a, -b],
    [a, -a],
    [b, -a],
    [b, a],
    [a, a],
    [a, b],
    [-a, b],
    [-a, a],
    [-b, a],
    [-b, -a],
    [-a, -a],
  ];
}

const OUTLINES: Record<string, Outline> = {
  circle: regular(24, 0, 0.88),
  triangle: regular(3, 0, 1.05),
  square: regular(4, Math.PI / 4, 1.08),
  diamond: regular(4, 0, 1.05),
  pentagon: regular(5, 0),
  hexagon: regular(6, 0),
  star: star(),
  cross: cross(),
};

export function outlineOf(service: ServiceId): Outline {
  return OUTLINES[serviceOf(service).shape] ?? OUTLINES.circle;
}

/** Points of an outline as SVG writes them, centred in a box of `size`. */
export function svgPoints(outline: Outline, size: number): string {
  const radius = size / 2 - 1.5;
  return outline
    .map(([x, y]) => `${(x * radius + size / 2).toFixed(1)},${(y * radius + size / 2).toFixed(1)}`)
    .join(' ');
}

export function symbolId(service: ServiceId, status: FacilityStatus): string {
  return `facility:${status}:${service}`;
}

/** Times the normal size: by the square root of capacity against the median of its service; 1 where not surveyed. */
export function symbolScale(capacity: number, median: number): number {
  if (!(capacity > 0) || !(median > 0)) return 1;
  return Math.min(1.5, Math.max(0.75, Math.sqrt(capacity / median)));
}

/**
 * Facilities of the chosen services as features: `id` is the row. Closed lie below planned, planned below open. `unlinked`:
 * rows that no street is near, which are ringed.
 */
export function facilityFeatures(
  facilities: Facilities,
  services: readonly ServiceId[],
  unlinked: Iterable<number> = [],
): GeoJSON.FeatureCollection {
  const withoutStreet = new Set(unlinked);
  const order: Record<FacilityStatus, number> = { closed: 0, planned: 1, open: 2 };
  const features: GeoJSON.Feature[] = [];
  for (const service of services) {
    const rows = [...facilities.service.keys()].filter((row) => facilities.service[row] === service);
    const median = medianOf(rows.map((row) => facilities.capacity[row]).filter((capacity) => capacity > 0));
    for (const row of rows) {
      const status = facilities.status[row];
      features.push({
        type: 'Feature',
        id: row,
        properties: {
          row,
          name: facilities.name[row],
          symbol: symbolId(service, status),
          scale: symbolScale(facilities.capacity[row], median),
          order: order[status],
          isUnlinked: withoutStreet.has(row),
        },
        geometry: { type: 'Point', coordinates: [facilities.lng[row], facilities.lat[row]] },
      });
    }
  }
  return { type: 'FeatureCollection', features };
}

function medianOf(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[Math.floor(sorted.length / 2)];
}
