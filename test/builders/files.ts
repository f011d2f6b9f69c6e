import type { FeatureContent, FileContent, InputFile, TableContent } from '../../src/core/formats/content.ts';
import { readFiles } from '../../src/core/formats/registry.ts';
import { type Issue, UnusableData } from '../../src/core/issue.ts';

export function textFile(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

export function jsonFile(name: string, value: unknown): InputFile {
  return textFile(name, JSON.stringify(value));
}

export function feature(geometry: unknown, properties: Record<string, unknown> = {}) {
  return { type: 'Feature', properties, geometry };
}

export function collection(features: unknown[], more: Record<string, unknown> = {}) {
  return { type: 'FeatureCollection', ...more, features };
}

/** A closed square ring with its lower left corner at (x, y). */
export function square(x: number, y: number, size = 1): number[][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

export async function tableContent(text: string, name = 'table.csv'): Promise<TableContent> {
  const { value } = await readFiles([textFile(name, text)]);
  if (value.kind !== 'table') throw new Error('not a table');
  return value;
}

export async function featureContent(value: unknown, name = 'features.geojson'): Promise<FeatureContent> {
  const read: FileContent = (await readFiles([jsonFile(name, value)])).value;
  if (read.kind !== 'features') throw new Error('no features');
  return read;
}

/** The issue a piece of work ends with; fails when it does not end with UnusableData. */
export async function unusable(work: () => unknown): Promise<Issue> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UnusableData) return error.issue;
    throw error;
  }
  throw new Error('expected UnusableData');
}

export function codes(issues: Issue[]): string[] {
  return issues.map((issue) => issue.code);
}
