import { gunzipSync } from 'node:zlib';
import { type AskedDecay, decayLimit } from '../core/analysis/decay.ts';
import { guessIdColumn, type IdAmounts, toIdAmounts } from '../core/dataset/id-amounts.ts';
import { type IdMatrix, matrixByIds } from '../core/dataset/id-matrix.ts';
import { toReachTable } from '../core/dataset/reach-table.ts';
import type { FeatureContent, InputFile, TableContent } from '../core/formats/content.ts';
import { readFiles } from '../core/formats/registry.ts';
import { isGzip } from '../core/formats/text-chunks.ts';
import { type Issue, UnusableData } from '../core/issue.ts';
import { guessReach } from '../core/table/guess-reach.ts';
import type { ReachMapping } from '../core/table/mapping.ts';
import type { Table } from '../core/table/table.ts';
import { runSync } from '../core/task.ts';
import { readSource } from './files.ts';

export interface AccessFiles {
  matrix: string;
  fromColumn?: string;
  toColumn?: string;
  costColumn?: string;
  swap?: boolean;
  demand: string;
  demandColumn?: string;
  demandId?: string;
  supply: string;
  supplyColumn?: string;
  supplyId?: string;
}

export interface AccessInputs extends IdMatrix {
  demand: IdAmounts;
  supply: IdAmounts;
  /** What the matrix was read as: its file, columns, unit and number of usable rows. */
  read: { file: string; from: string; to: string; cost: string; unit: 'meters' | 'minutes'; rows: number };
  issues: Issue[];
}

const MAX_UNPACKED_BYTES = 2_000_000_000;

/** Reads the three tables and brings their ids together. From is where people are, to is the facility, or with `swap` the other way. */
export async function readAccess(files: AccessFiles, asked: AskedDecay | undefined): Promise<AccessInputs> {
  const demand = await amountsOf(files.demand, files.demandId, files.demandColumn);
  const supply = await amountsOf(files.supply, files.supplyId, files.supplyColumn);
  const content = await tableOf(files.matrix);
  const mapping = matrixColumns(content.table, files, asked);
  const { value, issues } = runSync(toReachTable(content, mapping));
  const unit = mapping.meters === undefined ? 'minutes' : 'meters';
  const limit = asked ? decayLimit(asked.decay) : Number.POSITIVE_INFINITY;
  const table = files.swap ? { from: value.to, to: value.from, file: value.file } : value;
  const found = runSync(matrixByIds(table, value[unit], demand.value.id, supply.value.id, limit));
  const cost = (mapping.meters ?? mapping.minutes) as string;
  return {
    ...found,
    demand: demand.value,
    supply: supply.value,
    read: { file: value.file, from: mapping.from, to: mapping.to, cost, unit, rows: value.from.length },
    issues: [...demand.issues, ...supply.issues, ...issues],
  };
}

async function tableOf(path: string): Promise<TableContent | FeatureContent> {
  const { value } = await readFiles(readSource(path).map(unpacked));
  if (value.kind !== 'raster') return value;
  throw new UnusableData({ code: 'role-needs-table', file: value.file, values: { role: 'reach' } });
}

/** Matrices are often kept as .csv.gz. */
function unpacked(file: InputFile): InputFile {
  if (!isGzip(file.bytes)) return file;
  try {
    const bytes = gunzipSync(file.bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
    return { name: file.name.replace(/\.gz$/i, ''), bytes: new Uint8Array(bytes) };
  } catch {
    throw new UnusableData({ code: 'gzip-unreadable', file: file.name });
  }
}

async function amountsOf(path: string, id: string | undefined, column: string | undefined) {
  const { table } = await tableOf(path);
  return runSync(toIdAmounts(table, id ?? guessIdColumn(table), column));
}

/** The columns that were named, else by their headers. Of metres and minutes the one in the unit of the decay, else metres. */
function matrixColumns(table: Table, files: AccessFiles, asked: AskedDecay | undefined): ReachMapping {
  const guess = guessReach(table);
  const [from, to] = [files.fromColumn ?? guess?.from, files.toColumn ?? guess?.to];
  const unit = asked?.unit ?? (guess?.meters === undefined ? 'minutes' : 'meters');
  const cost = files.costColumn ?? guess?.[unit];
  if (from !== undefined && to !== undefined && cost !== undefined) {
    const own = files.costColumn === undefined ? unit : (asked?.unit ?? unitOfHeader(cost));
    return { role: 'reach', from, to, [own]: cost };
  }
  const other = asked?.unit && (guess?.meters ?? guess?.minutes);
  const values = { headers: table.header.join(', ') };
  if (other) throw new UnusableData({ code: 'matrix-other-unit', file: table.file, column: other, values });
  throw new UnusableData({ code: 'reach-columns-missing', file: table.file, values });
}

function unitOfHeader(name: string): 'meters' | 'minutes' {
  return /min|time|duration|时|分/i.test(name) ? 'minutes' : 'meters';
}
