import { deflateSync, inflateSync } from 'fflate';
import { UnusableData } from '../issue.ts';
import type { OpenSource } from './load.ts';
import { type FileReference, type Project, projectSchema } from './project.ts';

/**
 * Reads a project document. A syntax error, an unknown version and a field that does not fit are each told apart, the
 * last with the place in the document.
 */
export function parseProject(text: string, file: string): Project {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UnusableData({
      code: 'project-invalid-json',
      file,
      values: { reason: (error as Error).message },
    });
  }
  const head = json as { format?: unknown; version?: unknown } | null;
  if (head?.format !== 'catchment-project') throw new UnusableData({ code: 'project-not-a-project', file });
  if (head.version !== 1) {
    throw new UnusableData({
      code: 'project-other-version',
      file,
      values: { version: String(head.version) },
    });
  }
  const parsed = projectSchema.safeParse(json);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const where = first.path.join('.');
    throw new UnusableData({
      code: 'project-field-invalid',
      file,
      values: { field: where, reason: first.message },
    });
  }
  return parsed.data;
}

/** Brings the bytes of every source: carried in the document, or fetched by `read` from a path beside it. */
export async function openSources(
  project: Project,
  read: (path: string) => Promise<Uint8Array>,
): Promise<OpenSource[]> {
  const open = async (reference: FileReference) =>
    'path' in reference
      ? { name: baseName(reference.path), bytes: await read(reference.path) }
      : { name: reference.name, bytes: unpack(reference.deflated, reference.name) };
  return Promise.all(
    project.sources.map(async ({ files, mapping, review }) => ({
      files: await Promise.all(files.map(open)),
      mapping,
      ...(review && { review }),
    })),
  );
}

/** The document as one file that carries its data: opens on any machine, in the page and from the command line. */
export function packProject(project: Omit<Project, 'sources'>, sources: OpenSource[]): string {
  const packed: Project = {
    ...project,
    sources: sources.map(({ files, mapping, review }) => ({
      files: files.map((file) => ({ name: file.name, deflated: toBase64(deflateSync(file.bytes)) })),
      mapping,
      ...(review && { review }),
    })),
  };
  return `${JSON.stringify(packed, null, 1)}\n`;
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function unpack(deflated: string, file: string): Uint8Array {
  try {
    return inflateSync(fromBase64(deflated));
  } catch {
    throw new UnusableData({ code: 'project-data-damaged', file });
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces: the call stack holds only so many arguments.
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
