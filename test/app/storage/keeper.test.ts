import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Keeper } from '../../../src/app/compute/keeper.ts';
import { openDatabase } from '../../../src/app/storage/database.ts';
import type { ProjectStore } from '../../../src/app/storage/project-store.ts';
import { DEFAULT_SETTINGS, type DocumentState } from '../../../src/app/store/document.ts';
import { put, setDocument, useStore } from '../../../src/app/store/store.ts';
import type { OpenSource } from '../../../src/core/project/load.ts';

const MAPPING = { role: 'facilities', lng: 'x', lat: 'y', crs: 'wgs84' } as const;

function own(id: string, name = id): DocumentState {
  return {
    id,
    name,
    note: undefined,
    isSample: false,
    sources: [{ files: ['f.csv'], mapping: MAPPING }],
    settings: DEFAULT_SETTINGS,
  };
}

function sources(text: string): OpenSource[] {
  return [{ files: [{ name: 'f.csv', bytes: new TextEncoder().encode(text) }], mapping: MAPPING }];
}

/** Every write of the store, counted; the one numbered `breaks` fails as a full disk does. */
function breaking(store: ProjectStore, breaks: number): ProjectStore & { writes: number } {
  const counted = {
    ...store,
    writes: 0,
    write: (...args: Parameters<ProjectStore['write']>) => step(() => store.write(...args)),
    writeFile: (...args: Parameters<ProjectStore['writeFile']>) => step(() => store.writeFile(...args)),
  };
  async function step<T>(work: () => Promise<T>): Promise<T> {
    counted.writes++;
    if (counted.writes === breaks) throw new DOMException('full', 'QuotaExceededError');
    return work();
  }
  return counted;
}

let databases = 0;
let name = '';

beforeEach(() => {
  databases++;
  name = `keeper ${databases}`;
  put('sources', []);
  useStore.setState({ document: { ...own(''), id: '' }, saving: { state: 'nothing' } });
});

async function readText(keeper: Keeper, id: string): Promise<string | undefined> {
  const read = await keeper.read(id);
  return read && `${read.document.name}: ${new TextDecoder().decode(read.sources[0].files[0].bytes)}`;
}

describe('the keeper of the page', () => {
  it('saves what changes, and another page reads the same', async () => {
    const keeper = new Keeper(openDatabase(name));
    keeper.watch();
    put('sources', sources('one'));
    useStore.setState({ document: own('p', 'first') });
    await keeper.flush();
    expect(useStore.getState().saving.state).toBe('kept');
    setDocument({ name: 'second' });
    expect(useStore.getState().saving.state).toBe('saving');
    await keeper.flush();
    keeper.stop();
    expect(await readText(new Keeper(openDatabase(name)), 'p')).toBe('second: one');
  });

  it('keeps what was decided about the rows of a file', async () => {
    const review = { sha256: 'a'.repeat(64), edits: [{ kind: 'gate', action: 'exclude', rows: [3] }] };
    const [source] = sources('one');
    const keeper = new Keeper(openDatabase(name));
    keeper.watch();
    put('sources', [{ ...source, review } as OpenSource]);
    const [described] = own('p').sources;
    useStore.setState({ document: { ...own('p'), sources: [{ ...described, review }] } as DocumentState });
    await keeper.flush();
    keeper.stop();
    const read = await new Keeper(openDatabase(name)).read('p');
    expect(read?.sources[0].review).toEqual(review);
    expect(read?.document.sources[0].review).toEqual(review);
  });

  it('whichever write fails, what was confirmed before is whole, and the badge says so', async () => {
    for (let breaks = 1; breaks <= 3; breaks++) {
      const keeper = new Keeper(openDatabase(`${name}-${breaks}`));
      keeper.watch();
      put('sources', sources('confirmed'));
      useStore.setState({ document: own('p', 'confirmed') });
      await keeper.flush();
      keeper.stop();
      const failing = new Keeper(breaking(openDatabase(`${name}-${breaks}`), breaks));
      failing.watch();
      put('sources', [...sources('new'), ...sources('and another')]);
      useStore.setState({
        document: { ...own('p', 'new'), sources: [...own('p').sources, ...own('p').sources] },
      });
      await failing.flush();
      expect(useStore.getState().saving).toMatchObject({ state: 'unsaved', why: 'full' });
      const reader = new Keeper(openDatabase(`${name}-${breaks}`));
      expect(await readText(reader, 'p')).toBe('confirmed: confirmed');
      // The disk has room again: the same change goes through.
      await failing.flush();
      expect(useStore.getState().saving.state).toBe('kept');
      expect(await readText(reader, 'p')).toBe('new: new');
      failing.stop();
    }
  });

  it('writes a file once, however often the settings change', async () => {
    const store = breaking(openDatabase(name), -1);
    const keeper = new Keeper(store);
    keeper.watch();
    put('sources', sources('one'));
    useStore.setState({ document: own('p') });
    await keeper.flush();
    for (const title of ['a', 'b', 'c']) {
      setDocument({ name: title });
      await keeper.flush();
    }
    keeper.stop();
    // One file and four records.
    expect(store.writes).toBe(5);
  });

  it('keeps nothing in memory-only mode, and everything when that ends', async () => {
    const store = openDatabase(name);
    const keeper = new Keeper(store);
    keeper.watch();
    keeper.setOff(true);
    put('sources', sources('secret'));
    useStore.setState({ document: own('p') });
    await keeper.flush();
    expect(await store.list()).toEqual([]);
    expect(useStore.getState().saving.state).toBe('off');
    keeper.setOff(false);
    await keeper.flush();
    keeper.stop();
    expect(await store.list()).toHaveLength(1);
  });

  it('leaves a record of a newer version as it is', async () => {
    const store = openDatabase(name);
    const record = {
      id: 'p',
      version: 99,
      revision: 0,
      savedAt: 1,
      bytes: 0,
      document: { name: 'x' },
      files: [],
    };
    await store.write(record, 0);
    await expect(new Keeper(store).read('p')).rejects.toMatchObject({ issue: { code: 'stored-newer' } });
    expect(await store.read('p')).toMatchObject({ version: 99, document: { name: 'x' } });
  });

  it('names the field of a record that does not fit', async () => {
    const store = openDatabase(name);
    const document = { ...own('p'), settings: { ...DEFAULT_SETTINGS, resolution: 99 } };
    await store.write({ id: 'p', version: 1, revision: 0, savedAt: 1, bytes: 0, document, files: [[]] }, 0);
    await expect(new Keeper(store).read('p')).rejects.toMatchObject({
      issue: { code: 'stored-unreadable', values: { field: 'settings.resolution' } },
    });
  });
});
