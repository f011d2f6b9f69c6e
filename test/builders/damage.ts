import { expect } from 'vitest';
import type { InputFile } from '../../src/core/formats/content.ts';
import { readFiles } from '../../src/core/formats/registry.ts';
import { UnusableData } from '../../src/core/issue.ts';

/** Reading ends, and either gives rows that fit their header, or says why not. */
export async function endsWell(files: InputFile[]): Promise<void> {
  try {
    const { value } = await readFiles(files);
    if (value.kind === 'raster') return;
    const { table } = value;
    expect(table.rows.every((row) => row.length === table.header.length)).toBe(true);
    expect(table.rowNumbers.length).toBe(table.rows.length);
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableData);
  }
}

/** The beginning of a file, from nothing to nearly all of it, percent by percent. */
export async function eachPercent(
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  for (let percent = 0; percent < 100; percent++) {
    await read(bytes.slice(0, Math.floor((bytes.length * percent) / 100)));
  }
}
