import { Command, InvalidArgumentError } from 'commander';
import { EARTH_RADIUS_METERS } from '../core/analysis/distance.ts';
import { readFiles } from '../core/formats/registry.ts';
import { type Issue, UnusableData } from '../core/issue.ts';
import { issueMessage } from '../core/report/result-tables.ts';
import { SITING_MODELS, type SitingModel, type SitingOptions } from '../core/siting/problem.ts';
import { sitingSummary, sitingTables } from '../core/siting/report.ts';
import { solveSiting } from '../core/siting/solve.ts';
import { readSitingTables, type SitingQuestion } from '../core/siting/tables/read-tables.ts';
import type { CoordinateSystem } from '../core/table/mapping.ts';
import { runSync } from '../core/task.ts';
import type { Say } from '../view/words/index.ts';
import { readSource, writeTables } from './files.ts';
import { parseLimit, parseSystem } from './options.ts';
import { loadExactSolver } from './site-solver.ts';

interface SiteOptions {
  demand: string;
  sites: string;
  existing?: string;
  mayClose?: boolean;
  distances?: string;
  model: SitingModel;
  p?: number;
  limit?: number;
  weight?: string;
  capacity?: string;
  minimum?: string;
  cost?: string;
  budget?: number;
  spacing?: number;
  seconds?: number;
  rounds?: number;
  seed?: number;
  exact?: boolean;
  curve?: boolean;
  alternatives?: number;
  radius: number;
  demandId?: string;
  demandLng?: string;
  demandLat?: string;
  demandCrs?: CoordinateSystem;
  siteId?: string;
  siteLng?: string;
  siteLat?: string;
  siteCrs?: CoordinateSystem;
  from?: string;
  to?: string;
  meters?: string;
  timing?: boolean;
  json?: boolean;
  out?: string;
}

/** `catchment site`: where to build, from plain tables; an answer, and a bound on how much better it could be. */
export function siteCommand(say: Say): Command {
  const amount = parseAmount(say, 0);
  const count = parseCount(say);
  const metres = parseMeters(say);
  return columnOptions(new Command('site'), say)
    .description(say('cli.site.description'))
    .requiredOption('--demand <file>', say('cli.site.demand'))
    .requiredOption('--sites <file>', say('cli.site.sites'))
    .option('--existing <file>', say('cli.site.existing'))
    .option('--may-close', say('cli.site.mayClose'))
    .option('--distances <file>', say('cli.site.distances'))
    .requiredOption(`--model <${SITING_MODELS.join('|')}>`, say('cli.site.model'), parseModel(say))
    .option('--p <number>', say('cli.site.p'), count)
    .option('--limit <500m|1km>', say('cli.site.limit'), metres)
    .option('--budget <amount>', say('cli.site.budget'), amount)
    .option('--spacing <300m>', say('cli.site.spacing'), metres)
    .option('--seconds <number>', say('cli.site.seconds'), parseAmount(say, 0.001))
    .option('--rounds <number>', say('cli.site.rounds'), count)
    .option('--seed <number>', say('cli.site.seed'), count)
    .option('--exact', say('cli.site.exact'))
    .option('--curve', say('cli.site.curve'))
    .option('--alternatives <number>', say('cli.site.alternatives'), parseAmount(say, 0))
    .option('--radius <metres>', say('cli.site.radius'), parseAmount(say, 1), EARTH_RADIUS_METERS)
    .option('--timing', say('cli.site.timing'))
    .option('--json', say('cli.json'))
    .option('--out <dir>', say('cli.out'))
    .action((options: SiteOptions) => runSite(options, say));
}

/** Which column means what, where the guess is not good enough. */
function columnOptions(command: Command, say: Say): Command {
  return command
    .option('--weight <column>', say('cli.site.weight'))
    .option('--capacity <column>', say('cli.site.capacity'))
    .option('--minimum <column>', say('cli.site.minimum'))
    .option('--cost <column>', say('cli.site.cost'))
    .option('--demand-id <column>', say('cli.site.demandId'))
    .option('--demand-lng <column>', say('cli.site.lng'))
    .option('--demand-lat <column>', say('cli.site.lat'))
    .option('--demand-crs <system>', say('cli.site.crs'), parseSystem(say))
    .option('--site-id <column>', say('cli.site.siteId'))
    .option('--site-lng <column>', say('cli.site.lng'))
    .option('--site-lat <column>', say('cli.site.lat'))
    .option('--site-crs <system>', say('cli.site.crs'), parseSystem(say))
    .option('--from <column>', say('cli.site.from'))
    .option('--to <column>', say('cli.site.to'))
    .option('--meters <column>', say('cli.site.meters'));
}

async function runSite(options: SiteOptions, say: Say): Promise<void> {
  const start = performance.now();
  const read = runSync(
    readSitingTables(
      {
        demand: await contentOf(options.demand),
        sites: await contentOf(options.sites),
        existing: options.existing === undefined ? undefined : await contentOf(options.existing),
        distances: options.distances === undefined ? undefined : await contentOf(options.distances),
      },
      questionOf(options),
    ),
  );
  const { seed, seconds, rounds, curve, alternatives } = options;
  const solving: SitingOptions = { seed, seconds, rounds, curve, alternatives };
  if (options.exact) solving.exact = await loadExactSolver();
  const result = runSync(solveSiting(read.problem, solving));
  const summary = sitingSummary(read, result, solving);
  tellIssues([...read.issues, ...result.issues], say);
  if (options.out !== undefined) writeTables(options.out, sitingTables(summary), false);
  const timing = options.timing ? { seconds: Number(((performance.now() - start) / 1000).toFixed(3)) } : {};
  if (options.json) process.stdout.write(`${JSON.stringify({ ...summary, ...timing }, null, 2)}\n`);
  else tellAnswer(summary, options.out, say);
}

async function contentOf(path: string) {
  const files = readSource(path);
  try {
    return (await readFiles(files)).value;
  } catch (error) {
    if (error instanceof UnusableData) throw new UnusableData({ file: files[0].name, ...error.issue });
    throw error;
  }
}

function questionOf(options: SiteOptions): SitingQuestion {
  const { model, weight, capacity, minimum, cost, mayClose, demandId, siteId, from, to, meters } = options;
  return {
    model,
    weight,
    capacity,
    minimum,
    cost,
    mayClose,
    demandId,
    siteId,
    from,
    to,
    meters,
    limitMeters: options.limit ?? Number.NaN,
    // Set covering asks how many it takes.
    siteLimit: model === 'lscp' ? undefined : options.p,
    costLimit: options.budget,
    spacingMeters: options.spacing,
    radiusMeters: options.radius,
    demandPosition: { lng: options.demandLng, lat: options.demandLat, crs: options.demandCrs },
    sitePosition: { lng: options.siteLng, lat: options.siteLat, crs: options.siteCrs },
  };
}

/** How many issues are told one by one; all of them are in the JSON. */
const TOLD = 5;

function tellIssues(issues: Issue[], say: Say): void {
  for (const issue of issues.slice(0, TOLD)) {
    const row = issue.row === undefined ? '' : say('cli.row', { row: issue.row });
    const where = [issue.file, row].filter(Boolean).join(' ');
    process.stderr.write(`${where === '' ? '' : `${where}: `}${issueMessage(issue, say)}\n`);
  }
  if (issues.length > TOLD) {
    process.stderr.write(`${say('cli.site.moreIssues', { count: issues.length - TOLD })}\n`);
  }
}

function tellAnswer(summary: ReturnType<typeof sitingSummary>, out: string | undefined, say: Say): void {
  const { objective, bound, gap, unit } = summary;
  const values = {
    objective: objective ?? '–',
    bound: bound ?? '–',
    gap: gap === null ? '–' : (gap * 100).toFixed(3),
    unit: say(`cli.site.unit.${unit}`),
  };
  process.stdout.write(`${say(summary.optimal ? 'cli.site.optimal' : 'cli.site.found', values)}\n`);
  process.stdout.write(
    `${say('cli.site.chosen', { count: summary.chosen.length, sites: summary.chosen.join(', ') })}\n`,
  );
  const share = summary.share === null ? '–' : (summary.share * 100).toFixed(1);
  process.stdout.write(
    `${say('cli.site.share', { covered: summary.covered ?? '–', total: summary.demandTotal ?? '–', share })}\n`,
  );
  if (out !== undefined) process.stdout.write(`${say('cli.written', { out })}\n`);
}

function parseModel(say: Say) {
  return (text: string): SitingModel => {
    const model = SITING_MODELS.find((known) => known === text.toLowerCase());
    if (model) return model;
    throw new InvalidArgumentError(say('cli.site.badModel', { text, known: SITING_MODELS.join(', ') }));
  };
}

function parseMeters(say: Say) {
  const parse = parseLimit(say);
  return (text: string): number => {
    const [limit] = parse(text);
    if ('meters' in limit) return limit.meters;
    throw new InvalidArgumentError(say('cli.site.badMeters', { text }));
  };
}

function parseAmount(say: Say, least: number) {
  return (text: string): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isFinite(value) && value >= least) return value;
    throw new InvalidArgumentError(say('cli.site.badNumber', { text }));
  };
}

function parseCount(say: Say) {
  return (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1) return value;
    throw new InvalidArgumentError(say('cli.site.badCount', { text }));
  };
}
