import { expect, it } from 'vitest';
import { newestJob } from '../../src/app/compute/newest-job.ts';
import { useStore } from '../../src/app/store/store.ts';

const stateNow = () => useStore.getState().jobs.capacity.state;

/** Work that is finished, or given up as the engine gives it up, when the test says so. */
function slowWork() {
  const finish: ((value: number) => void)[] = [];
  const giveUp: (() => void)[] = [];
  const ask = newestJob(
    'capacity',
    (_onProgress, n: number) =>
      new Promise<number>((resolve, reject) => {
        finish[n] = resolve;
        giveUp[n] = () => reject(Object.assign(new Error('cancelled'), { cancelled: true }));
      }),
  );
  return { ask, finish, giveUp };
}

it('the end of an older call does not end the newer one', async () => {
  const { ask, finish, giveUp } = slowWork();
  const [older, newer] = [ask(0), ask(1)];
  giveUp[0]();
  expect(await older).toBeUndefined();
  expect(stateNow()).toBe('running');
  finish[1](7);
  expect(await newer).toBe(7);
  expect(stateNow()).toBe('done');
});

it('an older answer that comes late is no answer, and leaves nothing running', async () => {
  const { ask, finish, giveUp } = slowWork();
  const [older, newer] = [ask(0), ask(1)];
  finish[1](7);
  expect(await newer).toBe(7);
  giveUp[0]();
  expect(await older).toBeUndefined();
  expect(stateNow()).toBe('done');
});

it('the newest one that is stopped is idle', async () => {
  const { ask, giveUp } = slowWork();
  const only = ask(0);
  giveUp[0]();
  expect(await only).toBeUndefined();
  expect(stateNow()).toBe('idle');
});
