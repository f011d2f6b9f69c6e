import { Inflate } from 'fflate';
import { UnusableData } from '../issue.ts';
import type { InputFile } from './content.ts';
import { decodeStrict } from './encoding.ts';

/** A file inside a zip, as the zip's own directory lists it. Nothing is unpacked yet. */
export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflate. */
  method: number;
  isEncrypted: boolean;
  /** Where its local header begins. */
  headerAt: number;
  packedBytes: number;
  /** As declared: it may be a lie, and only serves to refuse early. */
  unpackedBytes: number;
}

/** How much may still be unpacked from one file: shared by all its entries. */
export interface UnpackBudget {
  bytesLeft: number;
  megabytes: number;
}

export const MAX_UNZIPPED_BYTES = 500_000_000;
const MAX_ENTRIES = 10_000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
/** The end record stands before a comment of at most 65,535 bytes. */
const MOST_BEHIND_END = END_BYTES + 65_535;
/** A piece unpacks to at most about a thousand times its size, so this bounds one step of unpacking. */
const PIECE_BYTES = 16_384;

export function unpackBudget(bytes = MAX_UNZIPPED_BYTES): UnpackBudget {
  return { bytesLeft: bytes, megabytes: bytes / 1_000_000 };
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The directory of a zip (PKWARE APPNOTE 4.3.12), which stands at its end: a zip that is cut off has none. Throws
 * UnusableData `zip-unreadable`, and `zip-too-large` for more entries than any data set has.
 */
export function zipEntries({ name, bytes }: InputFile): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) throw unreadable(name);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw tooLarge(name, unpackBudget());
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw unreadable(name);
    const nameBytes = view.getUint16(at + 28, true);
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      headerAt: view.getUint32(at + 42, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - MOST_BEHIND_END);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/** Chinese Windows writes names in GBK and does not say so. */
function entryName(bytes: Uint8Array): string {
  const name = decodeStrict(bytes, 'utf-8') ?? decodeStrict(bytes, 'gb18030');
  return (name ?? new TextDecoder('utf-8').decode(bytes)).replaceAll('\\', '/');
}

/**
 * The bytes of an entry piece by piece, counted as they come out whatever the zip declares. Throws UnusableData
 * `zip-too-large` {megabytes}, `zip-encrypted`, `zip-unreadable`.
 */
export function* unpackPieces(
  file: InputFile,
  entry: ZipEntry,
  budget: UnpackBudget,
): Generator<Uint8Array, void> {
  if (entry.unpackedBytes > budget.bytesLeft) throw tooLarge(file.name, budget);
  const packed = packedBytes(file, entry);
  const count = (piece: Uint8Array) => {
    budget.bytesLeft -= piece.length;
    if (budget.bytesLeft < 0) throw tooLarge(file.name, budget);
  };
  if (entry.method === 0) {
    count(packed);
    yield packed;
    return;
  }
  if (entry.method !== 8) throw unreadable(file.name);
  let unpacked: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    count(piece);
    if (piece.length > 0) unpacked.push(piece);
  });
  for (let at = 0; at < packed.length || at === 0; at += PIECE_BYTES) {
    try {
      inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    } catch (error) {
      if (error instanceof UnusableData) throw error;
      throw unreadable(file.name);
    }
    yield* unpacked;
    unpacked = [];
  }
}

/** An entry as a whole. */
export function unpackWhole(file: InputFile, entry: ZipEntry, budget: UnpackBudget): Uint8Array {
  const pieces = [...unpackPieces(file, entry, budget)];
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function packedBytes({ name, bytes }: InputFile, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw new UnusableData({ code: 'zip-encrypted', file: name });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw unreadable(name);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedBytes > bytes.length) throw unreadable(name);
  return bytes.subarray(start, start + entry.packedBytes);
}

function unreadable(file: string): UnusableData {
  return new UnusableData({ code: 'zip-unreadable', file });
}

function tooLarge(file: string, { megabytes }: UnpackBudget): UnusableData {
  return new UnusableData({ code: 'zip-too-large', file, values: { megabytes } });
}
