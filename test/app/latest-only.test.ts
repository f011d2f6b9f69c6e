import { expect, it } from 'vitest';
import { latestOnly } from '../../src/app/compute/latest-only.ts';

it('runs one at a time, and the newest of those that came meanwhile', async () => {
  let asked = 0;
  const answered: number[] = [];
  const run = latestOnly(async () => {
    const now = asked;
    await Promise.resolve();
    answered.push(now);
  });
  for (asked = 1; asked <= 5; asked++) void run();
  asked = 5;
  await run();
  expect(answered).toEqual([1, 5]);
});
