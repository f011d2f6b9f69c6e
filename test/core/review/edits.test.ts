import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { toFacilities } from '../../../src/core/dataset/read-facilities.ts';
import { openSources, packProject, parseProject } from '../../../src/core/project/file.ts';
import { loadSources } from '../../../src/core/project/load.ts';
import { Memo } from '../../../src/core/project/memo.ts';
import { applyEdits } from '../../../src/core/review/apply-edits.ts';
import { type ReviewEdit, withEdits, withoutEdits, withoutKind } from '../../../src/core/review/edits.ts';
import type { CoordinateSystem, FacilityMapping } from '../../../src/core/table/mapping.ts';
import { runSync } from '../../../src/core/task.ts';
import {
  codes,
  collection,
  feature,
  featureContent,
  tableContent,
  textFile,
  unusable,
} from '../../builders/files.ts';

const TEXT = 'name,lng,lat,beds\nA,116.3,39.9,\nB,116.31,39.91,8\nC,116.32,39.92,16\n';
const mapping = (crs: CoordinateSystem = 'wgs84'): FacilityMapping => ({
  ...{ role: 'facilities', name: 'name', lng: 'lng', lat: 'lat', capacity: 'beds', crs },
});
const EXCLUDE: ReviewEdit = { kind: 'not-open', action: 'exclude', rows: [3] };
const MERGE: ReviewEdit = { kind: 'duplicate', action: 'merge', rows: [4], into: 2 };
const WRITE: ReviewEdit = { kind: 'id-zeros', action: 'write', rows: [2], column: 'name', text: 'Z' };

describe('edits of a review', () => {
  it('leave out, merge and write, and leave the file as it is', async () => {
    const content = await tableContent(TEXT);
    const before = structuredClone(content);
    const reviewed = applyEdits(content, mapping(), [EXCLUDE, MERGE, WRITE]);
    expect(reviewed.content.table.rows).toEqual([['Z', '116.3', '39.9', '16']]);
    expect([...reviewed.content.table.rowNumbers]).toEqual([2]);
    expect(reviewed.left).toEqual([3, 4]);
    expect(content).toEqual(before);
  });

  it.each(['wgs84', 'gcj02', 'bd09', 'webmercator'] as const)(
    'place in WGS-84 whatever the file is in: %s',
    async (crs) => {
      const content = await tableContent(
        TEXT.replaceAll('116.', crs === 'webmercator' ? '12950000.' : '116.'),
      );
      const place: ReviewEdit = { kind: 'swapped', action: 'place', rows: [2], lng: 121.5, lat: 31.25 };
      const reviewed = applyEdits(content, mapping(crs), [place]);
      if (reviewed.mapping.role !== 'facilities') throw new Error('facilities');
      const { value } = runSync(toFacilities(reviewed.content, reviewed.mapping));
      expect(value.lng[0]).toBeCloseTo(121.5, 7);
      expect(value.lat[0]).toBeCloseTo(31.25, 7);
    },
  );

  it('give a file without positions its own columns', async () => {
    const content = await tableContent('name,note\nA,b\nB,c\n');
    const place: ReviewEdit = {
      kind: 'missing-position',
      action: 'place',
      rows: [3],
      lng: 121.5,
      lat: 31.25,
    };
    const reviewed = applyEdits(content, { role: 'facilities', name: 'name', crs: 'wgs84' }, [place]);
    expect(reviewed.content.table.header).toEqual(['name', 'note', 'lng_wgs84', 'lat_wgs84']);
    expect(reviewed.content.table.rows).toEqual([
      ['A', 'b', '', ''],
      ['B', 'c', '121.5', '31.25'],
    ]);
    expect(reviewed.mapping).toMatchObject({ lng: 'lng_wgs84', lat: 'lat_wgs84' });
  });

  it('move and leave out features with their geometry', async () => {
    const at = (x: number) => feature({ type: 'Point', coordinates: [x, 31] }, { name: `p${x}` });
    const content = await featureContent(collection([at(121), at(122), at(123)]));
    const [first, second] = content.table.rowNumbers;
    const reviewed = applyEdits(content, { role: 'facilities', name: 'name', crs: 'wgs84' }, [
      { kind: 'swapped', action: 'place', rows: [first], lng: 120.5, lat: 30.5 },
      { kind: 'not-open', action: 'exclude', rows: [second] },
    ]);
    if (reviewed.content.kind !== 'features') throw new Error('features');
    expect([...reviewed.content.lng]).toEqual([120.5, 123]);
    expect(reviewed.content.table.rows.map(([name]) => name)).toEqual(['p121', 'p123']);
  });

  it('say so when nothing would be left', async () => {
    const content = await tableContent(TEXT);
    const all: ReviewEdit = { kind: 'not-open', action: 'exclude', rows: [2, 3, 4] };
    expect(await unusable(() => applyEdits(content, mapping(), [all]))).toMatchObject({
      code: 'review-nothing-left',
      values: { rows: 3 },
    });
  });

  it('are a list: the same fix is not repeated, and undone it is gone', () => {
    const list = withEdits(withEdits([], [EXCLUDE, MERGE]), [EXCLUDE, WRITE]);
    expect(list).toEqual([EXCLUDE, MERGE, WRITE]);
    expect(withoutEdits(list, [MERGE])).toEqual([EXCLUDE, WRITE]);
    expect(withoutKind(list, 'not-open')).toEqual([MERGE, WRITE]);
    expect(withEdits(list, [{ rows: [3], action: 'exclude', kind: 'not-open' }])).toEqual(list);
  });
});

describe('a reviewed source in a project', () => {
  const file = textFile('list.csv', TEXT);
  const hash = bytesToHex(sha256(file.bytes));
  const load = (sha: string) => {
    const review = { sha256: sha, edits: [EXCLUDE, MERGE] };
    return loadSources(
      [{ files: [file], mapping: mapping(), review }],
      async (task) => runSync(task),
      new Memo(),
    );
  };

  it('is read without the rows left out, which are counted', async () => {
    const { facilities, issues, sources } = await load(hash);
    expect(facilities.name).toEqual(['A']);
    expect([...facilities.capacity]).toEqual([16]);
    expect(sources[0]).toMatchObject({ read: 3, usable: 1 });
    expect(issues.find(({ code }) => code === 'review-rows-left-out')?.values).toEqual({ count: 2 });
  });

  it('is not applied to another file', async () => {
    const { facilities, issues } = await load('0');
    expect(facilities.count).toBe(3);
    expect(codes(issues)).toContain('review-file-changed');
  });

  it('keeps its review in the project file', async () => {
    const review = { sha256: hash, edits: [EXCLUDE, MERGE, WRITE] };
    const head = { format: 'catchment-project', version: 1, name: 'p', settings: {} };
    const text = packProject(head as never, [{ files: [file], mapping: mapping(), review }]);
    const opened = await openSources(parseProject(text, 'p.json'), async () => new Uint8Array());
    expect(opened[0].review).toEqual(review);
  });
});
