import { ageRangeOf } from '../core/dataset/groups.ts';
import { SERVICES } from '../core/dataset/services.ts';
import { readFiles } from '../core/formats/registry.ts';
import { UnusableData } from '../core/issue.ts';
import type { OpenSource } from '../core/project/load.ts';
import { guessMapping } from '../core/table/guess.ts';
import type { CoordinateSystem, Mapping, PeopleMapping } from '../core/table/mapping.ts';
import type { Say } from '../view/words/index.ts';
import { readSource, splitSheet } from './files.ts';

/** Plain files named on the command line, without a project. Their columns are guessed, and what was guessed is said. */
export interface PlainFiles {
  facilities: string;
  people: string;
  peopleColumn?: string;
  districts?: string;
  streets?: string;
  barriers?: string[];
  /** Metres. */
  joinTolerance?: number;
  reach?: string;
  service?: string;
  facilitiesCrs?: CoordinateSystem;
  peopleCrs?: CoordinateSystem;
}

export async function plainSources(files: PlainFiles, say: Say): Promise<OpenSource[]> {
  const sources = [await facilitySource(files, say), await peopleSource(files, say)];
  if (files.districts) sources.push(await guessedSource(files.districts, 'districts', say));
  if (files.streets) sources.push(streetSource(files.streets, files.joinTolerance));
  for (const path of files.barriers ?? []) {
    sources.push({ files: readSource(path), mapping: { role: 'barriers' } });
  }
  if (files.reach) sources.push(await guessedSource(files.reach, 'reach', say));
  return sources;
}

function streetSource(path: string, toleranceMeters: number | undefined): OpenSource {
  const tolerance = toleranceMeters === undefined ? {} : { toleranceMeters };
  return { files: readSource(path), mapping: { role: 'streets', ...tolerance } };
}

/** Reads a file to guess its columns, for the role it was given on the command line. */
async function guessedSource(path: string, role: Mapping['role'], say: Say): Promise<OpenSource> {
  const files = readSource(path);
  try {
    const { value } = await readFiles(files, undefined, splitSheet(path).sheet);
    const { mapping } = guessMapping(value, role);
    tellGuess(files[0].name, mapping, say);
    return { files, mapping };
  } catch (error) {
    if (error instanceof UnusableData) throw new UnusableData({ file: files[0].name, ...error.issue });
    throw error;
  }
}

function tellGuess(file: string, mapping: Mapping, say: Say): void {
  const columns = Object.entries(mapping)
    .filter(([field, value]) => typeof value === 'string' && field !== 'role')
    .map(([field, value]) => `${field}=${value}`);
  const demand = mapping.role === 'people' ? mapping.demand.map(({ column, as }) => `${as}=${column}`) : [];
  const attributes =
    mapping.role === 'facilities'
      ? (mapping.attributes ?? []).map(({ column, as }) => `${as}=${column}`)
      : [];
  const all = [...columns, ...demand, ...attributes].join(', ');
  process.stderr.write(`${say('cli.guessed', { file, columns: all })}\n`);
}

async function facilitySource(options: PlainFiles, say: Say): Promise<OpenSource> {
  const source = await guessedSource(options.facilities, 'facilities', say);
  if (source.mapping.role !== 'facilities') return source;
  if (options.facilitiesCrs) source.mapping.crs = options.facilitiesCrs;
  if (options.service) source.mapping.fixedService = serviceNamed(options.service, say);
  return source;
}

/** A service of the library by id or name, else the name itself: exact, since here nothing has to be guessed. */
export function serviceNamed(name: string, say: Say): string {
  const exact = SERVICES.find(({ id, zh, en }) =>
    [id, zh, en].some((word) => word.toLowerCase() === name.toLowerCase()),
  );
  if (!exact) {
    const known = SERVICES.map(({ id }) => id).join(', ');
    process.stderr.write(`${say('cli.serviceUnknown', { name, known })}\n`);
  }
  return exact?.id ?? name;
}

async function peopleSource(options: PlainFiles, say: Say): Promise<OpenSource> {
  const source = await guessedSource(options.people, 'people', say);
  const { mapping } = source;
  if (mapping.role !== 'people') return source;
  if (options.peopleCrs) mapping.crs = options.peopleCrs;
  if (options.peopleColumn) mapping.demand = [demandOf(mapping, options.peopleColumn)];
  return source;
}

/** The column the user named: an age band when its header says so, else it is the people. */
function demandOf(mapping: PeopleMapping, column: string): PeopleMapping['demand'][number] {
  const guessed = mapping.demand.find((one) => one.column === column);
  if (guessed && (ageRangeOf(guessed.as) || guessed.unit !== 'people')) return guessed;
  return { column, as: 'people', unit: 'people' };
}
