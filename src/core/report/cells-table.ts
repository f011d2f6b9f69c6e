import type { Nearest } from '../analysis/nearest-facility.ts';
import type { Demand } from '../dataset/demand.ts';
import { placeId } from '../grid/place-id.ts';
import type { Links } from '../network/snap.ts';
import type { ProjectResult, ServiceCoverage } from '../project/result.ts';
import { type Cell, csvText } from './csv.ts';

/** cells.csv: every place with its people and, for each service, how far it is and how many are near. */
export function cellsCsv(result: ProjectResult): string {
  const { demand, network } = result;
  const services = firstOfEachService(result.coverages);
  const header = [
    ...(demand.kind === 'cells' ? ['h3'] : ['place', 'lng', 'lat']),
    ...demand.columns.map((column) => column.id),
    ...(network ? ['street_snap_meters'] : []),
    ...(network?.snap.barriers ? ['street_link'] : []),
    ...services.flatMap(serviceHeader),
  ];
  function* rows(): Generator<Cell[]> {
    for (let i = 0; i < demand.count; i++) {
      const row: Cell[] = placeCells(demand, i);
      for (const column of demand.columns) row.push(column.values[i]);
      // Empty: no street within reach, unlinked.
      if (network) row.push(network.places.edge[i] < 0 ? undefined : network.places.snapCm[i] / 100);
      if (network?.snap.barriers) row.push(linkWord(network.places, i));
      for (const service of services) row.push(...serviceCells(result, service, i));
      yield row;
    }
  }
  return csvText(header, rows());
}

/** Why a place has no street, where barriers are loaded. */
function linkWord({ edge, isCutOff }: Links, i: number): string {
  if (edge[i] >= 0) return 'linked';
  return isCutOff[i] ? 'cut off by a barrier' : 'no street near';
}

/** Reach does not depend on the group: one coverage a service is enough. */
function firstOfEachService(coverages: ServiceCoverage[]): ServiceCoverage[] {
  return coverages.filter((one, i) => coverages.findIndex((other) => other.service === one.service) === i);
}

function placeCells(demand: Demand, i: number): Cell[] {
  const id = placeId(demand, i);
  return demand.kind === 'cells' ? [id] : [id, demand.lng[i], demand.lat[i]];
}

function serviceHeader({ service, limits, network }: ServiceCoverage): string[] {
  const names = limits.map(({ meters, minutes }) => (minutes === undefined ? `${meters}m` : `${minutes}min`));
  const along = network ? ['network_meters', 'network_minutes', 'network_facility'] : [];
  const within = names.map((name) => `within_${name}`);
  const alongWithin = network ? names.map((name) => `network_within_${name}`) : [];
  return ['meters', 'facility', ...within, ...along, ...alongWithin].map((name) => `${service}_${name}`);
}

function serviceCells(
  result: ProjectResult,
  { nearest, within, network }: ServiceCoverage,
  i: number,
): Cell[] {
  const cells: Cell[] = [
    nearest.meters[i],
    facilityId(result, nearest, i),
    ...within.map((counts) => counts[i]),
  ];
  if (!network) return cells;
  const meters = network.nearest.meters[i];
  return [
    ...cells,
    meters,
    meters / network.metersPerSecond / 60,
    facilityId(result, network.nearest, i),
    ...network.within.map((counts) => counts[i]),
  ];
}

function facilityId({ facilities }: ProjectResult, nearest: Nearest, i: number): string {
  return nearest.facility[i] < 0 ? '' : facilities.id[nearest.facility[i]];
}
