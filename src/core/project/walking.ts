import type { Demand } from '../dataset/demand.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { exactSum } from '../exact-sums.ts';
import type { Streets } from '../formats/streets.ts';
import { placeId } from '../grid/place-id.ts';
import { type Issue, UnusableData } from '../issue.ts';
import { buildGraph } from '../network/build-graph.ts';
import type { WalkingGraph } from '../network/graph.ts';
import { type Links, SNAP_DEFAULTS, snapToStreets } from '../network/snap.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import type { ProjectSettings } from './project.ts';

/** The streets made ready for a profile: the graph, and where people and facilities stand on it. */
export interface WalkingNetwork {
  profile: ProjectSettings['walking']['profile'];
  graph: WalkingGraph;
  places: Links;
  facilities: Links;
  /** Names what it was made from. */
  key: string;
  issues: Issue[];
}

export interface WalkingInput {
  streets: Streets;
  streetsKey: string;
  demand: Demand;
  demandKey: string;
  facilities: Facilities;
  facilitiesKey: string;
}

/**
 * Builds the graph and links everything to it, each under the key of what it is made from: another speed builds
 * nothing anew. People are linked where they are, not at the centre of their cell. Throws UnusableData
 * `streets-elsewhere` when not one place finds a street.
 */
export async function walkingNetwork(
  input: WalkingInput,
  { profile, maxSnapMeters }: ProjectSettings['walking'],
  run: Runner,
  memo: Memo,
): Promise<WalkingNetwork> {
  const { streets, demand, facilities } = input;
  const graphKey = `graph:${profile}:${input.streetsKey}`;
  const graph = await memo.get(graphKey, () => run(buildGraph(streets, profile)));
  const options = { ...SNAP_DEFAULTS, maxMeters: maxSnapMeters };
  const link = (key: string, lng: Float64Array, lat: Float64Array) =>
    memo.get(`links:${maxSnapMeters}:${key}:${graphKey}`, () =>
      run(snapToStreets(graph, { lng, lat }, options)),
    );
  const places = await link(input.demandKey, demand.peopleLng, demand.peopleLat);
  if (demand.count > 0 && places.edge.every((edge) => edge < 0)) {
    throw new UnusableData({
      code: 'streets-elsewhere',
      file: streets.file,
      values: { meters: maxSnapMeters },
    });
  }
  const facilityLinks = await link(input.facilitiesKey, facilities.lng, facilities.lat);
  return {
    profile,
    graph,
    places,
    facilities: facilityLinks,
    key: `${maxSnapMeters}:${graphKey}`,
    issues: [
      ...unlinkedPlaces(demand, places, maxSnapMeters),
      ...unlinkedFacilities(facilities, facilityLinks, maxSnapMeters),
    ],
  };
}

/** How many unlinked places are named in the issue; cells.csv has them all, without street_snap_meters. */
const NAMED_PLACES = 20;

function unlinkedPlaces(demand: Demand, links: Links, meters: number): Issue[] {
  const unlinked = Array.from(links.edge.keys()).filter((i) => links.edge[i] < 0);
  if (unlinked.length === 0) return [];
  const { values } = demand.columns[0];
  const people = exactSum(values.filter((_, i) => links.edge[i] < 0));
  const named = unlinked.slice(0, NAMED_PLACES).map((i) => placeId(demand, i));
  const names = named.join(', ') + (unlinked.length > NAMED_PLACES ? ' …' : '');
  const counts = { count: unlinked.length, people: Math.round(people), meters, names };
  return [{ severity: 'warning', code: 'places-unlinked', values: counts }];
}

function unlinkedFacilities(facilities: Facilities, links: Links, meters: number): Issue[] {
  const issues: Issue[] = [];
  for (let i = 0; i < facilities.count; i++) {
    if (links.edge[i] >= 0) continue;
    const { file, row, name } = facilities;
    const values = { name: name[i], meters };
    issues.push({ severity: 'warning', code: 'facility-unlinked', file: file[i], row: row[i], values });
  }
  return issues;
}
