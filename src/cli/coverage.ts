import { Command, Option } from 'commander';
import type { WalkingProfile } from '../core/network/walking-rules.ts';
import { type ProjectSettings, projectSchema } from '../core/project/project.ts';
import type { Say } from '../view/words/index.ts';
import { analyseAndWrite, type OutputOptions } from './analysis.ts';
import {
  type AskedLimit,
  type AskedSpeeds,
  collect,
  parseDetour,
  parseLimit,
  parseProfile,
  parseResolution,
  parseSpeeds,
  parseSystem,
  parseTolerance,
  refuseCrs,
} from './options.ts';
import { type PlainFiles, plainSources } from './plain-sources.ts';

export interface QuestionOptions extends PlainFiles {
  limit: AskedLimit[];
  detour?: number;
  resolution?: number | 'points';
  speed?: AskedSpeeds;
  profile?: WalkingProfile;
  maxSnap?: number;
}

/** `catchment coverage`: one question about plain files, without a project. Columns are guessed, and said. */
export function coverageCommand(say: Say): Command {
  return questionOptions(new Command('coverage'), say)
    .description(say('cli.coverage.description'))
    .option('--districts <file>', say('cli.coverage.districts'))
    .option('--detour <factor>', say('cli.coverage.detour'), parseDetour(say))
    .option('--streets <file>', say('cli.coverage.streets'))
    .option('--reach <matrix.csv>', say('cli.coverage.reach'))
    .requiredOption('--out <dir>', say('cli.out'))
    .option('--json', say('cli.json'))
    .option('--bom', say('cli.bom'))
    .action(async (options: QuestionOptions & OutputOptions) => {
      const sources = await plainSources(options, say);
      await analyseAndWrite('coverage', sources, settingsOf(options), options, say);
    });
}

/** What `coverage` and `reach` ask in the same words. */
export function questionOptions(command: Command, say: Say): Command {
  return command
    .requiredOption('--facilities <file>', say('cli.coverage.facilities'))
    .requiredOption('--people <file>', say('cli.coverage.people'))
    .option('--people-column <name>', say('cli.coverage.peopleColumn'))
    .option('--service <name>', say('cli.coverage.service'))
    .requiredOption('--limit <500m|1km|15min>', say('cli.coverage.limit'), parseLimit(say))
    .option('--resolution <5-12|points>', say('cli.coverage.resolution'), parseResolution(say))
    .option('--barriers <file>', say('cli.coverage.barriers'), collect)
    .option('--join-tolerance <2m>', say('cli.coverage.joinTolerance'), parseTolerance(say))
    .option('--speed <m/s|group=m/s>', say('cli.coverage.speed'), parseSpeeds(say))
    .option('--profile <name>', say('cli.coverage.profile'), parseProfile(say))
    .option('--facilities-crs <system>', say('cli.coverage.facilitiesCrs'), parseSystem(say))
    .option('--people-crs <system>', say('cli.coverage.peopleCrs'), parseSystem(say))
    .addOption(new Option('--crs <system>').argParser(refuseCrs(say)).hideHelp());
}

export function settingsOf(options: QuestionOptions): ProjectSettings {
  const { limit, speed, profile } = options;
  return projectSchema.shape.settings.parse({
    resolution: options.resolution ?? 'own',
    detourFactor: options.detour ?? null,
    limits: { '*': limit.flatMap((one) => ('meters' in one ? [one.meters] : [])) },
    walking: {
      minutes: limit.flatMap((one) => ('minutes' in one ? [one.minutes] : [])),
      ...speed,
      ...(profile === undefined ? {} : { profile }),
    },
    // The question was about coverage: standards are judged by `run`.
    standards: [],
  });
}
