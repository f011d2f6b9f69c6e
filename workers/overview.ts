import { columnTotal } from '../src/core/dataset/demand.ts';
import { type Facilities, servicesOf } from '../src/core/dataset/facilities.ts';
import { groupValues } from '../src/core/dataset/groups.ts';
import { hexagonStyle } from '../src/core/grid/cell-boundary.ts';
import type { ServiceCoverage } from '../src/core/project/result.ts';
import { groupsFor, type Prepared } from '../src/core/project/workspace.ts';
import { districtsView } from './districts-view.ts';
import type { CoverageView, Overview } from './protocol.ts';

/** What the page is told after loading. Copies: the worker keeps its own for the next question. */
export function overviewOf({ loaded, demand, assignment, issues }: Prepared): Overview {
  const people = groupValues(demand.columns, 'people') ?? demand.columns[0].values;
  return {
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
        total: columnTotal(column),
      })),
      hexagon: hexagonStyle(demand),
    },
    facilities: loaded.facilities,
    services: servicesOf(loaded.facilities).map((id) => ({
      id,
      ...countByStatus(loaded.facilities, id),
      groups: groupsFor(demand, id),
    })),
    districts: loaded.districts && districtsView(loaded.districts),
    assignment,
    backgrounds: loaded.backgrounds,
    bounds: boundsOf(demand.lng, demand.lat),
    sources: loaded.sources,
    issues,
  };
}

export function coverageView({ nearest, ...rest }: ServiceCoverage): CoverageView {
  return { ...rest, meters: nearest.meters, facility: nearest.facility };
}

function countByStatus(facilities: Facilities, service: string) {
  const counts = { open: 0, planned: 0, closed: 0 };
  for (let i = 0; i < facilities.count; i++)
    if (facilities.service[i] === service) counts[facilities.status[i]]++;
  return counts;
}

function boundsOf(lng: Float64Array, lat: Float64Array): Overview['bounds'] {
  const bounds: Overview['bounds'] = [180, 90, -180, -90];
  for (let i = 0; i < lng.length; i++) {
    bounds[0] = Math.min(bounds[0], lng[i]);
    bounds[1] = Math.min(bounds[1], lat[i]);
    bounds[2] = Math.max(bounds[2], lng[i]);
    bounds[3] = Math.max(bounds[3], lat[i]);
  }
  return bounds;
}
