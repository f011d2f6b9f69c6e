import type { FeatureContent, FileContent } from '../formats/content.ts';
import { ringsOf, ShapesBuilder } from '../formats/shapes-builder.ts';
import { type Checked, UnusableData } from '../issue.ts';
import type { DistrictMapping } from '../table/mapping.ts';
import { BLOCK, type Task } from '../task.ts';
import { orderLevels } from './district-levels.ts';
import type { Districts } from './districts.ts';
import { mappedColumn, RowIssues } from './rows.ts';

/** A district while it is put together from one or several features. */
export interface DistrictDraft {
  code: string;
  name: string;
  level: string;
  /** Code or name of the parent as written, '' where there is none. */
  parentText: string;
  rows: number[];
}

const UNNAMED_LEVEL = 'district';

/**
 * Districts in file order. Features that share level, code and name are one district of many rings; those that share
 * only a code stay apart and are named. Levels run from the largest unit to the smallest; parents are found by code, then by
 * name. Throws UnusableData `districts-need-polygons`, `column-missing`.
 */
export function* toDistricts(content: FileContent, mapping: DistrictMapping): Task<Checked<Districts>> {
  if (content.kind !== 'features' || content.geometry !== 'polygon') {
    const file = content.kind === 'raster' ? content.file : content.table.file;
    const kind = content.kind === 'features' ? content.geometry : content.kind;
    throw new UnusableData({ code: 'districts-need-polygons', file, values: { kind } });
  }
  const found = new RowIssues(content.table);
  const drafts = readDrafts(content, mapping);
  nameMerged(drafts, found);
  nameSharedCodes(drafts, mapping, found);
  const parent = findParents(drafts, mapping, found);
  const levels = orderLevels(drafts, parent, content.shapes);
  const shapes = new ShapesBuilder();
  for (let i = 0; i < drafts.length; i++) {
    shapes.add(drafts[i].rows.flatMap((row) => ringsOf(content.shapes, row)));
    if ((i + 1) % BLOCK === 0) yield { phase: 'check-rows', done: i + 1, total: drafts.length };
  }
  const value: Districts = {
    count: drafts.length,
    code: drafts.map((draft) => draft.code),
    name: drafts.map((draft) => draft.name),
    level: Int32Array.from(drafts, (draft) => levels.indexOf(draft.level)),
    levels,
    parent,
    shapes: shapes.finish(),
  };
  return { value, issues: found.issues };
}

function readDrafts(content: FeatureContent, mapping: DistrictMapping): DistrictDraft[] {
  const { table } = content;
  const at = {
    code: mappedColumn(table, mapping.code),
    name: mappedColumn(table, mapping.name),
    level: mappedColumn(table, mapping.level),
    parent: mappedColumn(table, mapping.parent),
  };
  const drafts = new Map<string, DistrictDraft>();
  table.rows.forEach((cells, row) => {
    const text = (index: number) => (index === -1 ? '' : cells[index].trim());
    const [code, name] = [text(at.code), text(at.name)];
    const level = text(at.level) || UNNAMED_LEVEL;
    const parentText = parentReference(text(at.parent));
    // Without code and name nothing says that two features are one place.
    const key = code === '' && name === '' ? `row ${row}` : JSON.stringify([level, code, name, parentText]);
    const draft = drafts.get(key);
    if (draft) draft.rows.push(row);
    else drafts.set(key, { code, name: name || code, level, parentText, rows: [row] });
  });
  return [...drafts.values()];
}

/** 阿里 DataV writes the parent as `{"adcode":310000}`. */
function parentReference(text: string): string {
  return /^\{.*"adcode"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? text;
}

function nameMerged(drafts: DistrictDraft[], found: RowIssues): void {
  for (const { rows, name } of drafts) {
    if (rows.length > 1)
      found.add('note', 'district-merged', rows[0], undefined, { name, count: rows.length });
  }
}

function nameSharedCodes(drafts: DistrictDraft[], mapping: DistrictMapping, found: RowIssues): void {
  const first = new Map<string, DistrictDraft>();
  for (const draft of drafts) {
    if (draft.code === '') continue;
    const key = JSON.stringify([draft.level, draft.code]);
    const earlier = first.get(key);
    if (!earlier) first.set(key, draft);
    else {
      const values = { text: draft.code, name: draft.name, other: earlier.name };
      found.add('warning', 'district-code-shared', draft.rows[0], mapping.code, values);
    }
  }
}

function findParents(drafts: DistrictDraft[], mapping: DistrictMapping, found: RowIssues): Int32Array {
  const byCode = new Map<string, number>();
  const byName = new Map<string, number>();
  drafts.forEach((draft, i) => {
    if (draft.code !== '' && !byCode.has(draft.code)) byCode.set(draft.code, i);
    if (!byName.has(draft.name)) byName.set(draft.name, i);
  });
  let unknown = 0;
  const parent = Int32Array.from(drafts, (draft, i) => {
    if (draft.parentText === '') return -1;
    const row = byCode.get(draft.parentText) ?? byName.get(draft.parentText) ?? -1;
    if (row === -1) unknown++;
    return row === i ? -1 : row;
  });
  // All unknown is the usual file of one level whose parent is the city, which is not in it.
  if (unknown > 0 && parent.some((row) => row !== -1)) {
    found.addFile('note', 'parent-unknown', mapping.parent, { count: unknown });
  }
  return parent;
}
