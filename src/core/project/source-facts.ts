import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Population } from '../dataset/population.ts';
import type { FileContent, InputFile } from '../formats/content.ts';

/** Rows, features or pixels of a file. */
export function sizeOfContent(content: FileContent): number {
  return content.kind === 'raster' ? content.raster.values.length : content.table.rows.length;
}

/** Rows, polygons or inhabited pixels of a population that can be used. */
export function usableRows(population: Population): number {
  switch (population.kind) {
    case 'raster':
      return countPositive(population.values);
    case 'polygons':
      return population.shapes.count;
    default:
      return population.lng.length;
  }
}

function countPositive(values: Float32Array | Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > 0) count++;
  return count;
}

/** SHA-256 of a source: of its one file, or of the names and hashes of its parts. */
export function hashFiles(files: InputFile[]): string {
  if (files.length === 1) return bytesToHex(sha256(files[0].bytes));
  const parts = files.map((file) => `${file.name}:${bytesToHex(sha256(file.bytes))}`);
  return bytesToHex(
    sha256(
      new Uint8Array(
        parts
          .join('\n')
          .split('')
          .map((c) => c.charCodeAt(0) & 255),
      ),
    ),
  );
}
