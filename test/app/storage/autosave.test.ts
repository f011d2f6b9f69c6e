import { describe, expect, it } from 'vitest';
import { createAutosave, type SaveState } from '../../../src/app/storage/autosave.ts';
import { ChangedElsewhere } from '../../../src/app/storage/project-store.ts';

/** A clock that is turned by hand, and a store that answers when told to. */
function bench() {
  let time = 0;
  let timers: { at: number; call: () => void }[] = [];
  const told: SaveState[] = [];
  const saves: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const autosave = createAutosave({
    save: () => new Promise<void>((resolve, reject) => saves.push({ resolve, reject })),
    tell: (state) => told.push(state),
    now: () => time,
    later: (milliseconds, call) => {
      const timer = { at: time + milliseconds, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
    const due = timers.filter((one) => one.at <= time);
    timers = timers.filter((one) => one.at > time);
    for (const { call } of due) call();
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { autosave, told, saves, pass, settle, waiting: () => timers.length };
}

describe('autosave', () => {
  it('writes a change after a rest, and says kept only when it was confirmed', async () => {
    const { autosave, told, saves, pass, settle } = bench();
    autosave.touch();
    pass(399);
    expect(saves).toHaveLength(0);
    pass(1);
    expect(saves).toHaveLength(1);
    await settle();
    expect(told.at(-1)).toEqual({ state: 'saving' });
    saves[0].resolve();
    await settle();
    expect(told.at(-1)).toEqual({ state: 'kept', at: 400 });
  });

  it('does not wait for ever while changes go on: within a second of the first one', () => {
    const { autosave, saves, pass } = bench();
    for (let k = 0; k < 9; k++) {
      autosave.touch();
      pass(100);
    }
    expect(saves).toHaveLength(1);
  });

  it('a change during a save is not called kept until it was written too', async () => {
    const { autosave, told, saves, pass, settle } = bench();
    autosave.touch();
    pass(400);
    autosave.touch();
    saves[0].resolve();
    await settle();
    expect(told.at(-1)?.state).toBe('saving');
    pass(400);
    expect(saves).toHaveLength(2);
    saves[1].resolve();
    await settle();
    expect(told.at(-1)?.state).toBe('kept');
  });

  it('says a full disk, and tries again by itself', async () => {
    const { autosave, told, saves, pass, settle } = bench();
    autosave.touch();
    pass(400);
    saves[0].reject(Object.assign(new Error('aborted'), { inner: { name: 'QuotaExceededError' } }));
    await settle();
    expect(told.at(-1)).toMatchObject({ state: 'unsaved', why: 'full' });
    pass(5000);
    expect(saves).toHaveLength(2);
    saves[1].resolve();
    await settle();
    expect(told.at(-1)?.state).toBe('kept');
  });

  it('never writes over another window, however long it waits', async () => {
    const { autosave, told, saves, pass, settle, waiting } = bench();
    autosave.touch();
    pass(400);
    saves[0].reject(new ChangedElsewhere());
    await settle();
    expect(told.at(-1)).toMatchObject({ state: 'unsaved', why: 'elsewhere' });
    expect(waiting()).toBe(0);
  });

  it('flush writes at once what is waiting, and what was touched while it wrote', async () => {
    const { autosave, saves, settle } = bench();
    autosave.touch();
    let isFlushed = false;
    const flushed = autosave.flush().then(() => {
      isFlushed = true;
    });
    expect(saves).toHaveLength(1);
    await settle();
    expect(isFlushed).toBe(false);
    saves[0].resolve();
    await flushed;
  });

  it('stop forgets what was waiting', () => {
    const { autosave, saves, pass } = bench();
    autosave.touch();
    autosave.stop();
    pass(10_000);
    expect(saves).toHaveLength(0);
  });
});
