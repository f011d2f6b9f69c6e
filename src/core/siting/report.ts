import { type Cell, csvText } from '../report/csv.ts';
import type { SitingOptions } from './problem.ts';
import type { SitingResult } from './result.ts';
import type { ReadSiting } from './tables/read-tables.ts';

const UNITS = {
  mclp: 'people',
  cmclp: 'people',
  lscp: 'sites',
  'p-median': 'person-metres',
  'p-center': 'metres',
};

/** Six digits after the point; JSON has no NaN or Infinity: null stands for both. */
function number(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? Number(value.toFixed(6)) : null;
}

/** The answer as one JSON object: the same bytes for the same question, seed and rounds. */
export function sitingSummary(read: ReadSiting, result: SitingResult, options: SitingOptions) {
  const { problem } = read;
  return {
    model: result.model,
    objective: number(result.objective),
    bound: number(result.bound),
    gap: number(result.gap),
    optimal: result.optimal,
    unit: result.model === 'lscp' && problem.sites.cost ? 'cost' : UNITS[result.model],
    ...sitesOpen(read, result),
    ...whoIsCovered(read, result),
    rule: { limitMeters: number(problem.limitMeters), within: 'metres <= limit' },
    asked: {
      p: problem.siteLimit ?? null,
      budget: number(problem.costLimit),
      spacingMeters: number(problem.spacingMeters),
    },
    distance: distanceOf(read),
    seed: options.seed ?? 1,
    stopped: result.stopped,
    // How many rounds fit into the seconds is the machine's, and stays out.
    ...(result.stopped === 'seconds' ? {} : { rounds: result.rounds }),
    ...whatSitesDo(read, result),
    assignments: assignmentsOf(read, result),
    uncovered: Array.from(result.uncovered, (place) => problem.demand.id[place]).sort(),
    issues: [...read.issues, ...result.issues].map(({ severity, code, file, row, column, values }) => ({
      severity,
      code,
      file,
      row,
      column,
      values,
    })),
  };
}

function sitesOpen({ problem, existing }: ReadSiting, { chosen }: SitingResult) {
  const { id, locked } = problem.sites;
  return {
    chosen: Array.from(chosen, (site) => id[site]),
    existing: id.filter((_, site) => existing[site] && locked[site]).sort(),
    closed: id.filter((_, site) => existing[site] && !locked[site] && !chosen.includes(site)).sort(),
  };
}

function whoIsCovered({ problem }: ReadSiting, result: SitingResult) {
  const places = problem.demand.weight.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
  return {
    demandTotal: number(result.demandTotal),
    covered: number(result.covered),
    coveredBefore: number(result.coveredBefore),
    uncoveredTotal: number(result.demandTotal - result.covered),
    share: number(result.covered / result.demandTotal),
    placesTotal: places,
    placesCovered: places - result.uncovered.length,
    placesShare: number((places - result.uncovered.length) / places),
  };
}

interface CurveEntry {
  sites: number;
  objective: number | null;
  bound: number | null;
}

function whatSitesDo({ problem }: ReadSiting, { sites, alternatives, curve }: SitingResult) {
  const siteId = (site: number) => problem.sites.id[site];
  const points: CurveEntry[] = curve.map((one) => ({
    sites: one.sites,
    objective: number(one.objective),
    bound: number(one.bound),
  }));
  return {
    sites: sites.map((one) => ({
      id: siteId(one.site),
      reached: number(one.reached),
      newly: number(one.newly),
      alone: number(one.alone),
      shared: number(one.shared),
      assigned: number(one.assigned),
      meanMeters: number(one.meanMeters),
    })),
    alternatives: alternatives.map(({ site, instead }) => ({
      id: siteId(site),
      instead: instead.map((one) => ({ id: siteId(one.site), loss: number(one.loss) })),
    })),
    ...(points.length > 0 ? { curve: points } : {}),
  };
}

function distanceOf({ distance }: ReadSiting) {
  if (distance.method === 'table') return { method: 'table', columns: distance.columns };
  return { method: 'straight', formula: 'haversine', radiusMeters: distance.radiusMeters };
}

/** By demand, nearest first. */
function assignmentsOf({ problem }: ReadSiting, { assignments }: SitingResult) {
  const named = assignments.map((one) => ({
    demand: problem.demand.id[one.place],
    site: problem.sites.id[one.site],
    people: number(one.people),
    meters: number(one.meters),
  }));
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return named.sort(
    (a, b) => order(a.demand, b.demand) || (a.meters ?? 0) - (b.meters ?? 0) || order(a.site, b.site),
  );
}

type Summary = ReturnType<typeof sitingSummary>;

/** The same as files: name → text. */
export function sitingTables(summary: Summary): Record<string, string> {
  const cell = (value: number | null): Cell => value ?? undefined;
  return {
    'siting.json': `${JSON.stringify(summary, null, 2)}\n`,
    'sites.csv': csvText(
      ['site', 'reached', 'newly', 'alone', 'shared', 'assigned', 'mean_meters'],
      summary.sites.map((one) => [
        one.id,
        ...[one.reached, one.newly, one.alone, one.shared, one.assigned, one.meanMeters].map(cell),
      ]),
    ),
    'assignments.csv': csvText(
      ['demand', 'site', 'people', 'meters'],
      summary.assignments.map((one) => [one.demand, one.site, cell(one.people), cell(one.meters)]),
    ),
    'alternatives.csv': csvText(
      ['site', 'instead', 'loss'],
      summary.alternatives.flatMap(({ id, instead }) =>
        instead.map((one): Cell[] => [id, one.id, cell(one.loss)]),
      ),
    ),
    ...(summary.curve
      ? {
          'curve.csv': csvText(
            ['sites', 'objective', 'bound'],
            summary.curve.map((one) => [one.sites, cell(one.objective), cell(one.bound)]),
          ),
        }
      : {}),
  };
}
