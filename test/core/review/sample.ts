import { join, resolve } from 'node:path';
import type { Districts } from '../../../src/core/dataset/districts.ts';
import { toDistricts } from '../../../src/core/dataset/read-districts.ts';
import type { InputFile } from '../../../src/core/formats/content.ts';
import { readStreets } from '../../../src/core/formats/read-streets.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import type { Streets } from '../../../src/core/formats/streets.ts';
import type { Finding } from '../../../src/core/review/finding.ts';
import { reviewRows } from '../../../src/core/review/registry.ts';
import type { ReviewContext, RowContent } from '../../../src/core/review/subject.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import type { FacilityMapping } from '../../../src/core/table/mapping.ts';
import { runSync } from '../../../src/core/task.ts';
import { tableContent } from '../../builders/files.ts';
import { inputFile } from '../../shared-data.ts';

const SAMPLE = resolve(import.meta.dirname, '../../../data/sample-city');

export function sampleFile(name: string): InputFile {
  return inputFile(join(SAMPLE, name));
}

export async function districtsOf(file: InputFile): Promise<Districts> {
  const { value } = await readFiles([file]);
  const { mapping } = guessMapping(value, 'districts');
  if (mapping.role !== 'districts') throw new Error('no districts');
  return runSync(toDistricts(value, mapping)).value;
}

export function sampleStreets(): Streets {
  return runSync(readStreets([sampleFile('streets.geojson')])).value;
}

export async function rowsOf(file: InputFile): Promise<{ content: RowContent; mapping: FacilityMapping }> {
  const { value } = await readFiles([file]);
  const { mapping } = guessMapping(value, 'facilities');
  if (value.kind === 'raster' || mapping.role !== 'facilities') throw new Error('no rows');
  return { content: value, mapping };
}

/** Findings of a table written as text. */
export async function findingsOf(
  text: string,
  context: ReviewContext = {},
  file = 'table.csv',
): Promise<Finding[]> {
  const content = await tableContent(text, file);
  const { mapping } = guessMapping(content, 'facilities');
  if (mapping.role !== 'facilities') throw new Error('no facilities');
  return runSync(reviewRows(content, mapping, context)).findings;
}

/** What is no mere note, as `kind row`. */
export function faultsOf(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ severity }) => severity !== 'note')
    .flatMap(({ kind, rows }) => rows.map((row) => `${kind} ${row}`))
    .sort();
}
