import { Gunzip } from 'fflate';
import { UnusableData } from '../issue.ts';
import type { InputFile } from './content.ts';

/** More than any city unpacks to; a small file that goes beyond it is a bomb. */
export const MAX_UNPACKED_BYTES = 2_000_000_000;
/** A chunk unpacks to at most about a thousand times its size, so this also bounds one step of unpacking. */
const CHUNK_BYTES = 32_768;

export interface TextChunk {
  text: string;
  /** Bytes of the file used up so far, for progress. */
  end: number;
}

/**
 * The text of a large file piece by piece, unpacked on the way when it is gzip, so that it never stands in memory as a
 * whole. UTF-8, or what the byte order mark or the XML declaration say. Throws UnusableData `file-empty`, `gzip-unreadable`,
 * `gzip-too-large` {megabytes}.
 */
export function* textChunks(file: InputFile, maxBytes = MAX_UNPACKED_BYTES): Generator<TextChunk> {
  if (file.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: file.name });
  let decoder: TextDecoder | undefined;
  let end = 0;
  for (const chunk of isGzip(file.bytes) ? gunzipped(file, maxBytes) : plain(file.bytes)) {
    decoder ??= new TextDecoder(encodingOf(chunk.bytes));
    end = chunk.end;
    yield { text: decoder.decode(chunk.bytes, { stream: true }), end };
  }
  const rest = decoder?.decode();
  if (rest) yield { text: rest, end };
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The beginning of the text, unpacked if need be, to tell what the file holds; '' when it cannot be unpacked. */
export function textStart(file: InputFile): string {
  try {
    return (
      textChunks({ name: file.name, bytes: file.bytes.subarray(0, CHUNK_BYTES) }).next().value?.text ?? ''
    );
  } catch {
    return '';
  }
}

interface ByteChunk {
  bytes: Uint8Array;
  end: number;
}

function* plain(bytes: Uint8Array): Generator<ByteChunk> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES * 8) {
    const end = Math.min(bytes.length, at + CHUNK_BYTES * 8);
    yield { bytes: bytes.subarray(at, end), end };
  }
}

function* gunzipped(file: InputFile, maxBytes: number): Generator<ByteChunk> {
  let unpacked: Uint8Array[] = [];
  let total = 0;
  const gunzip = new Gunzip((bytes) => {
    total += bytes.length;
    if (total > maxBytes) {
      const values = { megabytes: maxBytes / 1_000_000 };
      throw new UnusableData({ code: 'gzip-too-large', file: file.name, values });
    }
    if (bytes.length > 0) unpacked.push(bytes);
  });
  for (let at = 0; at < file.bytes.length; at += CHUNK_BYTES) {
    const end = Math.min(file.bytes.length, at + CHUNK_BYTES);
    try {
      gunzip.push(file.bytes.subarray(at, end), end === file.bytes.length);
    } catch (error) {
      if (error instanceof UnusableData) throw error;
      throw new UnusableData({ code: 'gzip-unreadable', file: file.name });
    }
    for (const bytes of unpacked) yield { bytes, end };
    unpacked = [];
  }
}

/** Label for the decoder: by the byte order mark, else by the XML declaration, else UTF-8. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    new TextDecoder(label);
    // The bytes of the declaration were read as single bytes: whatever says UTF-16 here is not.
    return /^utf-?16/i.test(label) ? 'utf-8' : label;
  } catch {
    return 'utf-8';
  }
}
