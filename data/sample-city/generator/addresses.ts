import type { City } from './city.ts';
import type { Point } from './geometry.ts';

/** The nearest named street and a house number that grows along it, 2 per 15 m, even on one side and odd on the other. */
export function createAddresses({ ground, ways }: City): (at: Point) => string {
  const named = ways
    .filter(({ tags }) => tags.name && !tags.bridge)
    .map(({ line, tags }) => ({ name: tags.name, points: line.map((id) => ground.points[id]) }));
  return (at) => {
    let best = { distance: Number.POSITIVE_INFINITY, name: '', number: 1 };
    for (const { name, points } of named) {
      let along = 0;
      for (let i = 1; i < points.length; i++) {
        const a = points[i - 1];
        const b = points[i];
        const length = Math.hypot(b.x - a.x, b.y - a.y);
        const t = Math.max(
          0,
          Math.min(1, ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / (length * length)),
        );
        const distance = Math.hypot(at.x - a.x - t * (b.x - a.x), at.y - a.y - t * (b.y - a.y));
        if (distance < best.distance) {
          const left = (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x) > 0;
          best = { distance, name, number: 2 * (1 + Math.floor((along + t * length) / 15)) - (left ? 1 : 0) };
        }
        along += length;
      }
    }
    return `${best.name}${best.number}号`;
  };
}
