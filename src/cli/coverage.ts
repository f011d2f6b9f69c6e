import { Command } from 'commander';
import { ageRangeOf } from '../core/dataset/groups.ts';
import { SERVICES } from '../core/dataset/services.ts';
import { readFiles } from '../core/formats/registry.ts';
import { UnusableData } from '../core/issue.ts';
import type { OpenSource } from '../core/project/load.ts';
import { type ProjectSettings, projectSchema } from '../core/project/project.ts';
import { guessMapping } from '../core/table/guess.ts';
import type { CoordinateSystem, Mapping, PeopleMapping } from '../core/table/mapping.ts';
import type { Say } from '../view/words/index.ts';
import { analyseAndWrite, type OutputOptions } from './analysis.ts';
import { readSource } from './files.ts';
import { parseDetour, parseLimit, parseResolution, parseSystem } from './options.ts';

interface CoverageOptions extends OutputOptions {
  facilities: string;
  people: string;
  peopleColumn?: string;
  districts?: string;
  service?: string;
  limit: number[];
  detour?: number;
  resolution?: number | 'points';
  facilitiesCrs?: CoordinateSystem;
  peopleCrs?: CoordinateSystem;
}

/** `catchment coverage`: one question about plain files, without a project. Columns are guessed, and said. */
export function coverageCommand(say: Say): Command {
  return new Command('coverage')
    .description(say('cli.coverage.description'))
    .requiredOption('--facilities <file>', say('cli.coverage.facilities'))
    .requiredOption('--people <file>', say('cli.coverage.people'))
    .option('--people-column <name>', say('cli.coverage.peopleColumn'))
    .option('--districts <file>', say('cli.coverage.districts'))
    .option('--service <name>', say('cli.coverage.service'))
    .requiredOption('--limit <metres>', say('cli.coverage.limit'), parseLimit(say))
    .option('--detour <factor>', say('cli.coverage.detour'), parseDetour(say))
    .option('--resolution <5-12|points>', say('cli.coverage.resolution'), parseResolution(say))
    .option('--facilities-crs <system>', say('cli.coverage.facilitiesCrs'), parseSystem(say))
    .option('--people-crs <system>', say('cli.coverage.peopleCrs'), parseSystem(say))
    .requiredOption('--out <dir>', say('cli.out'))
    .option('--json', say('cli.json'))
    .option('--bom', say('cli.bom'))
    .action(async (options: CoverageOptions) => {
      const sources = [await facilitySource(options, say), await peopleSource(options, say)];
      if (options.districts) sources.push(await guessedSource(options.districts, 'districts', say));
      await analyseAndWrite('coverage', sources, settingsOf(options), options, say);
    });
}

/** Reads a file to guess its columns, for the role it was given on the command line. */
async function guessedSource(path: string, role: Mapping['role'], say: Say): Promise<OpenSource> {
  const files = readSource(path);
  try {
    const { value } = await readFiles(files);
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
  process.stderr.write(`${say('cli.guessed', { file, columns: [...columns, ...demand].join(', ') })}\n`);
}

async function facilitySource(options: CoverageOptions, say: Say): Promise<OpenSource> {
  const source = await guessedSource(options.facilities, 'facilities', say);
  if (source.mapping.role !== 'facilities') return source;
  if (options.facilitiesCrs) source.mapping.crs = options.facilitiesCrs;
  if (options.service) source.mapping.fixedService = serviceNamed(options.service);
  return source;
}

/** A service of the library by id or name, else the name itself: exact, since here nothing has to be guessed. */
function serviceNamed(name: string): string {
  const exact = SERVICES.find(({ id, zh, en }) =>
    [id, zh, en].some((word) => word.toLowerCase() === name.toLowerCase()),
  );
  return exact?.id ?? name;
}

async function peopleSource(options: CoverageOptions, say: Say): Promise<OpenSource> {
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

function settingsOf(options: CoverageOptions): ProjectSettings {
  return projectSchema.shape.settings.parse({
    resolution: options.resolution ?? 'own',
    detourFactor: options.detour ?? null,
    limits: { '*': options.limit },
    // The question was about coverage: standards are judged by `run`.
    standards: [],
  });
}
