import { type Issue, UnusableData } from '../issue.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  text: string;
  encoding: Encoding;
  issues: Issue[];
}

/** Kinds of file that people hand over by mistake; the name is put into the sentence as it stands. */
const MAGIC: readonly { kind: string; bytes: readonly number[] }[] = [
  { kind: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'ZIP', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'GZIP', bytes: [0x1f, 0x8b] },
  { kind: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { kind: '7Z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'SQLite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { kind: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'TIFF', bytes: [0x49, 0x49, 0x2b, 0x00] },
  { kind: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2b] },
  { kind: 'SHP', bytes: [0x00, 0x00, 0x27, 0x0a] },
];

const SAMPLE_BYTES = 65_536;
/**
 * A UTF-8 file with damaged bytes stays UTF-8: up to this share of its non-ASCII characters may be broken. Of GBK text read
 * as UTF-8 more than four in five are.
 */
const BROKEN_SHARE = 0.1;

/** The kind of a binary file by its first bytes, or undefined. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return MAGIC.find((magic) => magic.bytes.every((byte, i) => bytes[i] === byte))?.kind;
}

/**
 * Text of a file: BOM, else UTF-16 by its zero bytes, else strict UTF-8, else GB18030. Bytes that fit neither are
 * replaced by U+FFFD and counted in a warning `encoding-damaged`. Throws UnusableData `file-binary`.
 */
export function decodeText(bytes: Uint8Array, file = ''): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const decoded = decodeStrict(bytes.subarray(3), 'utf-8');
    return decoded === undefined
      ? damaged(bytes.subarray(3), 'utf-8', 'utf-8-bom', file)
      : { text: decoded, encoding: 'utf-8-bom', issues: [] };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'utf-16le', file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'utf-16be', file);

  const kind = binaryKind(bytes);
  if (kind) throw new UnusableData({ code: 'file-binary', file, values: { kind } });
  const zeros = countZeros(bytes.subarray(0, SAMPLE_BYTES));
  const pairs = Math.max(1, Math.min(bytes.length, SAMPLE_BYTES) / 2);
  if (zeros.odd / pairs > 0.1 && zeros.even / pairs < 0.01) return utf16(bytes, 'utf-16le', file);
  if (zeros.even / pairs > 0.1 && zeros.odd / pairs < 0.01) return utf16(bytes, 'utf-16be', file);
  if ((zeros.even + zeros.odd) / pairs > 0.01) {
    throw new UnusableData({ code: 'file-binary', file, values: { kind: 'binary' } });
  }
  return eightBit(bytes, file);
}

function eightBit(bytes: Uint8Array, file: string): DecodedText {
  const utf8 = decodeStrict(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', issues: [] };
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (replacements(lenient) <= BROKEN_SHARE * nonAscii(lenient))
    return damaged(bytes, 'utf-8', 'utf-8', file);
  const chinese = decodeStrict(bytes, 'gb18030');
  if (chinese !== undefined) return { text: chinese, encoding: 'gb18030', issues: [] };
  return damaged(bytes, 'gb18030', 'gb18030', file);
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', file: string): DecodedText {
  const text = decodeStrict(bytes, encoding);
  return text === undefined ? damaged(bytes, encoding, encoding, file) : { text, encoding, issues: [] };
}

/** Strictly decoded text, undefined where a byte does not fit. The BOM, if any, has been taken off before. */
export function decodeStrict(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function damaged(bytes: Uint8Array, label: string, encoding: Encoding, file: string): DecodedText {
  const text = new TextDecoder(label).decode(bytes);
  const values = { encoding, count: replacements(text) };
  return { text, encoding, issues: [{ severity: 'warning', code: 'encoding-damaged', file, values }] };
}

function replacements(text: string): number {
  return text.split('\ufffd').length - 1;
}

function nonAscii(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) count++;
  return count;
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) zeros[i % 2 === 0 ? 'even' : 'odd']++;
  }
  return zeros;
}
