import { expect, test } from 'vitest';
import { randomSource } from '../builders/random.ts';
import { mutate } from './mutate.ts';
import { readAll } from './read-all.ts';
import { damaged, samples } from './samples.ts';

/** A short slice of `npm run fuzz`, always the same. */
const COUNT = 100;

test.each((await samples()).map((sample) => [sample.id, sample] as const))(
  'a hundred damaged files of %s are read or refused',
  async (id, sample) => {
    const sound = await readAll(
      damaged(
        sample,
        (bytes) => bytes,
        () => 0,
      ),
    );
    expect(sound).toEqual({ state: 'read' });
    const count = id === 'osm-pbf' ? COUNT / 5 : COUNT;
    for (let seed = 0; seed < count; seed++) {
      const random = randomSource(7_000_000 + seed);
      const outcome = await readAll(
        damaged(
          sample,
          (bytes) => mutate(bytes, random),
          (parts) => seed % parts,
        ),
      );
      expect(outcome, `${id}, seed ${seed}`).not.toHaveProperty('reason');
    }
  },
);
