import type { StoredProject } from './stored-project.ts';

/** A saved project in the list of them. */
export interface ProjectEntry {
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Bytes of its files. */
  bytes: number;
  isSample: boolean;
  /** Of a newer version than this page: listed, left as it is. */
  isNewer: boolean;
}

/** The record was replaced by another window since it was read. Nothing has been written. */
export class ChangedElsewhere extends Error {
  override name = 'ChangedElsewhere';
}

/** The place where projects are kept. Every method either does all of what it says, or throws and has done nothing. */
export interface ProjectStore {
  list(): Promise<ProjectEntry[]>;
  /** Undefined when there is none of that id. */
  read(id: string): Promise<StoredProject | undefined>;
  /** Replaces the record, if its revision is still `expected` (0: there is none yet). Returns the new revision. */
  write(project: StoredProject, expected: number): Promise<number>;
  hasFile(file: string): Promise<boolean>;
  writeFile(file: string, bytes: Uint8Array): Promise<void>;
  /** Throws when a chunk of it is missing. */
  readFile(file: string): Promise<Uint8Array>;
  remove(id: string): Promise<void>;
  /** The project that was open last. */
  last(): Promise<string | undefined>;
  /** Removes files that no record names. */
  sweep(): Promise<void>;
  /** Everything, for good. */
  wipe(): Promise<void>;
}
