import { columnTotal } from '../src/core/dataset/demand.ts';
import { type Facilities, servicesOf } from '../src/core/dataset/facilities.ts';
import { groupValues } from '../src/core/dataset/groups.ts';
import type { ServiceId } from '../src/core/dataset/services.ts';
import { hexagonStyle } from '../src/core/grid/cell-boundary.ts';
import type { Loaded } from '../src/core/project/load.ts';
import type { ServiceCoverage } from '../src/core/project/result.ts';
import { groupsFor, type Prepared } from '../src/core/project/workspace.ts';
import { districtsView } from './districts-view.ts';
import { barriersView, networkView, streetsBackground } from './network-view.ts';
import type { CoverageView, Gathered, Overview } from './protocol.ts';

/** What the page is told after loading. Copies: the worker keeps its own for the next question. */
export function overviewOf({
  loaded,
  demand,
  assignment,
  facilityAssignment,
  network,
  issues,
}: Prepared): Overview {
  const people = groupValues(demand.columns, 'people') ?? demand.columns[0].values;
  return {
    ...gatheredOf(loaded, (service) => groupsFor(demand, service)),
    demand: {
      kind: demand.kind,
      resolution: demand.resolution,
      count: demand.count,
      lng: demand.lng,
      lat: demand.lat,
      people,
      columns: demand.columns.map((column) => ({
        id: column.id,
        unit: column.unit,
        values: column.values,
        total: columnTotal(column),
      })),
      hexagon: hexagonStyle(demand),
    },
    network: network && networkView(network),
    assignment,
    facilityAssignment,
    bounds: boundsOf(demand.lng, demand.lat),
    issues,
  };
}

/** What can be told before there are people and facilities. */
export function gatheredOf(loaded: Loaded, groupsOf: (service: ServiceId) => string[] = () => []): Gathered {
  const { facilities, population, districts, streets, barriers, backgrounds, sources, issues } = loaded;
  const people = population?.kind === 'points' ? population : undefined;
  const placed = facilities.count > 0 ? facilities : (people ?? districts?.shapes);
  return {
    facilities,
    services: servicesOf(facilities).map((id) => ({
      id,
      ...countByStatus(facilities, id),
      groups: groupsOf(id),
    })),
    districts: districts && districtsView(districts),
    backgrounds: streets ? [...backgrounds, streetsBackground(streets)] : backgrounds,
    barriers: barriers && barriersView(barriers),
    bounds: placed && boundsOf(placed.lng, placed.lat),
    sources,
    issues,
  };
}

export function coverageView({ nearest, network, ...rest }: ServiceCoverage): CoverageView {
  return {
    ...rest,
    meters: nearest.meters,
    facility: nearest.facility,
    network: network && {
      ...network.nearest,
      within: network.within,
      metersPerSecond: network.metersPerSecond,
    },
  };
}

function countByStatus(facilities: Facilities, service: string) {
  const counts = { open: 0, planned: 0, closed: 0 };
  for (let i = 0; i < facilities.count; i++)
    if (facilities.service[i] === service) counts[facilities.status[i]]++;
  return counts;
}

function boundsOf(lng: Float64Array, lat: Float64Array): Gathered['bounds'] {
  if (lng.length === 0) return undefined;
  const bounds: NonNullable<Gathered['bounds']> = [180, 90, -180, -90];
  for (let i = 0; i < lng.length; i++) {
    bounds[0] = Math.min(bounds[0], lng[i]);
    bounds[1] = Math.min(bounds[1], lat[i]);
    bounds[2] = Math.max(bounds[2], lng[i]);
    bounds[3] = Math.max(bounds[3], lat[i]);
  }
  return bounds;
}
