import { strToU8 } from 'fflate';
import type { ExportTable } from '../../../core/report/export/export-table.ts';
import { encodeGb18030 } from '../../../core/report/export/gb18030.ts';
import { geoJson } from '../../../core/report/export/geojson.ts';
import { geoParquet } from '../../../core/report/export/geoparquet.ts';
import { tableCsv } from '../../../core/report/report-table.ts';
import { tablesWorkbook } from './workbook.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'parquet'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Of CSV. `utf8` begins with a byte order mark, so that spreadsheets read the Chinese. */
export type ExportEncoding = 'utf8' | 'gb18030';

/** Maps want a row a district; spreadsheets a row a figure. */
export function kindOf(format: ExportFormat): 'table' | 'features' {
  return format === 'geojson' || format === 'parquet' ? 'features' : 'table';
}

/** Files by name: one a table, or one workbook with all of them. */
export async function exportFiles(
  tables: readonly ExportTable[],
  format: ExportFormat,
  encoding: ExportEncoding,
): Promise<Record<string, Uint8Array>> {
  switch (format) {
    case 'xlsx':
      return { 'catchment.xlsx': await tablesWorkbook(tables) };
    case 'csv':
      return each(tables, 'csv', (table) => csvBytes(table, encoding));
    case 'geojson':
      return each(tables, 'geojson', (table) => strToU8(geoJson(table)));
    case 'parquet':
      return each(tables, 'parquet', (table) => new Uint8Array(geoParquet(table)));
  }
}

function each(
  tables: readonly ExportTable[],
  ending: string,
  write: (table: ExportTable) => Uint8Array,
): Record<string, Uint8Array> {
  return Object.fromEntries(tables.map((table) => [`${table.name}.${ending}`, write(table)]));
}

function csvBytes(table: ExportTable, encoding: ExportEncoding): Uint8Array {
  const text = tableCsv(table);
  return encoding === 'gb18030' ? encodeGb18030(text) : strToU8(`\ufeff${text}`);
}
