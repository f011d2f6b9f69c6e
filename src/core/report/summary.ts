import packageInfo from '../../../package.json';
import { EARTH_RADIUS_METERS } from '../analysis/distance.ts';
import { columnTotal } from '../dataset/demand.ts';
import { servicesOf } from '../dataset/facilities.ts';
import type { Links } from '../network/snap.ts';
import type { ProjectResult } from '../project/result.ts';
import type { WalkingNetwork } from '../project/walking.ts';
import { SPEED_GROUPS, speedIn } from '../project/walking-speeds.ts';
import type { StandardCatchment } from '../standards/evaluate.ts';
import type { ReachShown } from '../standards/input.ts';
import type { StandardRow, StandardState } from '../standards/row.ts';

/** Six digits after the point; JSON has no NaN or Infinity: null stands for both. */
function number(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(6)) : null;
}

/** The whole result on one page, with what made it: method, parameters, hashes of the inputs, version. */
export function summaryOf(result: ProjectResult) {
  const { demand, facilities } = result;
  return {
    project: result.projectName,
    tool: { name: packageInfo.name, version: packageInfo.version },
    method: {
      rule: 'covered when metres <= limit',
      distance: `great circle, haversine, radius ${EARTH_RADIUS_METERS} m`,
      from: demand.kind === 'cells' ? 'cell centre' : 'position of the people',
    },
    ...(isWalked(result) ? { walking: walkingSummary(result) } : {}),
    inputs: result.sources,
    demand: {
      kind: demand.kind,
      resolution: demand.kind === 'cells' ? demand.resolution : null,
      places: demand.count,
      columns: demand.columns.map((column) => ({
        id: column.id,
        unit: column.unit,
        total: number(columnTotal(column)),
      })),
    },
    facilities: servicesOf(facilities).map((service) => ({
      service,
      open: countOf(result, service, 'open'),
      planned: countOf(result, service, 'planned'),
      closed: countOf(result, service, 'closed'),
    })),
    coverage: coverageSummary(result),
    standards: standardsSummary(result),
    issues: {
      error: result.issues.filter((issue) => issue.severity === 'error').length,
      warning: result.issues.filter((issue) => issue.severity === 'warning').length,
      note: result.issues.filter((issue) => issue.severity === 'note').length,
    },
  };
}

/** Whether a walk is part of the answer: streets, a table of reach, or a limit in minutes. */
function isWalked({ network, coverages }: ProjectResult): boolean {
  return (
    network !== undefined ||
    coverages.some((one) => one.network || one.limits.some((limit) => limit.minutes !== undefined))
  );
}

/** How people walk, how fast, and how much of the city the streets reach. */
function walkingSummary({ walking, network, coverages }: ProjectResult) {
  const isReached = coverages.some((one) => one.network !== undefined);
  return {
    profile: walking.profile,
    meters_per_second: Object.fromEntries(SPEED_GROUPS.map((group) => [group, speedIn(walking, group)])),
    minutes: isReached
      ? 'metres of the method / speed of the group'
      : 'straight-line metres / speed of the group: no streets were given',
    ...(network ? networkSummary(walking, network) : {}),
  };
}

function networkSummary(
  { maxSnapMeters }: ProjectResult['walking'],
  { graph, places, facilities, snap }: WalkingNetwork,
) {
  const count = (links: Links, is: (i: number) => boolean) =>
    links.edge.reduce((sum, edge, i) => sum + (edge < 0 && is(i) ? 1 : 0), 0);
  const unlinked = (links: Links) => count(links, () => true);
  const cutOff = (links: Links) => count(links, (i) => links.isCutOff[i] === 1);
  return {
    max_snap_meters: maxSnapMeters,
    metres: 'along the streets, and off street at both ends',
    junctions: graph.nodeCount,
    street_pieces: graph.edgeCm.length,
    components: graph.componentSize.length,
    places_unlinked: unlinked(places),
    facilities_unlinked: unlinked(facilities),
    ...(snap.barriers
      ? {
          places_cut_off_by_barrier: cutOff(places),
          facilities_cut_off_by_barrier: cutOff(facilities),
        }
      : {}),
  };
}

function countOf({ facilities }: ProjectResult, service: string, status: string): number {
  return facilities.status.filter((s, i) => s === status && facilities.service[i] === service).length;
}

function coverageSummary({ coverages }: ProjectResult) {
  return coverages.flatMap(({ service, group, detourFactor, rows, limitsMeters, choice, ...one }) =>
    rows
      .filter((row) => row.level === 'all')
      .map((row) => {
        const reach = choice[limitsMeters.indexOf(row.limitMeters)];
        return {
          service,
          group,
          method: row.method,
          ...(row.method === 'detour' ? { detour_factor: detourFactor } : {}),
          limit: row.limitMinutes ?? row.limitMeters,
          limit_unit: row.limitMinutes === undefined ? 'm' : 'min',
          ...(row.limitMinutes === undefined
            ? {}
            : { meters_per_second: number(one.metersPerSecond), limit_meters: number(row.limitMeters) }),
          total: number(row.total),
          covered: number(row.covered),
          uncovered: number(row.total - row.covered),
          share: number(row.share),
          ...(row.method === 'straight'
            ? {
                facilities_within: {
                  none: number(reach.none),
                  one: number(reach.one),
                  several: number(reach.several),
                },
              }
            : {}),
        };
      }),
  );
}

/** Each standard on the whole area, with how many districts are in each state. */
export function standardsSummary({ standards }: Pick<ProjectResult, 'standards'>) {
  return standards.map(({ standard, weaker, reach, rows, catchment }) => {
    const whole = rows.find((row) => row.level === 'all');
    return {
      standard: standard.id,
      source: standard.source,
      rule: standard.rule.kind,
      operator: whole?.operator ?? standard.operator,
      target: whole?.target ?? null,
      unit: whole?.unit ?? standard.unit,
      ...(weaker ? { weaker } : {}),
      state: whole?.state,
      numerator: number(whole?.numerator ?? NaN),
      denominator: number(whole?.denominator ?? NaN),
      value: number(whole?.value ?? NaN),
      shortfall: number(whole?.shortfall ?? NaN),
      shortfall_unit: whole?.shortfallUnit ?? '',
      people: number(whole?.peopleConcerned ?? NaN),
      districts: statesOf(rows),
      ...(reach ? { reach: reachSummary(reach) } : {}),
      ...(catchment ? { catchment: catchmentSummary(catchment) } : {}),
    };
  });
}

/** How many districts of any level are in each state. */
function statesOf(rows: StandardRow[]): Partial<Record<StandardState, number>> {
  const counts: Partial<Record<StandardState, number>> = {};
  for (const { district, state } of rows) if (district >= 0) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function reachSummary({ reading, factor, meters, minutes, metersPerSecond, fromTable }: ReachShown) {
  return {
    method: fromTable ? 'table' : reading,
    ...(factor === undefined ? {} : { detour_factor: factor }),
    limit: minutes ?? meters,
    limit_unit: minutes === undefined ? 'm' : 'min',
    ...(metersPerSecond === undefined ? {} : { meters_per_second: metersPerSecond }),
  };
}

function catchmentSummary({ limitMeters, reading, underSuppliedPeople, shortfall }: StandardCatchment) {
  return {
    method: `2SFCA, step, ${reading}`,
    limit: limitMeters,
    limit_unit: 'm',
    under_supplied_people: number(underSuppliedPeople),
    shortfall: number(shortfall),
  };
}
