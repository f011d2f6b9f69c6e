import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** `book.xlsx#人口`: the sheet or layer of a file, named behind its path. A file that is really called so is itself. */
export function splitSheet(path: string): { path: string; sheet: string | undefined } {
  const at = path.lastIndexOf('#');
  if (at <= 0 || existsSync(path) || !existsSync(path.slice(0, at))) return { path, sheet: undefined };
  return { path: path.slice(0, at), sheet: path.slice(at + 1) };
}

/** The files behind one path: a .shp brings the parts that lie beside it. */
export function readSource(named: string): InputFile[] {
  const { path } = splitSheet(named);
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
