import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { deflateSync, inflateSync } from 'fflate';
import { UnusableData } from '../issue.ts';
import type { OpenSource } from './load.ts';
import { type FileReference, type Project, projectSchema } from './project.ts';

type CarriedFile = Extract<FileReference, { deflated: string }>;

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
      : { name: reference.name, bytes: unpack(reference) };
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
      files: files.map(({ name, bytes }) => ({
        name,
        deflated: toBase64(deflateSync(bytes)),
        sha256: bytesToHex(sha256(bytes)),
      })),
      mapping,
      ...(review && { review }),
    })),
  };
  return `${JSON.stringify(packed, null, 1)}\n`;
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function unpack({ name, deflated, sha256: expected }: CarriedFile): Uint8Array {
  const damaged = new UnusableData({ code: 'project-data-damaged', file: name });
  let bytes: Uint8Array;
  try {
    bytes = inflateSync(fromBase64(deflated));
  } catch {
    throw damaged;
  }
  // Files saved before there were checksums have none.
  if (expected !== undefined && bytesToHex(sha256(bytes)) !== expected) throw damaged;
  return bytes;
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
