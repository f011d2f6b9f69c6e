import { toReachTable } from '../../src/core/dataset/reach-table.ts';
import { toDistricts } from '../../src/core/dataset/read-districts.ts';
import { toFacilities } from '../../src/core/dataset/read-facilities.ts';
import { toPopulation } from '../../src/core/dataset/read-population.ts';
import type { FileContent, InputFile } from '../../src/core/formats/content.ts';
import { readStreets, recogniseStreets } from '../../src/core/formats/read-streets.ts';
import { readFiles } from '../../src/core/formats/registry.ts';
import { UnusableData } from '../../src/core/issue.ts';
import { guessMapping } from '../../src/core/table/guess.ts';
import type { Mapping } from '../../src/core/table/mapping.ts';
import { runSync } from '../../src/core/task.ts';

export type Outcome = { state: 'read' | 'refused' } | { state: 'failed'; reason: string };

/** The whole road of a file: recognised, read, guessed, made a dataset. Anything thrown but UnusableData is a failure. */
export async function readAll(files: InputFile[]): Promise<Outcome> {
  try {
    if (['osm-pbf', 'osm-xml', 'graphml'].includes(recogniseStreets(files) ?? '')) {
      runSync(readStreets(files));
      return { state: 'read' };
    }
    const { value } = await readFiles(files);
    const wrong = misshapen(value);
    if (wrong) return { state: 'failed', reason: wrong };
    use(value, guessMapping(value).mapping);
    return { state: 'read' };
  } catch (error) {
    if (error instanceof UnusableData) return { state: 'refused' };
    return { state: 'failed', reason: String((error as Error)?.stack ?? error) };
  }
}

function use(content: FileContent, mapping: Mapping): void {
  if (mapping.role === 'facilities') runSync(toFacilities(content, mapping));
  else if (mapping.role === 'people') runSync(toPopulation(content, mapping));
  else if (mapping.role === 'districts') runSync(toDistricts(content, mapping));
  else if (mapping.role === 'reach') runSync(toReachTable(content, mapping));
}

/** What a table promises: rows as wide as their header, texts only, unique names, a number a row. */
function misshapen(content: FileContent): string | undefined {
  if (content.kind === 'raster') return undefined;
  const { header, rows, rowNumbers } = content.table;
  if (new Set(header).size !== header.length) return 'a column name twice';
  if (rowNumbers.length !== rows.length) return 'rows without a number';
  const isSound = rows.every(
    (row) => row.length === header.length && row.every((cell) => typeof cell === 'string'),
  );
  if (!isSound) return 'a row unlike its header';
  if (content.kind === 'features' && content.lng.length !== rows.length) return 'rows without a position';
  return undefined;
}
