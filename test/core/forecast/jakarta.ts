import { join } from 'node:path';
import type { DemandColumn } from '../../../src/core/dataset/demand.ts';
import { toPopulation } from '../../../src/core/dataset/read-population.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { runSync } from '../../../src/core/task.ts';
import { shapefileOf } from '../../shared-data.ts';

/** People of the 269 kelurahan by five-year bands. */
export async function columnsOfJakarta(folder: string): Promise<DemandColumn[]> {
  const { value: content } = await readFiles(shapefileOf(join(folder, 'BATAS_DESA_DKI')));
  const { mapping } = guessMapping(content);
  if (mapping.role !== 'people') throw new Error(mapping.role);
  const { value } = runSync(toPopulation(content, mapping));
  if (!('columns' in value)) throw new Error(value.kind);
  return value.columns;
}
