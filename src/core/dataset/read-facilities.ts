import type { FileContent } from '../formats/content.ts';
import { type Checked, UnusableData } from '../issue.ts';
import { headerUnit, readInUnit } from '../table/header-unit.ts';
import type { FacilityMapping } from '../table/mapping.ts';
import type { Table } from '../table/table.ts';
import { BLOCK, type Task } from '../task.ts';
import type { Facilities, FacilityStatus } from './facilities.ts';
import { readPositions } from './positions.ts';
import { readAttributes } from './read-attributes.ts';
import { mappedColumn, RowIssues } from './rows.ts';
import { serviceFromWords } from './services.ts';
import { statusFromWords } from './status-words.ts';

type NumberColumn = 'capacity' | 'landArea' | 'floorArea';

const NOT_A_NUMBER: Record<NumberColumn, string> = {
  capacity: 'capacity-not-a-number',
  landArea: 'land-area-not-a-number',
  floorArea: 'floor-area-not-a-number',
};

/**
 * Facilities as checked columns; polygons stand at their centroid. A row without a usable position is left out and
 * named; a number that is none is a warning and "not surveyed" (NaN); an unknown status is a warning and open. Throws
 * UnusableData `no-coordinate-column`, `column-missing`, `no-usable-rows`, `role-needs-table`.
 */
export function* toFacilities(content: FileContent, mapping: FacilityMapping): Task<Checked<Facilities>> {
  if (content.kind === 'raster') {
    throw new UnusableData({ code: 'role-needs-table', file: content.file, values: { role: mapping.role } });
  }
  const { table } = content;
  const found = new RowIssues(table);
  const positions = yield* readPositions(content, mapping, found);
  const usable: number[] = [];
  for (let row = 0; row < table.rows.length; row++) if (!Number.isNaN(positions.lng[row])) usable.push(row);
  if (usable.length === 0) throw found.noUsableRows();

  const services = serviceReader(table, mapping);
  const status = statusReader(table, mapping, found);
  const nameAt = mappedColumn(table, mapping.name);
  const facilities: Facilities = {
    count: usable.length,
    id: uniqueIds(table, usable, mapping, found),
    name: usable.map((row) => (nameAt === -1 ? '' : table.rows[row][nameAt])),
    service: [],
    lng: Float64Array.from(usable, (row) => positions.lng[row]),
    lat: Float64Array.from(usable, (row) => positions.lat[row]),
    capacity: numberColumn(table, usable, mapping, 'capacity', found),
    landArea: numberColumn(table, usable, mapping, 'landArea', found),
    floorArea: numberColumn(table, usable, mapping, 'floorArea', found),
    ...readAttributes(table, usable, mapping, found),
    status: [],
    file: usable.map(() => table.file),
    row: Int32Array.from(usable, (row) => table.rowNumbers[row]),
  };
  for (let i = 0; i < usable.length; i++) {
    facilities.service.push(services(usable[i]));
    facilities.status.push(status(usable[i]));
    if ((i + 1) % BLOCK === 0) yield { phase: 'check-rows', done: i + 1, total: usable.length };
  }
  return { value: facilities, issues: found.issues };
}

/** Type words repeat thousands of times: each distinct text is translated once. */
function serviceReader(table: Table, mapping: FacilityMapping): (row: number) => string {
  const { fixedService } = mapping;
  if (fixedService !== undefined) return () => fixedService;
  const at = mappedColumn(table, mapping.service);
  const byFile = serviceFromWords(table.file.replace(/\.[^.]+$/, ''));
  const known = new Map<string, string>();
  return (row) => {
    const text = at === -1 ? '' : table.rows[row][at];
    // Without a type, the name of the file is the best word there is: 幼儿园.csv.
    if (text.trim() === '') return byFile;
    let service = known.get(text);
    if (service === undefined) {
      service = serviceFromWords(text);
      known.set(text, service);
    }
    return service;
  };
}

function statusReader(
  table: Table,
  mapping: FacilityMapping,
  found: RowIssues,
): (row: number) => FacilityStatus {
  const at = mappedColumn(table, mapping.status);
  const known = new Map<string, FacilityStatus | undefined>();
  return (row) => {
    if (at === -1) return 'open';
    const text = table.rows[row][at];
    if (!known.has(text)) known.set(text, statusFromWords(text));
    const status = known.get(text);
    if (status === undefined) found.add('warning', 'status-unknown', row, mapping.status, { text });
    return status ?? 'open';
  };
}

function numberColumn(
  table: Table,
  usable: number[],
  mapping: FacilityMapping,
  field: NumberColumn,
  found: RowIssues,
): Float64Array {
  const column = mapping[field];
  const at = mappedColumn(table, column);
  if (at === -1) return new Float64Array(usable.length).fill(Number.NaN);
  const inHeader = column === undefined ? undefined : headerUnit(column);
  if (inHeader) found.addFile('note', 'header-unit', column, { ...inHeader });
  return Float64Array.from(usable, (row) => {
    const text = table.rows[row][at];
    const value = readInUnit(text, inHeader);
    if (value === undefined || value < 0) {
      found.add('warning', NOT_A_NUMBER[field], row, column, { text });
      return Number.NaN;
    }
    return value;
  });
}

/** Ids name facilities in scenarios, so they must be unique: a repeated one gets its row behind it, and is named. */
function uniqueIds(table: Table, usable: number[], mapping: FacilityMapping, found: RowIssues): string[] {
  const at = mappedColumn(table, mapping.id);
  const taken = new Set<string>();
  return usable.map((row) => {
    const rowNumber = String(table.rowNumbers[row]);
    const written = at === -1 ? '' : table.rows[row][at].trim();
    let id = written === '' ? rowNumber : written;
    if (taken.has(id)) {
      found.add('warning', 'id-duplicate', row, mapping.id, { text: id });
      id = `${id} (${rowNumber})`;
      while (taken.has(id)) id = `${id}'`;
    }
    taken.add(id);
    return id;
  });
}
