import { readPositions } from '../core/dataset/positions.ts';
import { toDistricts } from '../core/dataset/read-districts.ts';
import { toFacilities } from '../core/dataset/read-facilities.ts';
import { RowIssues } from '../core/dataset/rows.ts';
import type { FileContent } from '../core/formats/content.ts';
import { readStreets } from '../core/formats/read-streets.ts';
import { readFiles } from '../core/formats/registry.ts';
import { UnusableData } from '../core/issue.ts';
import type { CrsContext, KnownPlaces } from '../core/review/find-crs.ts';
import type { RowContent, RowMapping } from '../core/review/subject.ts';
import { guessMapping } from '../core/table/guess.ts';
import { runSync } from '../core/task.ts';
import { readSource } from './files.ts';

/** What a file is held against, by paths. */
export interface ReviewFiles {
  districts?: string;
  streets?: string;
  /** Facilities loaded before. */
  existing?: string;
  /** Names with positions. */
  gazetteer?: string;
}

export async function reviewContext(files: ReviewFiles): Promise<CrsContext> {
  const context: CrsContext = {};
  if (files.districts) {
    const content = await contentOf(files.districts);
    const { mapping } = guessMapping(content, 'districts');
    if (mapping.role === 'districts') context.districts = runSync(toDistricts(content, mapping)).value;
  }
  if (files.streets) context.streets = runSync(readStreets(readSource(files.streets))).value;
  if (files.existing) {
    const content = await contentOf(files.existing);
    const { mapping } = guessMapping(content, 'facilities');
    if (mapping.role === 'facilities') context.existing = runSync(toFacilities(content, mapping)).value;
  }
  if (files.gazetteer) context.places = placesOf(await contentOf(files.gazetteer));
  return context;
}

async function contentOf(path: string): Promise<FileContent> {
  return (await readFiles(readSource(path))).value;
}

/** Names and positions of a file of any kind that has both. */
function placesOf(content: FileContent): KnownPlaces {
  const { content: rows, mapping } = rowsOf(content);
  const found = new RowIssues(rows.table);
  const { lng, lat } = runSync(readPositions(rows, mapping, found));
  const at = rows.table.header.indexOf(mapping.name ?? '');
  return { name: rows.table.rows.map((row) => (at === -1 ? '' : row[at])), lng, lat };
}

/**
 * A file as rows that stand somewhere: people when it is a file of people, else facilities. Throws UnusableData
 * `role-needs-table` for a raster.
 */
export function rowsOf(content: FileContent): {
  content: RowContent;
  mapping: RowMapping;
  /** The system that a header or the file name says. */
  stated: string | undefined;
} {
  if (content.kind === 'raster') {
    const values = { role: 'facilities' };
    throw new UnusableData({ code: 'role-needs-table', file: content.file, values });
  }
  const first = guessMapping(content);
  const guess = first.mapping.role === 'people' ? first : guessMapping(content, 'facilities');
  const { mapping, confidence } = guess;
  if (mapping.role !== 'people' && mapping.role !== 'facilities') {
    throw new UnusableData({
      code: 'role-needs-table',
      file: content.table.file,
      values: { role: mapping.role },
    });
  }
  return { content, mapping, stated: confidence.crs === 'header' ? mapping.crs : undefined };
}
