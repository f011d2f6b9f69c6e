import { z } from 'zod';
import { UnusableData } from '../../core/issue.ts';
import { projectSchema } from '../../core/project/project.ts';
import type { Mapping } from '../../core/table/mapping.ts';
import type { DocumentState } from '../store/document.ts';

/** Counts up whenever what lies in the browser changes its form. */
export const STORED_VERSION = 1;

/** A project as it is kept: the document, and which files belong to which source. */
export interface StoredProject {
  id: string;
  version: number;
  /** Counts up with every save; decides who was first when two windows write. */
  revision: number;
  savedAt: number;
  bytes: number;
  document: unknown;
  /** Source by source: its files, by name and by the id they are kept under. */
  files: StoredFile[][];
}

export interface StoredFile {
  name: string;
  file: string;
  bytes: number;
}

const head = z.looseObject({
  name: z.string(),
  note: z.string().optional(),
  isSample: z.boolean(),
  sources: z.array(
    z.looseObject({ files: z.array(z.string()), mapping: z.unknown(), review: z.unknown().optional() }),
  ),
  settings: z.unknown(),
});

/**
 * The document of a record, checked. Throws UnusableData `stored-newer` when the page is too old for it and
 * `stored-unreadable` with the field that does not fit; the record stays as it is.
 */
export function readStored({ id, version, document }: StoredProject): DocumentState {
  if (version > STORED_VERSION)
    throw new UnusableData({ code: 'stored-newer', values: { version: String(version) } });
  const outer = head.safeParse(document);
  if (!outer.success) throw unreadable(outer.error);
  const { name, note, isSample, sources } = outer.data;
  // The rules of the project file hold here too: they know its older forms.
  const inner = projectSchema.safeParse({
    format: 'catchment-project',
    version: 1,
    name,
    sources: sources.map(({ mapping, review }) => ({
      files: [{ path: '-' }],
      mapping,
      ...(review === undefined ? {} : { review }),
    })),
    settings: outer.data.settings,
  });
  if (!inner.success) throw unreadable(inner.error);
  return {
    id,
    name,
    note,
    isSample,
    sources: sources.map(({ files }, k) => {
      const { mapping, review } = inner.data.sources[k];
      return { files, mapping: mapping as Mapping, ...(review && { review }) };
    }),
    settings: inner.data.settings,
  };
}

function unreadable({ issues: [first] }: z.ZodError): UnusableData {
  return new UnusableData({
    code: 'stored-unreadable',
    values: { field: first.path.join('.'), reason: first.message },
  });
}
