import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import type { InputFile } from '../src/core/formats/content.ts';

/**
 * Real data beside the repository. It is not part of the project (licences differ), so tests that need it say plainly
 * that they are skipped where it is absent.
 */
const SHARED_DATA = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'data');

/** Runs `fn` with the path of the folder `shared/data/<folder>`, or skips aloud. */
export function describeWithData(name: string, folder: string, fn: (path: string) => void): void {
  const path = join(SHARED_DATA, folder);
  if (existsSync(path)) {
    describe(name, () => fn(path));
    return;
  }
  console.warn(`SKIPPED: ${name}. It needs the folder ../shared/data/${folder}, which is not here.`);
  // Not fn: it may read the missing files while the tests are collected.
  describe(name, () => it.skip(`needs ../shared/data/${folder}`, () => undefined));
}

export function inputFile(path: string): InputFile {
  return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
}

/** The parts of a shapefile by its path without extension; parts that do not exist are left out. */
export function shapefileOf(stem: string): InputFile[] {
  return ['.shp', '.dbf', '.prj', '.cpg']
    .map((extension) => `${stem}${extension}`)
    .filter((path) => existsSync(path))
    .map(inputFile);
}
