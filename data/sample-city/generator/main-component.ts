import { expand, type Ground } from './ground.ts';
import type { Way } from './roads.ts';

/** Ways with the points that other ways set on them, without those that hang together with nothing. */
export function mainComponent(ground: Ground, ways: Way[]): Way[] {
  const whole = ways.map((way) => ({ ...way, line: expand(ground, way.line) }));
  const parent = ground.points.map((_, id) => id);
  const root = (id: number): number => {
    while (parent[id] !== id) id = parent[id] = parent[parent[id]];
    return id;
  };
  for (const { line } of whole) for (const id of line) parent[root(id)] = root(line[0]);
  const size = new Map<number, number>();
  for (const { line } of whole) size.set(root(line[0]), (size.get(root(line[0])) ?? 0) + line.length);
  const largest = [...size].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
  return whole.filter(({ line }) => root(line[0]) === largest);
}
