import packageInfo from '../../../package.json';
import { EARTH_RADIUS_METERS } from '../analysis/distance.ts';
import { columnTotal } from '../dataset/demand.ts';
import { servicesOf } from '../dataset/facilities.ts';
import type { Links } from '../network/snap.ts';
import type { ProjectResult } from '../project/result.ts';
import type { WalkingNetwork } from '../project/walking.ts';

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
    ...(result.network ? { walking: walkingSummary(result, result.network) } : {}),
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

/** How people walk, and how much of the city the streets reach. */
function walkingSummary({ walking }: ProjectResult, { graph, places, facilities }: WalkingNetwork) {
  const unlinked = (links: Links) => links.edge.reduce((count, edge) => count + (edge < 0 ? 1 : 0), 0);
  return {
    profile: walking.profile,
    meters_per_second: walking.metersPerSecond,
    max_snap_meters: walking.maxSnapMeters,
    metres: 'along the streets, and off street at both ends',
    junctions: graph.nodeCount,
    street_pieces: graph.edgeCm.length,
    components: graph.componentSize.length,
    places_unlinked: unlinked(places),
    facilities_unlinked: unlinked(facilities),
  };
}

function countOf({ facilities }: ProjectResult, service: string, status: string): number {
  return facilities.status.filter((s, i) => s === status && facilities.service[i] === service).length;
}

function coverageSummary({ coverages }: ProjectResult) {
  return coverages.flatMap(({ service, group, detourFactor, rows, limitsMeters, choice }) =>
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

function standardsSummary({ standards }: ProjectResult) {
  return standards.map(({ standard, rows, catchment }) => {
    const whole = rows.find((row) => row.level === 'all');
    return {
      standard: standard.id,
      source: standard.source,
      operator: standard.operator,
      target: standard.value,
      unit: standard.unit,
      state: whole?.state,
      supply: number(whole?.supply ?? NaN),
      people: number(whole?.people ?? NaN),
      value: number(whole?.value ?? NaN),
      shortfall: number(whole?.shortfall ?? NaN),
      catchment: {
        method: '2SFCA, step, straight line',
        limit: catchment.limitMeters,
        limit_unit: 'm',
        under_supplied_people: number(catchment.underSuppliedPeople),
        shortfall: number(catchment.shortfall),
      },
    };
  });
}
