import { catchments } from '../../analysis/catchments.ts';
import { EARTH_RADIUS_METERS } from '../../analysis/distance.ts';
import { nearestFacility } from '../../analysis/nearest-facility.ts';
import type { Positions } from '../../dataset/positions.ts';
import type { FileContent } from '../../formats/content.ts';
import { type Issue, UnusableData } from '../../issue.ts';
import { columnIndex, type Table } from '../../table/table.ts';
import type { Task } from '../../task.ts';
import type { SitingModel, SitingProblem, SitingSites } from '../problem.ts';
import {
  type DistanceColumns,
  type DistanceNames,
  distanceColumns,
  reachFromDistances,
} from './distance-table.ts';
import { idColumn, textsOf } from './id-columns.ts';
import {
  fullNumbersOf,
  headerLike,
  numbersOf,
  type PositionNames,
  positionsOf,
  type TabularContent,
  tabular,
} from './siting-table.ts';

/** Plain tables of a siting question. */
export interface SitingFiles {
  demand: FileContent;
  sites: FileContent;
  existing?: FileContent;
  distances?: FileContent;
}

/** What the user named; columns not named are guessed. */
export interface SitingQuestion extends DistanceNames {
  model: SitingModel;
  weight?: string;
  capacity?: string;
  minimum?: string;
  cost?: string;
  limitMeters: number;
  siteLimit?: number;
  costLimit?: number;
  spacingMeters?: number;
  /** Existing facilities compete with the candidates instead of staying. */
  mayClose?: boolean;
  radiusMeters: number;
  demandPosition: PositionNames;
  sitePosition: PositionNames;
}

export interface ReadSiting {
  problem: SitingProblem;
  /** 1 where a site is an existing facility. */
  existing: Uint8Array;
  distance: { method: 'straight'; radiusMeters: number } | { method: 'table'; columns: DistanceColumns };
  issues: Issue[];
}

/** Pairs of a site and a place that fit into memory when every one of them counts. */
const MOST_PAIRS = 30_000_000;

interface Rows {
  id: string[];
  positions: Positions | undefined;
  table: Table;
}

/**
 * A siting problem from plain tables. Ids come from the columns that the distances repeat, else from a column that names
 * the rows, else from the row numbers. Without a table of distances they are straight lines: haversine on a sphere of the
 * radius asked for. Throws UnusableData where a column or the positions are missing.
 */
export function* readSitingTables(files: SitingFiles, question: SitingQuestion): Task<ReadSiting> {
  const { model, limitMeters } = question;
  if (isLimited(question) && !(limitMeters >= 0))
    throw new UnusableData({ code: 'siting-needs-limit', values: { model } });
  const issues: Issue[] = [];
  const demand = tabular(files.demand);
  const sites = tabular(files.sites);
  const existing = files.existing && tabular(files.existing);
  const weight = question.weight === undefined ? undefined : headerLike(demand.table, question.weight);
  const distances = files.distances && tabular(files.distances).table;
  const columns =
    distances && distanceColumns(distances, demand.table, sites.table, existing?.table, question, weight);
  const places = yield* rowsOf(
    demand,
    columns?.demandId ?? question.demandId,
    question.demandPosition,
    !columns,
    issues,
  );
  const candidates = yield* rowsOf(
    sites,
    columns?.siteId ?? question.siteId,
    question.sitePosition,
    !columns,
    issues,
  );
  const present =
    existing && (yield* rowsOf(existing, columns?.existingId, question.sitePosition, !columns, issues));
  const all = joined(candidates, present, question);
  const weights =
    weight === undefined ? new Float64Array(places.id.length).fill(1) : numbersOf(places.table, weight);
  const problem: SitingProblem = {
    model: question.model,
    demand: { id: places.id, weight: weights, ...known(places.positions) },
    sites: all,
    reach:
      distances && columns
        ? reachFromDistances(distances, columns, places.id, all.id, issues)
        : yield* straightReach(places, all, question),
    limitMeters: question.limitMeters,
    siteLimit: question.siteLimit,
    costLimit: question.costLimit,
    spacingMeters: question.spacingMeters,
  };
  if (!distances && question.model === 'lscp') {
    problem.demand.nearestMeters = yield* nearestMeters(places, all, question);
  }
  return {
    problem,
    existing: Uint8Array.from(all.id, (_, s) => (s < candidates.id.length ? 0 : 1)),
    distance: columns
      ? { method: 'table', columns }
      : { method: 'straight', radiusMeters: question.radiusMeters },
    issues,
  };
}

/** The other models look at every distance, and only report who is within the limit. */
function isLimited({ model }: SitingQuestion): boolean {
  return model !== 'p-median' && model !== 'p-center';
}

function* rowsOf(
  content: TabularContent,
  id: string | undefined,
  names: PositionNames,
  straight: boolean,
  issues: Issue[],
): Task<Rows> {
  const { table } = content;
  const column = id === undefined ? idColumn(table) : headerLike(table, id);
  const at = columnIndex(table, column);
  if (column !== undefined && at < 0) {
    const values = { headers: table.header.join(', ') };
    throw new UnusableData({ code: 'column-missing', file: table.file, column, values });
  }
  const positions = yield* positionsOf(content, names, issues);
  const rows = { positions, ...(straight && positions ? placedRows(table, positions, issues) : { table }) };
  const texts =
    at < 0 ? rows.table.rows.map((_, row) => String(rows.table.rowNumbers[row])) : textsOf(rows.table, at);
  return { ...rows, id: texts };
}

/** Without a table of distances a row counts only where it stands somewhere; its issue has been told. */
function placedRows(
  table: Table,
  { lng, lat }: Positions,
  issues: Issue[],
): { table: Table; positions: Positions } {
  const kept = table.rows.flatMap((_, row) => (Number.isNaN(lng[row]) ? [] : [row]));
  if (kept.length === 0) {
    const reason = issues.find((issue) => issue.file === table.file)?.code ?? 'coordinates-missing';
    const values = { rows: table.rows.length, reason, count: table.rows.length };
    throw new UnusableData({ code: 'no-usable-rows', file: table.file, values });
  }
  return {
    table: {
      ...table,
      rows: kept.map((row) => table.rows[row]),
      rowNumbers: Int32Array.from(kept, (row) => table.rowNumbers[row]),
    },
    positions: {
      lng: Float64Array.from(kept, (row) => lng[row]),
      lat: Float64Array.from(kept, (row) => lat[row]),
    },
  };
}

/** Positions for what needs only some of them: absent when a row has none. */
function known(positions: Positions | undefined): { lng?: Float64Array; lat?: Float64Array } {
  const complete = positions?.lng.every((lng) => !Number.isNaN(lng));
  return positions && complete ? { lng: positions.lng, lat: positions.lat } : {};
}

/** Candidates first, then what is there. */
function joined(candidates: Rows, existing: Rows | undefined, question: SitingQuestion): SitingSites {
  const stays = question.mayClose ? 0 : 1;
  const parts = existing ? [candidates, existing] : [candidates];
  const column = (name: string | undefined, otherwise: number) => {
    if (name === undefined) return undefined;
    return Float64Array.from(
      parts.flatMap(({ table }) => {
        const header = headerLike(table, name);
        // What is there may lack the column of the candidates.
        const absent = table !== candidates.table && !table.header.includes(header);
        return absent ? table.rows.map(() => otherwise) : Array.from(fullNumbersOf(table, header));
      }),
    );
  };
  const placed = parts.every(({ positions }) => known(positions).lng !== undefined);
  const position = (axis: 'lng' | 'lat') =>
    Float64Array.from(parts.flatMap(({ positions }) => Array.from(positions?.[axis] ?? [])));
  const [cost, capacity, minimum] = [
    column(question.cost, 0),
    column(question.capacity, Number.POSITIVE_INFINITY),
    column(question.minimum, 0),
  ];
  return {
    id: parts.flatMap(({ id }) => id),
    locked: Uint8Array.from(parts.flatMap(({ id }, part) => id.map(() => (part === 1 ? stays : 0)))),
    ...(placed ? { lng: position('lng'), lat: position('lat') } : {}),
    ...(cost && { cost }),
    ...(capacity && { capacity }),
    ...(minimum && { minimum }),
  };
}

function needPositions(places: Rows, sites: SitingSites): { places: Positions; sites: Positions } {
  const here = known(places.positions);
  if (!here.lng || !here.lat) {
    throw new UnusableData({ code: 'siting-needs-positions', file: places.table.file });
  }
  if (!sites.lng || !sites.lat) throw new UnusableData({ code: 'siting-sites-need-positions' });
  return { places: { lng: here.lng, lat: here.lat }, sites: { lng: sites.lng, lat: sites.lat } };
}

function* straightReach(places: Rows, sites: SitingSites, question: SitingQuestion) {
  const at = needPositions(places, sites);
  const limited = isLimited(question);
  const pairs = places.id.length * sites.id.length;
  if (!limited && pairs > MOST_PAIRS) {
    throw new UnusableData({ code: 'siting-too-many-pairs', values: { pairs, most: MOST_PAIRS } });
  }
  const limit = limited ? question.limitMeters : Number.POSITIVE_INFINITY;
  const rows = Int32Array.from(sites.id, (_, s) => s);
  return yield* catchments(at.places, at.sites, rows, limit, question.radiusMeters / EARTH_RADIUS_METERS);
}

function* nearestMeters(places: Rows, sites: SitingSites, question: SitingQuestion): Task<Float64Array> {
  const at = needPositions(places, sites);
  const rows = Int32Array.from(sites.id, (_, s) => s);
  const { meters } = yield* nearestFacility(at.places, at.sites, rows);
  return meters.map((value) => (value * question.radiusMeters) / EARTH_RADIUS_METERS);
}
