import { Dexie, type EntityTable, type Table } from 'dexie';
import { ChangedElsewhere, type ProjectEntry, type ProjectStore } from './project-store.ts';
import { STORED_VERSION, type StoredProject } from './stored-project.ts';

/** Large files are written piece by piece: a piece is soon copied, so the page does not stop. */
const CHUNK_BYTES = 4 * 1024 * 1024;

interface Chunk {
  file: string;
  index: number;
  bytes: Uint8Array;
}

interface FileHead {
  file: string;
  bytes: number;
  chunks: number;
}

/** The tables. `durability: strict`: what is confirmed lies on the disk, not in a cache of the system. */
class Tables extends Dexie {
  declare projects: EntityTable<StoredProject, 'id'>;
  declare files: EntityTable<FileHead, 'file'>;
  declare chunks: Table<Chunk, [string, number]>;
  declare notes: Table<{ key: string; value: string }, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ projects: 'id', files: 'file', chunks: '[file+index], file', notes: 'key' });
  }
}

/** Projects in IndexedDB. Throws where the browser keeps nothing (some private windows). */
export function openDatabase(name = 'catchment'): ProjectStore {
  const tables = new Tables(name);
  return {
    list: async () => (await tables.projects.toArray()).map(entryOf).sort((a, b) => b.savedAt - a.savedAt),
    read: (id) => tables.projects.get(id),
    write: (project, expected) => writeProject(tables, project, expected),
    hasFile: async (file) => (await tables.files.get(file)) !== undefined,
    writeFile: (file, bytes) => writeFile(tables, file, bytes),
    readFile: (file) => readFile(tables, file),
    remove: (id) =>
      tables.transaction('rw', tables.projects, tables.notes, async () => {
        await tables.projects.delete(id);
        if ((await tables.notes.get('last'))?.value === id) await tables.notes.delete('last');
      }),
    last: async () => (await tables.notes.get('last'))?.value,
    sweep: () => sweep(tables),
    wipe: async () => {
      await tables.delete();
      await tables.open();
    },
  };
}

function entryOf({ id, document, savedAt, bytes, version }: StoredProject): ProjectEntry {
  const { name, isSample } = (document ?? {}) as { name?: unknown; isSample?: unknown };
  return {
    id,
    name: String(name ?? id),
    savedAt,
    bytes,
    isSample: isSample === true,
    isNewer: version > STORED_VERSION,
  };
}

function writeProject(tables: Tables, project: StoredProject, expected: number): Promise<number> {
  return tables.transaction('rw', tables.projects, tables.notes, async () => {
    const there = await tables.projects.get(project.id);
    if ((there?.revision ?? 0) !== expected) throw new ChangedElsewhere();
    const revision = expected + 1;
    await tables.projects.put({ ...project, revision });
    await tables.notes.put({ key: 'last', value: project.id });
    return revision;
  });
}

/** The head is written last: a file without one was never finished. */
async function writeFile(tables: Tables, file: string, bytes: Uint8Array): Promise<void> {
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  for (let index = 0; index < chunks; index++) {
    const piece = bytes.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    await tables.chunks.put({ file, index, bytes: piece });
  }
  await tables.files.put({ file, bytes: bytes.length, chunks });
}

async function readFile(tables: Tables, file: string): Promise<Uint8Array> {
  const head = await tables.files.get(file);
  if (!head) throw new Error(`file ${file} is not there`);
  const bytes = new Uint8Array(head.bytes);
  let offset = 0;
  for (let index = 0; index < head.chunks; index++) {
    const chunk = await tables.chunks.get([file, index]);
    if (!chunk) throw new Error(`file ${file} lacks piece ${index}`);
    bytes.set(chunk.bytes, offset);
    offset += chunk.bytes.length;
  }
  return bytes;
}

async function sweep(tables: Tables): Promise<void> {
  await tables.transaction('rw', tables.projects, tables.files, tables.chunks, async () => {
    const named = new Set<string>();
    await tables.projects.each(({ files }) => {
      for (const { file } of files.flat()) named.add(file);
    });
    const isLoose = (file: string) => !named.has(file);
    const loose = new Set((await tables.chunks.orderBy('file').uniqueKeys()).map(String).filter(isLoose));
    for (const file of loose) {
      await tables.chunks.where('file').equals(file).delete();
      await tables.files.delete(file);
    }
  });
}
