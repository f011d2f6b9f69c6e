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
  const { problem, existing } = read;
  const siteId = (site: number) => problem.sites.id[site];
  const placeId = (place: number) => problem.demand.id[place];
  const places = problem.demand.weight.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
  return {
    model: result.model,
    objective: number(result.objective),
    bound: number(result.bound),
    gap: number(result.gap),
    optimal: result.optimal,
    unit: result.model === 'lscp' && problem.sites.cost ? 'cost' : UNITS[result.model],
    chosen: Array.from(result.chosen, siteId),
    existing: problem.sites.id.filter((_, site) => existing[site] && problem.sites.locked[site]).sort(),
    closed: problem.sites.id
      .filter((_, site) => existing[site] && !problem.sites.locked[site] && !result.chosen.includes(site))
      .sort(),
    demandTotal: number(result.demandTotal),
    covered: number(result.covered),
    coveredBefore: number(result.coveredBefore),
    uncoveredTotal: number(result.demandTotal - result.covered),
    share: number(result.covered / result.demandTotal),
    placesTotal: places,
    placesCovered: places - result.uncovered.length,
    placesShare: number((places - result.uncovered.length) / places),
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
    sites: result.sites.map((one) => ({
      id: siteId(one.site),
      reached: number(one.reached),
      newly: number(one.newly),
      alone: number(one.alone),
      shared: number(one.shared),
      assigned: number(one.assigned),
      meanMeters: number(one.meanMeters),
    })),
    alternatives: result.alternatives.map(({ site, instead }) => ({
      id: siteId(site),
      instead: instead.map((one) => ({ id: siteId(one.site), loss: number(one.loss) })),
    })),
    ...(result.curve.length > 0
      ? {
          curve: result.curve.map((one) => ({
            sites: one.sites,
            objective: number(one.objective),
            bound: number(one.bound),
          })),
        }
      : {}),
    assignments: sortedAssignments(result, placeId, siteId).map((one) => ({
      demand: one.demand,
      site: one.site,
      people: number(one.people),
      meters: number(one.meters),
    })),
    uncovered: Array.from(result.uncovered, placeId).sort(),
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

function distanceOf({ distance }: ReadSiting) {
  if (distance.method === 'table') return { method: 'table', columns: distance.columns };
  return { method: 'straight', formula: 'haversine', radiusMeters: distance.radiusMeters };
}

function sortedAssignments(
  result: SitingResult,
  placeId: (i: number) => string,
  siteId: (s: number) => string,
) {
  const named = result.assignments.map((one) => ({
    demand: placeId(one.place),
    site: siteId(one.site),
    people: one.people,
    meters: one.meters,
  }));
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return named.sort((a, b) => order(a.demand, b.demand) || a.meters - b.meters || order(a.site, b.site));
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
