import type { FeatureContent, FileContent, TableContent } from '../formats/content.ts';
import { type Checked, UnusableData } from '../issue.ts';
import type { PeopleMapping } from '../table/mapping.ts';
import type { Task } from '../task.ts';
import { demandColumns } from './demand-columns.ts';
import type { Population, PopulationPoints, PopulationPolygons } from './population.ts';
import { converterOf, readPositions } from './positions.ts';
import { readCells } from './read-cells.ts';
import { mappedColumn, RowIssues } from './rows.ts';

/**
 * People (or land, or dwellings) as checked columns: cells when a cell column is mapped, else a raster, polygons or
 * points. Rows that cannot be used are left out and named. Throws UnusableData `no-coordinate-column`, `column-missing`,
 * `no-usable-rows`, `crs-unknown`, `people-not-lines`.
 */
export function* toPopulation(content: FileContent, mapping: PeopleMapping): Task<Checked<Population>> {
  if (content.kind === 'raster') return { value: content.raster, issues: [] };
  const found = new RowIssues(content.table);
  if (mapping.cell !== undefined) {
    const value = yield* readCells(content, mapping, found);
    return { value, issues: found.issues };
  }
  if (content.kind === 'features' && content.geometry === 'line') {
    throw new UnusableData({ code: 'people-not-lines', file: content.table.file });
  }
  const polygons = content.kind === 'features' && content.geometry === 'polygon';
  const value = polygons ? readPolygons(content, mapping, found) : yield* readPoints(content, mapping, found);
  return { value, issues: found.issues };
}

function readPolygons(content: FeatureContent, mapping: PeopleMapping, found: RowIssues): PopulationPolygons {
  const { table, shapes } = content;
  const rows = table.rows.map((_, row) => row);
  const convert = converterOf(mapping, table.file);
  const lng = Float64Array.from(shapes.lng);
  const lat = Float64Array.from(shapes.lat);
  if (mapping.crs !== 'wgs84') {
    for (let i = 0; i < lng.length; i++) [lng[i], lat[i]] = convert(lng[i], lat[i]);
  }
  return {
    kind: 'polygons',
    shapes: { ...shapes, lng, lat },
    name: namesOf(content, rows, mapping),
    columns: demandColumns(table, rows, mapping, found),
  };
}

function* readPoints(
  content: TableContent | FeatureContent,
  mapping: PeopleMapping,
  found: RowIssues,
): Task<PopulationPoints> {
  const { table } = content;
  const positions = yield* readPositions(content, mapping, found);
  const rows = table.rows.flatMap((_, row) => (Number.isNaN(positions.lng[row]) ? [] : [row]));
  if (rows.length === 0) throw found.noUsableRows();
  return {
    kind: 'points',
    lng: Float64Array.from(rows, (row) => positions.lng[row]),
    lat: Float64Array.from(rows, (row) => positions.lat[row]),
    name: namesOf(content, rows, mapping),
    columns: demandColumns(table, rows, mapping, found),
  };
}

function namesOf({ table }: TableContent | FeatureContent, rows: number[], mapping: PeopleMapping): string[] {
  const at = mappedColumn(table, mapping.name);
  return rows.map((row) => (at === -1 ? '' : table.rows[row][at]));
}
