import type { OpenSource } from '../../core/project/load.ts';
import { type Autosave, createAutosave } from '../storage/autosave.ts';
import { openDatabase } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { ifNobodyWrites, lockProject, whileWriting } from '../storage/project-lock.ts';
import { ChangedElsewhere, type ProjectStore } from '../storage/project-store.ts';
import { readStored, STORED_VERSION, type StoredFile } from '../storage/stored-project.ts';
import { cache } from '../store/cache.ts';
import type { DocumentState } from '../store/document.ts';
import { setSaving, useStore } from '../store/store.ts';

/** The project this window may write, and the revision that it has seen. */
interface Held {
  id: string;
  revision: number;
  release: (() => void) | undefined;
}

/**
 * Keeps the project of the page in the browser. One for the life of the page; the store of projects is given to it, so
 * that tests can give one that fails.
 */
export class Keeper {
  private held: Held | undefined;
  private kept: { document: DocumentState; sources: OpenSource[] } | undefined;
  /** Files never change, so the bytes themselves tell under which id they lie. */
  private readonly fileIds = new WeakMap<Uint8Array, string>();
  private readonly autosave: Autosave;
  private isOff = false;
  private unsubscribe: (() => void) | undefined;

  constructor(readonly store: ProjectStore) {
    this.autosave = createAutosave({
      save: () => this.save(),
      tell: (state) => setSaving(this.isOff ? { state: 'off' } : state),
      now: () => Date.now(),
      later: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    });
  }

  /** From now on every change of the document or its sources is saved. */
  watch(): void {
    this.unsubscribe = useStore.subscribe((state, before) => {
      if (state.document === before.document && state.revision.sources === before.revision.sources) return;
      this.touch();
    });
  }

  /** Writes what is waiting; for a page that is about to be closed. */
  flush(): Promise<void> {
    return this.autosave.flush();
  }

  /** Memory only: nothing is written from now on. What was saved before stays until it is removed. */
  setOff(isOff: boolean): void {
    this.isOff = isOff;
    this.autosave.stop();
    if (isOff) this.letGo();
    setSaving({ state: isOff ? 'off' : 'nothing' });
    if (!isOff) this.touch();
  }

  /** Reads a saved project; it is this window's to write unless another window has it. */
  async read(id: string): Promise<{ document: DocumentState; sources: OpenSource[] } | undefined> {
    const stored = await this.store.read(id);
    if (!stored) return undefined;
    const document = readStored(stored);
    const sources: OpenSource[] = [];
    for (const [k, { mapping, review }] of document.sources.entries()) {
      const files = [];
      for (const { name, file } of stored.files[k]) files.push({ name, bytes: await this.bytesOf(file) });
      sources.push({ files, mapping, ...(review && { review }) });
    }
    return { document, sources };
  }

  private async bytesOf(file: string): Promise<Uint8Array> {
    const bytes = await this.store.readFile(file);
    this.fileIds.set(bytes, file);
    return bytes;
  }

  /** Takes a project away for good; the one on screen goes on, and is saved anew with its next change. */
  async remove(id: string): Promise<void> {
    if (this.held?.id === id) {
      this.autosave.stop();
      this.letGo();
      setSaving({ state: 'nothing' });
    }
    await this.store.remove(id);
    await this.tidy();
  }

  /** Everything, for good. */
  async wipe(): Promise<void> {
    this.autosave.stop();
    this.letGo();
    await this.store.wipe();
    setSaving({ state: 'nothing' });
  }

  /** Removes what broken-off saves and removed projects have left. */
  tidy(): Promise<void> {
    return ifNobodyWrites(() => this.store.sweep());
  }

  /** Forgets the lock and the revision, as when the project was removed under it. */
  letGo(): void {
    this.held?.release?.();
    this.held = undefined;
    this.kept = undefined;
  }

  stop(): void {
    this.unsubscribe?.();
    this.autosave.stop();
    this.letGo();
  }

  private touch(): void {
    const { document, history } = useStore.getState();
    if (this.isOff) return;
    // The sample as it comes is not worth keeping: it is always there.
    const isUntouchedSample = document.isSample && history.past.length + history.future.length === 0;
    if (document.id === '' || isUntouchedSample) {
      setSaving({ state: 'nothing' });
      return;
    }
    this.autosave.touch();
  }

  private async save(): Promise<void> {
    const { document } = useStore.getState();
    const { sources } = cache;
    if (document.id === '' || this.isOff) return;
    if (this.kept?.document === document && this.kept.sources === sources) return;
    const held = await this.hold(document.id);
    await whileWriting(() => this.write(document, sources, held));
    this.kept = { document, sources };
  }

  private async write(document: DocumentState, sources: OpenSource[], held: Held): Promise<void> {
    const files: StoredFile[][] = [];
    for (const source of sources) {
      const parts: StoredFile[] = [];
      for (const { name, bytes } of source.files)
        parts.push({ name, bytes: bytes.length, file: await this.fileOf(bytes) });
      files.push(parts);
    }
    const bytes = files.flat().reduce((sum, file) => sum + file.bytes, 0);
    const record = { id: document.id, version: STORED_VERSION, revision: 0, savedAt: Date.now(), bytes };
    held.revision = await this.store.write({ ...record, document, files }, held.revision);
  }

  /** The id under which the bytes lie, after they have been written when they were not yet. */
  private async fileOf(bytes: Uint8Array): Promise<string> {
    const known = this.fileIds.get(bytes);
    if (known !== undefined && (await this.store.hasFile(known))) return known;
    const file = newId();
    await this.store.writeFile(file, bytes);
    this.fileIds.set(bytes, file);
    return file;
  }

  private async hold(id: string): Promise<Held> {
    if (this.held?.id === id) return this.held;
    this.letGo();
    const release = await lockProject(id);
    if (!release) throw new ChangedElsewhere();
    this.held = { id, revision: (await this.store.read(id))?.revision ?? 0, release };
    return this.held;
  }
}

let keeper: Keeper | undefined;

/** The page's keeper, made when it is first asked for. */
export function theKeeper(): Keeper {
  keeper ??= new Keeper(openDatabase());
  return keeper;
}
