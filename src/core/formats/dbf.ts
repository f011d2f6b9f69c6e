import { type Issue, UnusableData } from '../issue.ts';
import { chooseEncoding, type DbfDecoder } from './dbf-encoding.ts';

/** Attributes of a shapefile as text. `rows[i]` is undefined for a record marked as deleted. */
export interface Dbf {
  fields: string[];
  rows: (string[] | undefined)[];
  encoding: string;
  issues: Issue[];
}

interface Field {
  name: Uint8Array;
  type: string;
  offset: number;
  length: number;
}

const DELETED = 0x2a;
const HEADER_END = 0x0d;

/**
 * All records of a .dbf, numbers left as written. The encoding is the .cpg's, else the header's language byte, else
 * found by looking. A truncated file gives the records it holds and an issue `dbf-truncated`.
 */
export function readDbf(bytes: Uint8Array, codePage: string, file: string): Dbf {
  if (bytes.length < 33)
    throw new UnusableData({ code: 'shapefile-unreadable', file, values: { part: '.dbf' } });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  const fields = readFields(bytes, Math.min(headerBytes, bytes.length));
  const width = fields.reduce((sum, field) => sum + field.length, 1);
  if (fields.length === 0 || recordBytes < width) {
    throw new UnusableData({ code: 'shapefile-unreadable', file, values: { part: '.dbf' } });
  }
  const whole = Math.max(0, Math.floor((bytes.length - headerBytes) / recordBytes));
  const count = Math.min(declared, whole);
  const recordAt = (i: number) =>
    bytes.subarray(headerBytes + i * recordBytes, headerBytes + (i + 1) * recordBytes);
  const issues: Issue[] = [];
  if (count < declared) {
    issues.push({ severity: 'error', code: 'dbf-truncated', file, values: { records: count, declared } });
  }
  const decoder = chooseEncoding(codePage, bytes[29], textSample(fields, recordAt, count), file);
  if (decoder.issue) issues.push(decoder.issue);
  const rows: Dbf['rows'] = [];
  for (let i = 0; i < count; i++) {
    const record = recordAt(i);
    rows.push(record[0] === DELETED ? undefined : fields.map((field) => cell(record, field, decoder)));
  }
  const names = fields.map((field) => decoder.decode(untilZero(field.name)).trim());
  return { fields: names, rows, encoding: decoder.encoding, issues };
}

function readFields(bytes: Uint8Array, headerBytes: number): Field[] {
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerBytes && bytes[at] !== HEADER_END; at += 32) {
    const length = bytes[at + 16];
    fields.push({
      name: bytes.subarray(at, at + 11),
      type: String.fromCharCode(bytes[at + 11]),
      offset,
      length,
    });
    offset += length;
  }
  return fields;
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const zero = bytes.indexOf(0);
  return zero === -1 ? bytes : bytes.subarray(0, zero);
}

/** Cells with other bytes than ASCII, to tell the encoding by; a few hundred are plenty. */
function textSample(fields: Field[], recordAt: (i: number) => Uint8Array, count: number): Uint8Array[] {
  const sample: Uint8Array[] = fields.map((field) => untilZero(field.name)).filter(hasHighByte);
  for (let i = 0; i < count && sample.length < 500; i++) {
    const record = recordAt(i);
    for (const field of fields) {
      if (field.type !== 'C') continue;
      const bytes = trimmed(record.subarray(field.offset, field.offset + field.length));
      if (hasHighByte(bytes)) sample.push(bytes);
    }
  }
  return sample;
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127);
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}

function cell(record: Uint8Array, field: Field, decoder: DbfDecoder): string {
  const text = decoder.decode(trimmed(record.subarray(field.offset, field.offset + field.length))).trim();
  // A number too wide for its field is written as asterisks: there is no value.
  return field.type !== 'C' && /^\*+$/.test(text) ? '' : text;
}
