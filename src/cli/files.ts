import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { InputFile } from '../core/formats/content.ts';
import { UnusableData } from '../core/issue.ts';

/** A file by path. A missing one is data that cannot be used, not a crash. */
export function readInput(path: string): InputFile {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch {
    throw new UnusableData({ code: 'file-not-found', file: path });
  }
}

/** The files behind one path: a .shp brings the parts that lie beside it. */
export function readSource(path: string): InputFile[] {
  const main = readInput(path);
  if (!/\.shp$/i.test(path)) return [main];
  const folder = dirname(resolve(path));
  const stem = main.name.replace(/\.shp$/i, '').toLowerCase();
  const parts = readdirSync(folder).filter((name) => {
    const lower = name.toLowerCase();
    return ['dbf', 'prj', 'cpg', 'shx'].some((extension) => lower === `${stem}.${extension}`);
  });
  return [main, ...parts.sort().map((name) => readInput(join(folder, name)))];
}

/** Writes the result files into a folder, which is made if need be. */
export function writeTables(folder: string, tables: Record<string, string>, byteOrderMark: boolean): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(tables)) {
    writeFileSync(join(folder, name), byteOrderMark && name.endsWith('.csv') ? `\uFEFF${text}` : text);
  }
}
