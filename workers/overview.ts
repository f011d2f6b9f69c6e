import type { Feature, FeatureCollection, Position } from 'geojson';
import { columnTotal } from '../src/core/dataset/demand.ts';
import type { Districts } from '../src/core/dataset/districts.ts';
import { type Facilities, servicesOf } from '../src/core/dataset/facilities.ts';
import { groupValues } from '../src/core/dataset/groups.ts';
import { hexagonStyle } from '../src/core/grid/cell-boundary.ts';
import type { ServiceCoverage } from '../src/core/project/result.ts';
import { groupsFor, type Prepared } from '../src/core/project/workspace.ts';
import type { CoverageView, DistrictsView, Overview } from './protocol.ts';

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
      columns: demand.columns.map((column) => ({ id: column.id, unit: column.unit, total: columnTotal(column) })),
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
  for (let i = 0; i < facilities.count; i++) if (facilities.service[i] === service) counts[facilities.status[i]]++;
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

function districtsView(districts: Districts): DistrictsView {
  const features: Feature[] = [];
  const labelLng = new Float64Array(districts.count);
  const labelLat = new Float64Array(districts.count);
  for (let d = 0; d < districts.count; d++) {
    const rings = ringsOf(districts, d);
    const largest = rings.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best), rings[0]);
    [labelLng[d], labelLat[d]] = largest ? centreOf(largest) : [0, 0];
    features.push({
      type: 'Feature',
      id: d,
      properties: { row: d, name: districts.name[d], level: districts.level[d] },
      // Rings as a MultiPolygon of single rings would fill holes; even-odd drawing of one polygon keeps them.
      geometry: { type: 'Polygon', coordinates: rings },
    });
  }
  const geojson: FeatureCollection = { type: 'FeatureCollection', features };
  const { code, name, level, levels, parent } = districts;
  return { code, name, level, levels, parent, geojson, labelLng, labelLat };
}

function ringsOf({ shapes }: Districts, d: number): Position[][] {
  const rings: Position[][] = [];
  for (let r = shapes.polygonStart[d]; r < shapes.polygonStart[d + 1]; r++) {
    const ring: Position[] = [];
    for (let v = shapes.ringStart[r]; v < shapes.ringStart[r + 1]; v++) ring.push([shapes.lng[v], shapes.lat[v]]);
    if (ring.length > 0) rings.push([...ring, ring[0]]);
  }
  return rings;
}

/** Signed by direction; only compared and divided by itself, so square degrees will do. */
function ringArea(ring: Position[]): number {
  let area = 0;
  for (let v = 1; v < ring.length; v++) area += ring[v - 1][0] * ring[v][1] - ring[v][0] * ring[v - 1][1];
  return Math.abs(area);
}

function centreOf(ring: Position[]): [number, number] {
  const [lng0, lat0] = ring[0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (let v = 1; v < ring.length; v++) {
    const [ax, ay] = [ring[v - 1][0] - lng0, ring[v - 1][1] - lat0];
    const [bx, by] = [ring[v][0] - lng0, ring[v][1] - lat0];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? [lng0, lat0] : [lng0 + x / (3 * area), lat0 + y / (3 * area)];
}
