import { expect, it } from 'vitest';
import { mergeSources } from '../../src/app/actions/merge-sources.ts';
import type { OpenSource } from '../../src/core/project/load.ts';
import type { Role } from '../../src/core/table/mapping.ts';

const source = (name: string, role: Role): OpenSource => ({
  files: [{ name, bytes: new Uint8Array() }],
  mapping: {
    role,
    ...(role === 'people' ? { crs: 'wgs84', demand: [] } : { crs: 'wgs84' }),
  } as OpenSource['mapping'],
});
const names = (sources: OpenSource[]) => sources.map((one) => one.files[0].name);

const REPLACE = { facilities: 'replace', replaces: undefined } as const;
const former = [source('f1', 'facilities'), source('f2', 'facilities'), source('p', 'people')];

it('replaces what has the same role, and keeps the rest', () => {
  expect(names(mergeSources(former, [source('q', 'people')], REPLACE))).toEqual(['f1', 'f2', 'q']);
  expect(names(mergeSources(former, [source('f3', 'facilities')], REPLACE))).toEqual(['p', 'f3']);
});

it('adds facilities when told so, but never a second people file', () => {
  const fresh = [source('f3', 'facilities'), source('q', 'people')];
  expect(names(mergeSources(former, fresh, { facilities: 'add', replaces: undefined }))).toEqual([
    'f1',
    'f2',
    'f3',
    'q',
  ]);
});

it('replaces one file and leaves its neighbours', () => {
  const choice = { facilities: 'replace', replaces: 0 } as const;
  expect(names(mergeSources(former, [source('f3', 'facilities')], choice))).toEqual(['f3', 'f2', 'p']);
});

it('adds barriers to those that are there, and takes a newer state of the same file', () => {
  const water = [source('p', 'people'), source('water', 'barriers')];
  expect(names(mergeSources(water, [source('rail', 'barriers')], REPLACE))).toEqual(['p', 'water', 'rail']);
  const again = [source('water', 'barriers'), source('rail', 'barriers')];
  expect(names(mergeSources(water, again, REPLACE))).toEqual(['p', 'water', 'rail']);
});
