import type { InputFile } from '../../src/core/formats/content.ts';

export type TestShape =
  | { type: 'point'; at: [number, number] }
  | { type: 'polygon' | 'line'; parts: [number, number][][] }
  | { type: 'null' };

const TYPE_NUMBERS = { null: 0, point: 1, line: 3, polygon: 5 } as const;

/** A .shp as ESRI's white paper has it, boxes left at zero. */
export function shpBytes(shapes: TestShape[]): Uint8Array {
  const records = shapes.map(recordBytes);
  const length = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, TYPE_NUMBERS[shapes[0]?.type ?? 'null'], true);
  let offset = 100;
  records.forEach((record, i) => {
    view.setInt32(offset, i + 1);
    view.setInt32(offset + 4, record.length / 2);
    bytes.set(record, offset + 8);
    offset += 8 + record.length;
  });
  return bytes;
}

function recordBytes(shape: TestShape): Uint8Array {
  if (shape.type === 'null') return new Uint8Array(4);
  if (shape.type === 'point') {
    const view = new DataView(new ArrayBuffer(20));
    view.setInt32(0, 1, true);
    view.setFloat64(4, shape.at[0], true);
    view.setFloat64(12, shape.at[1], true);
    return new Uint8Array(view.buffer);
  }
  const points = shape.parts.flat();
  const view = new DataView(new ArrayBuffer(44 + shape.parts.length * 4 + points.length * 16));
  view.setInt32(0, TYPE_NUMBERS[shape.type], true);
  view.setInt32(36, shape.parts.length, true);
  view.setInt32(40, points.length, true);
  let start = 0;
  shape.parts.forEach((part, i) => {
    view.setInt32(44 + i * 4, start, true);
    start += part.length;
  });
  points.forEach(([x, y], i) => {
    view.setFloat64(44 + shape.parts.length * 4 + i * 16, x, true);
    view.setFloat64(52 + shape.parts.length * 4 + i * 16, y, true);
  });
  return new Uint8Array(view.buffer);
}

export interface DbfOptions {
  languageByte?: number;
  encode?: (text: string) => Uint8Array;
  /** Rows that carry the mark of deletion. */
  deleted?: number[];
  width?: number;
}

/** A .dbf of text columns of one width. */
export function dbfBytes(fields: string[], rows: string[][], options: DbfOptions = {}): Uint8Array {
  const {
    languageByte = 0,
    encode = (text) => new TextEncoder().encode(text),
    deleted = [],
    width = 20,
  } = options;
  const headerBytes = 33 + fields.length * 32;
  const recordBytes = 1 + fields.length * width;
  const bytes = new Uint8Array(headerBytes + rows.length * recordBytes + 1).fill(0x20, headerBytes);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  bytes[29] = languageByte;
  fields.forEach((field, i) => {
    bytes.set(encode(field).subarray(0, 10), 32 + i * 32);
    bytes[32 + i * 32 + 11] = 'C'.charCodeAt(0);
    bytes[32 + i * 32 + 16] = width;
  });
  bytes[headerBytes - 1] = 0x0d;
  rows.forEach((row, r) => {
    const at = headerBytes + r * recordBytes;
    if (deleted.includes(r)) bytes[at] = 0x2a;
    row.forEach((cell, c) => {
      bytes.set(encode(cell).subarray(0, width), at + 1 + c * width);
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

export function part(name: string, bytes: Uint8Array | string): InputFile {
  return { name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes };
}
