import { catchments, facilitiesWithin } from '../analysis/catchments.ts';
import { coverage, type Reading } from '../analysis/coverage.ts';
import { distanceProfile } from '../analysis/distance-profile.ts';
import { type Nearest, nearestFacility } from '../analysis/nearest-facility.ts';
import type { Demand } from '../dataset/demand.ts';
import type { DistrictAssignment } from '../dataset/districts.ts';
import { openFacilitiesOf, servicesOf } from '../dataset/facilities.ts';
import { groupsOf, groupValues } from '../dataset/groups.ts';
import { type ServiceId, serviceOf } from '../dataset/services.ts';
import { ExactSums } from '../exact-sums.ts';
import { demandCells, demandPoints } from '../grid/demand-from-population.ts';
import { assignDistricts } from '../grid/polygon-index.ts';
import { type Checked, type Issue, UnusableData } from '../issue.ts';
import type { StandardResult } from '../standards/evaluate.ts';
import { catchmentLimit, limitsOf } from './limits.ts';
import { type Loaded, loadSources, type OpenSource, type Runner } from './load.ts';
import { Memo } from './memo.ts';
import { networkReach, tableReach } from './network-reach.ts';
import type { ProjectSettings } from './project.ts';
import type { ProjectResult, ServiceCoverage } from './result.ts';
import { standardsOf } from './standards.ts';
import { type WalkingNetwork, walkingNetwork } from './walking.ts';
import { speedOf } from './walking-speeds.ts';

/** Resolution of the cells when neither the user nor the file says one: fine enough for standards of 300 m. */
export const DEFAULT_RESOLUTION = 10;

/** Bands of the chart of people against distance, metres. */
const PROFILE_STEP = 50;
const PROFILE_MAX = 3000;

/** The data of a project made ready: people on their places, districts known. */
export interface Prepared {
  loaded: Loaded;
  demand: Demand;
  demandKey: string;
  assignment: DistrictAssignment;
  facilityAssignment: DistrictAssignment;
  network: WalkingNetwork | undefined;
  issues: Issue[];
}

/**
 * The journey from files to results, one method a stage, each stage kept under the keys of what it was made from: a
 * changed limit does not fill the cells again. Page (through a worker) and command line both go through here, and get
 * the same numbers.
 */
export class Workspace {
  /** Workspaces that share a memo share their results; each has its own way to run, and so to be cancelled. */
  constructor(
    private readonly run: Runner,
    private readonly memo = new Memo(),
  ) {}

  async prepare(sources: OpenSource[], settings: ProjectSettings): Promise<Prepared> {
    const loaded = await loadSources(sources, this.run, this.memo);
    const { population } = loaded;
    if (!population) throw new UnusableData({ code: 'no-people' });
    if (loaded.facilities.count === 0) throw new UnusableData({ code: 'no-facilities' });
    const resolution = resolutionOf(settings, population);
    const demandKey = `demand:${resolution}:${loaded.populationKey}`;
    const demand: Checked<Demand> = await this.memo.get(demandKey, () =>
      this.run(resolution === 'points' ? demandPoints(population) : demandCells(population, resolution)),
    );
    const { districts } = loaded;
    const assign = (lng: Float64Array, lat: Float64Array, key: string): Promise<DistrictAssignment> =>
      districts
        ? this.memo.get(`assign:${key}:${loaded.districtsKey}`, () =>
            this.run(assignDistricts({ lng, lat }, districts)),
          )
        : Promise.resolve([]);
    const { peopleLng, peopleLat } = demand.value;
    const { streets } = loaded;
    const made = { ...loaded, demand: demand.value, demandKey };
    const network =
      streets && (await walkingNetwork({ ...made, streets }, settings.walking, this.run, this.memo));
    const table = await tableReach({ loaded, ...made }, speedOf(settings.walking, 'people'), this.memo);
    return {
      loaded,
      demand: demand.value,
      demandKey,
      assignment: await assign(peopleLng, peopleLat, demandKey),
      facilityAssignment: await assign(loaded.facilities.lng, loaded.facilities.lat, loaded.facilitiesKey),
      network,
      issues: [...loaded.issues, ...demand.issues, ...(network?.issues ?? []), ...(table?.issues ?? [])],
    };
  }

  /** Coverage of one group by one service. Undefined when the bands at hand do not make up the group. */
  async coverage(
    prepared: Prepared,
    settings: ProjectSettings,
    service: ServiceId,
    group: string,
  ): Promise<ServiceCoverage | undefined> {
    const { loaded, demand, demandKey, assignment } = prepared;
    const values = groupValues(demand.columns, group);
    if (!values) return undefined;
    const metersPerSecond = speedOf(settings.walking, group);
    const limits = limitsOf(settings, service, metersPerSecond);
    const limitsMeters = limits.map((limit) => limit.meters);
    const { detourFactor } = settings;
    const reachKey = `${service}:${demandKey}:${loaded.facilitiesKey}`;
    const rows = openFacilitiesOf(loaded.facilities, service);
    const nearest: Nearest = await this.memo.get(`nearest:${reachKey}`, () =>
      this.run(nearestFacility(demand, loaded.facilities, rows)),
    );
    const widest = catchmentLimit(limitsMeters);
    const matrix = await this.memo.get(`catchments:${widest}:${reachKey}`, () =>
      this.run(catchments(demand, loaded.facilities, rows, widest)),
    );
    const within = limitsMeters.map((limit) => facilitiesWithin(matrix, demand.count, limit));
    const network = await networkReach(
      prepared,
      { service, rows, limitsMeters, metersPerSecond },
      this.run,
      this.memo,
    );
    const readings: Reading[] = [{ method: 'straight', meters: nearest.meters, limits }];
    if (detourFactor !== null) {
      readings.push({ method: 'detour', meters: nearest.meters.map((m) => m * detourFactor), limits });
    }
    if (network) readings.push({ method: 'network', meters: network.nearest.meters, limits });
    return {
      service,
      group,
      limits,
      limitsMeters,
      metersPerSecond,
      detourFactor,
      nearest,
      network,
      values,
      within,
      rows: coverage(values, readings, loaded.districts, assignment),
      profile: distanceProfile(values, nearest.meters, PROFILE_STEP, PROFILE_MAX),
      choice: within.map((counts) => choiceOf(values, counts)),
    };
  }

  /** Every standard that the settings ask for, in their order. */
  async standards(prepared: Prepared, settings: ProjectSettings): Promise<StandardResult[]> {
    return standardsOf(prepared, settings, this.run, this.memo);
  }

  /** Every service with every group, and every standard asked for. */
  async analyse(
    projectName: string,
    sources: OpenSource[],
    settings: ProjectSettings,
  ): Promise<ProjectResult> {
    const prepared = await this.prepare(sources, settings);
    const { loaded, demand, assignment, facilityAssignment } = prepared;
    const issues = [...prepared.issues];
    const coverages: ServiceCoverage[] = [];
    for (const service of servicesOf(loaded.facilities)) {
      const groups = groupsFor(demand, service);
      for (const group of groups) {
        const one = await this.coverage(prepared, settings, service, group);
        if (one) coverages.push(one);
      }
      const wanted = serviceOf(service).group;
      if (!groups.includes(wanted)) {
        issues.push({
          severity: 'note',
          code: 'group-unavailable',
          values: { service, group: wanted, used: groups[0] },
        });
      }
      if (openFacilitiesOf(loaded.facilities, service).length === 0) {
        issues.push({ severity: 'warning', code: 'service-without-open-facility', values: { service } });
      }
    }
    const standards = await this.standards(prepared, settings);
    return {
      projectName,
      demand,
      facilities: loaded.facilities,
      districts: loaded.districts,
      assignment,
      facilityAssignment,
      coverages,
      standards,
      issues,
      sources: loaded.sources,
      network: prepared.network,
      walking: settings.walking,
    };
  }
}

/** The groups that can be answered for, the service's own first. The first is what is shown when nothing was chosen. */
export function groupsFor(demand: Demand, service: ServiceId): string[] {
  const own = serviceOf(service).group;
  const all = groupsOf(demand.columns);
  return groupValues(demand.columns, own) ? [own, ...all.filter((group) => group !== own)] : all;
}

function resolutionOf(
  settings: ProjectSettings,
  population: NonNullable<Loaded['population']>,
): number | 'points' {
  if (settings.resolution !== 'own') return settings.resolution;
  return population.kind === 'cells' ? population.resolution : DEFAULT_RESOLUTION;
}

function choiceOf(values: Float64Array, within: Uint16Array) {
  const sums = new ExactSums(3);
  for (let i = 0; i < values.length; i++) {
    if (values[i] > 0) sums.add(Math.min(2, within[i]), values[i]);
  }
  const [none, one, several] = sums.values();
  return { none, one, several };
}
