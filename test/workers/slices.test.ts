import { describe, expect, it } from 'vitest';
import { readStreets } from '../../src/core/formats/read-streets.ts';
import type { Progress } from '../../src/core/task.ts';
import { Cancelled, sliced } from '../../workers/slices.ts';
import { textFile } from '../builders/analysis.ts';

/** One long street of many nodes: reading it takes many slices. */
function longStreet(nodes: number) {
  const lines = ['<osm version="0.6">'];
  for (let n = 1; n <= nodes; n++)
    lines.push(`<node id="${n}" lat="${(31 + n * 1e-6).toFixed(6)}" lon="121.46"/>`);
  for (let from = 1; from < nodes; from += 500) {
    const refs = Array.from({ length: Math.min(501, nodes - from + 1) }, (_, k) => `<nd ref="${from + k}"/>`);
    lines.push(`<way id="${from}">${refs.join('')}<tag k="highway" v="residential"/></way>`);
  }
  return textFile('长街.osm', `${lines.join('\n')}\n</osm>\n`);
}

describe('reading streets in slices', () => {
  it('tells how far it is, and comes to the end', async () => {
    const told: Progress[] = [];
    const run = sliced(
      () => true,
      (progress) => told.push(progress),
    );
    const streets = await run(readStreets([longStreet(120_000)]));
    expect(streets.value.lng.length).toBe(120_000);
    expect(told.length).toBeGreaterThan(1);
    for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total);
  });

  it('stops between two slices when nobody wants it any more', async () => {
    let asked = 0;
    const run = sliced(
      () => {
        asked++;
        return asked < 2;
      },
      () => {},
    );
    await expect(run(readStreets([longStreet(120_000)]))).rejects.toThrow(Cancelled);
    expect(asked).toBe(2);
  });
});
