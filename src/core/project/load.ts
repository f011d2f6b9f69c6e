import { type Barriers, concatBarriers, toBarriers } from '../dataset/barriers.ts';
import type { Districts } from '../dataset/districts.ts';
import { concatFacilities, type Facilities } from '../dataset/facilities.ts';
import type { Population } from '../dataset/population.ts';
import { type ReachTable, toReachTable } from '../dataset/reach-table.ts';
import { toDistricts } from '../dataset/read-districts.ts';
import { toFacilities } from '../dataset/read-facilities.ts';
import { toPopulation } from '../dataset/read-population.ts';
import { type Background, readBackground } from '../formats/background.ts';
import type { FileContent, InputFile } from '../formats/content.ts';
import { readStreets } from '../formats/read-streets.ts';
import { readFiles } from '../formats/registry.ts';
import type { Streets } from '../formats/streets.ts';
import { type Checked, type Issue, UnusableData } from '../issue.ts';
import { NODING_DEFAULTS } from '../network/node-lines.ts';
import type { SourceReview } from '../review/edits.ts';
import { reviewedSource } from '../review/reviewed-source.ts';
import type { Mapping, Role, StreetsMapping } from '../table/mapping.ts';
import type { Task } from '../task.ts';
import type { Memo } from './memo.ts';
import { hashFiles, sizeOfContent, usableRows } from './source-facts.ts';

/** Runs a task its own way: at once (command line), or in slices that can be watched and cancelled (worker). */
export type Runner = <T>(task: Task<T>) => Promise<T>;

/** A source with its bytes at hand. A shapefile in loose parts is several files. */
export interface OpenSource {
  files: InputFile[];
  mapping: Mapping;
  /** What was decided about single rows; not applied to another file than the one it was made for. */
  review?: SourceReview;
}

/** What became of a source, for the list of data and for provenance. */
export interface SourceSummary {
  role: Role;
  file: string;
  sha256: string;
  /** Rows, features or pixels read, and those that can be used. */
  read: number;
  usable: number;
}

/** All sources of a project as checked datasets. The keys name their content: equal keys, equal data. */
export interface Loaded {
  facilities: Facilities;
  facilitiesKey: string;
  population: Population | undefined;
  populationKey: string;
  districts: Districts | undefined;
  districtsKey: string;
  streets: Streets | undefined;
  streetsKey: string;
  reach: ReachTable | undefined;
  reachKey: string;
  barriers: Barriers | undefined;
  barriersKey: string;
  backgrounds: Background[];
  sources: SourceSummary[];
  issues: Issue[];
}

interface OneSource {
  key: string;
  summary: SourceSummary;
  issues: Issue[];
  data:
    | { role: 'facilities'; value: Facilities }
    | { role: 'people'; value: Population }
    | { role: 'districts'; value: Districts }
    | { role: 'streets'; value: Streets }
    | { role: 'reach'; value: ReachTable }
    | { role: 'barriers'; value: Barriers }
    | { role: 'background'; value: Background };
}

/**
 * Reads and checks every source. Facilities and barriers of several sources are joined in order; people, districts and
 * streets come from one source each. Throws UnusableData when a source cannot be used at all.
 */
export async function loadSources(sources: OpenSource[], run: Runner, memo: Memo): Promise<Loaded> {
  const loaded: OneSource[] = [];
  for (const source of sources) {
    const names = source.files.map((file) => file.name).join('|');
    const key = `source:${names}:${hashFiles(source.files)}:${JSON.stringify([source.mapping, source.review])}`;
    loaded.push(await memo.get(key, () => loadSource(key, source, run)));
  }
  const only = <R extends Role>(role: R) => {
    const found = loaded.filter((one) => one.data.role === role);
    if (found.length > 1) {
      throw new UnusableData({
        code: `${role}-twice`,
        values: { files: found.map((one) => one.summary.file).join(', ') },
      });
    }
    return found[0] as (OneSource & { data: { role: R } }) | undefined;
  };
  const facilityParts = loaded.filter((one) => one.data.role === 'facilities');
  const people = only('people');
  const districts = only('districts');
  const streets = only('streets');
  const reach = only('reach');
  const barrierParts = loaded.filter((one) => one.data.role === 'barriers');
  return {
    facilities: concatFacilities(facilityParts.map((one) => one.data.value as Facilities)),
    facilitiesKey: facilityParts.map((one) => one.key).join('+'),
    population: people?.data.value,
    populationKey: people?.key ?? '',
    districts: districts?.data.value,
    districtsKey: districts?.key ?? '',
    streets: streets?.data.value,
    streetsKey: streets?.key ?? '',
    reach: reach?.data.value,
    reachKey: reach?.key ?? '',
    barriers:
      barrierParts.length > 0
        ? concatBarriers(barrierParts.map((one) => one.data.value as Barriers))
        : undefined,
    barriersKey: barrierParts.map((one) => one.key).join('+'),
    backgrounds: loaded.flatMap((one) => (one.data.role === 'background' ? [one.data.value] : [])),
    sources: loaded.map((one) => one.summary),
    issues: loaded.flatMap((one) => one.issues),
  };
}

async function loadSource(key: string, source: OpenSource, run: Runner): Promise<OneSource> {
  try {
    return await readSource(key, source, run);
  } catch (error) {
    // Readers know what is wrong; only here is known in which file.
    if (error instanceof UnusableData) throw new UnusableData({ file: source.files[0].name, ...error.issue });
    throw error;
  }
}

async function readSource(key: string, source: OpenSource, run: Runner): Promise<OneSource> {
  const { mapping } = source;
  if (mapping.role === 'background') return loadBackground(key, source);
  if (mapping.role === 'streets') return loadStreets(key, source, mapping, run);
  const content = await readFiles(source.files, undefined, mapping.sheet);
  const reviewed = reviewedSource(content.value, mapping, source.review, hashFiles(source.files));
  const { data, issues } = await toDataset(reviewed.content, reviewed.mapping, run);
  const all = [...content.issues, ...reviewed.issues, ...issues].map((issue) => ({
    file: source.files[0].name,
    ...issue,
  }));
  return {
    key,
    issues: all,
    data,
    summary: {
      role: mapping.role,
      file: source.files[0].name,
      sha256: hashFiles(source.files),
      read: sizeOfContent(content.value),
      usable: usableOf(data),
    },
  };
}

function loadBackground(key: string, source: OpenSource): OneSource {
  const value = readBackground(source.files[0]);
  const count = value.geojson.features.length;
  const summary = {
    role: 'background' as const,
    file: value.file,
    sha256: hashFiles(source.files),
    read: count,
    usable: count,
  };
  return { key, summary, issues: [], data: { role: 'background', value } };
}

async function loadStreets(
  key: string,
  source: OpenSource,
  { toleranceMeters = NODING_DEFAULTS.toleranceMeters }: StreetsMapping,
  run: Runner,
): Promise<OneSource> {
  const { value, issues } = await run(readStreets(source.files, { toleranceMeters }));
  const ways = value.wayTags.length;
  const summary = {
    role: 'streets' as const,
    file: value.file,
    sha256: hashFiles(source.files),
    read: ways,
    usable: ways,
  };
  return {
    key,
    summary,
    issues: issues.map((issue) => ({ file: value.file, ...issue })),
    data: { role: 'streets', value },
  };
}

async function toDataset(
  content: FileContent,
  mapping: Exclude<Mapping, { role: 'background' | 'streets' }>,
  run: Runner,
) {
  const checked = async <T, R extends Role>(role: R, task: Task<Checked<T>>) => {
    const { value, issues } = await run(task);
    return { data: { role, value }, issues };
  };
  switch (mapping.role) {
    case 'facilities':
      return checked('facilities', toFacilities(content, mapping));
    case 'people':
      return checked('people', toPopulation(content, mapping));
    case 'districts':
      return checked('districts', toDistricts(content, mapping));
    case 'reach':
      return checked('reach', toReachTable(content, mapping));
    case 'barriers':
      return checked('barriers', toBarriers(content));
  }
}

function usableOf(data: OneSource['data']): number {
  switch (data.role) {
    case 'facilities':
    case 'districts':
    case 'barriers':
      return data.value.count;
    case 'streets':
      return data.value.wayTags.length;
    case 'reach':
      return data.value.from.length;
    case 'background':
      return data.value.geojson.features.length;
    case 'people':
      return usableRows(data.value);
  }
}
