import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/app/storage/database.ts';
import { ChangedElsewhere, type ProjectStore } from '../../../src/app/storage/project-store.ts';
import { STORED_VERSION, type StoredProject } from '../../../src/app/storage/stored-project.ts';

let store: ProjectStore;
let databases = 0;

beforeEach(() => {
  databases++;
  store = openDatabase(`test ${databases}`);
});

function project(id: string, files: string[] = [], more: Partial<StoredProject> = {}): StoredProject {
  return {
    id,
    version: STORED_VERSION,
    revision: 0,
    savedAt: 1,
    bytes: 0,
    document: { name: `name of ${id}`, isSample: false },
    files: [files.map((file) => ({ name: `${file}.csv`, file, bytes: 1 }))],
    ...more,
  };
}

describe('projects in IndexedDB', () => {
  it('come back as they were written, the latest first', async () => {
    await store.write(project('a', [], { savedAt: 1 }), 0);
    await store.write(project('b', [], { savedAt: 2, version: STORED_VERSION + 1 }), 0);
    expect((await store.list()).map(({ id, name, isNewer }) => ({ id, name, isNewer }))).toEqual([
      { id: 'b', name: 'name of b', isNewer: true },
      { id: 'a', name: 'name of a', isNewer: false },
    ]);
    expect(await store.read('a')).toEqual(project('a', [], { savedAt: 1, revision: 1 }));
    expect(await store.last()).toBe('b');
  });

  it('are not overwritten by one who has not seen the latest revision', async () => {
    expect(await store.write(project('a'), 0)).toBe(1);
    expect(await store.write(project('a', ['mine']), 1)).toBe(2);
    await expect(store.write(project('a', ['other']), 1)).rejects.toThrow(ChangedElsewhere);
    expect((await store.read('a'))?.files[0][0].file).toBe('mine');
  });

  it('keeps large files in pieces and gives them back whole', async () => {
    const bytes = Uint8Array.from({ length: 9_000_001 }, (_, i) => i % 251);
    await store.writeFile('big', bytes);
    await store.writeFile('none', new Uint8Array(0));
    expect(Buffer.compare(await store.readFile('big'), bytes)).toBe(0);
    expect((await store.readFile('none')).length).toBe(0);
    await expect(store.readFile('other')).rejects.toThrow();
  });

  it('sweeps files that no project names, and no others', async () => {
    await store.writeFile('named', Uint8Array.of(1));
    await store.writeFile('loose', Uint8Array.of(2));
    await store.write(project('a', ['named']), 0);
    await store.sweep();
    expect([await store.hasFile('named'), await store.hasFile('loose')]).toEqual([true, false]);
    await store.remove('a');
    expect(await store.last()).toBeUndefined();
    await store.sweep();
    expect(await store.hasFile('named')).toBe(false);
  });

  it('wipes everything and goes on', async () => {
    await store.writeFile('file', Uint8Array.of(1));
    await store.write(project('a', ['file']), 0);
    await store.wipe();
    expect(await store.list()).toEqual([]);
    expect(await store.write(project('a'), 0)).toBe(1);
  });
});
