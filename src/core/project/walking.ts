import type { Barriers } from '../dataset/barriers.ts';
import type { Demand } from '../dataset/demand.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { exactSum } from '../exact-sums.ts';
import type { Streets } from '../formats/streets.ts';
import { placeId } from '../grid/place-id.ts';
import { type Issue, UnusableData } from '../issue.ts';
import { BarrierIndex } from '../network/barrier-index.ts';
import { buildGraph } from '../network/build-graph.ts';
import type { WalkingGraph } from '../network/graph.ts';
import { type Links, SNAP_DEFAULTS, type SnapOptions, snapToStreets } from '../network/snap.ts';
import type { Runner } from './load.ts';
import type { Memo } from './memo.ts';
import type { ProjectSettings } from './project.ts';

/** The streets made ready for a profile: the graph, and where people and facilities stand on it. */
export interface WalkingNetwork {
  profile: ProjectSettings['walking']['profile'];
  graph: WalkingGraph;
  places: Links;
  facilities: Links;
  /** How these were linked: the ends of a route are linked the same way. */
  snap: SnapOptions;
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
  barriers: Barriers | undefined;
  barriersKey: string;
}

/**
 * Builds the graph and links everything to it, each under the key of what it is made from: another speed builds
 * nothing anew. People are linked where they are, not at the centre of their cell, and never across a barrier. Throws
 * UnusableData `streets-elsewhere` when not one place finds a street.
 */
export async function walkingNetwork(
  input: WalkingInput,
  { profile, maxSnapMeters }: ProjectSettings['walking'],
  run: Runner,
  memo: Memo,
): Promise<WalkingNetwork> {
  const { streets, demand, facilities, barriers, barriersKey } = input;
  const graphKey = `graph:${profile}:${input.streetsKey}`;
  const graph = await memo.get(graphKey, () => run(buildGraph(streets, profile)));
  const index =
    barriers && (await memo.get(`barriers:${barriersKey}`, async () => new BarrierIndex(barriers)));
  const snap = { ...SNAP_DEFAULTS, maxMeters: maxSnapMeters, barriers: index };
  const linkKey = `${maxSnapMeters}:${barriersKey}:${graphKey}`;
  const link = (key: string, lng: Float64Array, lat: Float64Array) =>
    memo.get(`links:${key}:${linkKey}`, () => run(snapToStreets(graph, { lng, lat }, snap)));
  const places = await link(input.demandKey, demand.peopleLng, demand.peopleLat);
  if (demand.count > 0 && places.edge.every((edge, i) => edge < 0 && places.isCutOff[i] === 0)) {
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
    snap,
    key: linkKey,
    issues: [
      ...unlinkedPlaces(demand, places, maxSnapMeters, 0),
      ...unlinkedPlaces(demand, places, maxSnapMeters, 1),
      ...unlinkedFacilities(facilities, facilityLinks, maxSnapMeters),
    ],
  };
}

/** How many unlinked places are named in the issue; cells.csv has them all, without street_snap_meters. */
const NAMED_PLACES = 20;

/** Those without a street near (0), and apart from them those whose streets all lie behind a barrier (1). */
function unlinkedPlaces(demand: Demand, links: Links, meters: number, cutOff: 0 | 1): Issue[] {
  const isOne = (i: number) => links.edge[i] < 0 && links.isCutOff[i] === cutOff;
  const unlinked = Array.from(links.edge.keys()).filter(isOne);
  if (unlinked.length === 0) return [];
  const { values } = demand.columns[0];
  const people = exactSum(values.filter((_, i) => isOne(i)));
  const named = unlinked.slice(0, NAMED_PLACES).map((i) => placeId(demand, i));
  const names = named.join(', ') + (unlinked.length > NAMED_PLACES ? ' …' : '');
  const counts = { count: unlinked.length, people: Math.round(people), meters, names };
  return [{ severity: 'warning', code: cutOff ? 'places-cut-off' : 'places-unlinked', values: counts }];
}

function unlinkedFacilities(facilities: Facilities, links: Links, meters: number): Issue[] {
  const issues: Issue[] = [];
  for (let i = 0; i < facilities.count; i++) {
    if (links.edge[i] >= 0) continue;
    const { file, row, name } = facilities;
    const code = links.isCutOff[i] ? 'facility-cut-off' : 'facility-unlinked';
    const values = { name: name[i], meters };
    issues.push({ severity: 'warning', code, file: file[i], row: row[i], values });
  }
  return issues;
}
