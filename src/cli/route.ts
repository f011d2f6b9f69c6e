import { Command } from 'commander';
import { concatBarriers, toBarriers } from '../core/dataset/barriers.ts';
import { readStreets } from '../core/formats/read-streets.ts';
import { readFiles } from '../core/formats/registry.ts';
import { BarrierIndex } from '../core/network/barrier-index.ts';
import { buildGraph } from '../core/network/build-graph.ts';
import { NODING_DEFAULTS } from '../core/network/node-lines.ts';
import { type Route, shortestRoute } from '../core/network/route.ts';
import { SNAP_DEFAULTS } from '../core/network/snap.ts';
import type { WalkingProfile } from '../core/network/walking-rules.ts';
import { projectSchema } from '../core/project/project.ts';
import { speedOfProfile } from '../core/project/walking-speeds.ts';
import { issueMessage } from '../core/report/result-tables.ts';
import { runSync } from '../core/task.ts';
import type { Say } from '../view/words/index.ts';
import { readSource } from './files.ts';
import { collect, parsePosition, parseProfile, parseSpeed, parseTolerance } from './options.ts';

/** Nothing set: the starting values. */
const NO_SPEEDS = projectSchema.shape.settings.parse({}).walking;

interface RouteOptions {
  streets: string;
  from: [number, number];
  to: [number, number];
  speed?: number;
  profile: WalkingProfile;
  barriers?: string[];
  joinTolerance?: number;
  json?: boolean;
}

/** `catchment route`: the shortest walk between two positions. */
export function routeCommand(say: Say): Command {
  return new Command('route')
    .description(say('cli.route.description'))
    .requiredOption('--streets <file>', say('cli.coverage.streets'))
    .requiredOption('--from <lng,lat>', say('cli.route.from'), parsePosition(say))
    .requiredOption('--to <lng,lat>', say('cli.route.to'), parsePosition(say))
    .option('--speed <m/s>', say('cli.route.speed'), parseSpeed(say))
    .option('--profile <name>', say('cli.coverage.profile'), parseProfile(say), 'adult')
    .option('--barriers <file>', say('cli.coverage.barriers'), collect)
    .option('--join-tolerance <2m>', say('cli.coverage.joinTolerance'), parseTolerance(say))
    .option('--json', say('cli.route.json'))
    .action(async (options: RouteOptions) => {
      const { joinTolerance: toleranceMeters = NODING_DEFAULTS.toleranceMeters } = options;
      const { value, issues } = runSync(readStreets(readSource(options.streets), { toleranceMeters }));
      for (const issue of issues) {
        process.stderr.write(`${issue.file ?? options.streets}: ${issueMessage(issue, say)}\n`);
      }
      const graph = runSync(buildGraph(value, options.profile));
      const snap = { ...SNAP_DEFAULTS, barriers: await barriersOf(options.barriers) };
      const report = routeReport(shortestRoute(graph, options.from, options.to, snap), options);
      if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else process.stdout.write(`${say('cli.route.found', { ...report, path: report.path.length })}\n`);
    });
}

async function barriersOf(paths: string[] | undefined): Promise<BarrierIndex | undefined> {
  if (!paths) return undefined;
  const parts = [];
  for (const path of paths) {
    const { value } = await readFiles(readSource(path));
    parts.push(runSync(toBarriers(value)).value);
  }
  return new BarrierIndex(concatBarriers(parts));
}

/** `meters` are those along the streets; what is walked off street at both ends stands beside them, and the sum. */
function routeReport(route: Route, options: RouteOptions) {
  const { profile, speed = speedOfProfile({ ...NO_SPEEDS, profile }) } = options;
  const { fromSnapMeters, toSnapMeters } = route;
  const round = (value: number) => Number(value.toFixed(3));
  return {
    meters: round(route.meters - fromSnapMeters - toSnapMeters),
    minutes: round(route.meters / speed / 60),
    from_snap_meters: round(fromSnapMeters),
    to_snap_meters: round(toSnapMeters),
    total_meters: round(route.meters),
    straight_meters: round(route.straightMeters),
    meters_per_second: speed,
    profile,
    path: route.path.map(([lng, lat]) => [Number(lng.toFixed(7)), Number(lat.toFixed(7))]),
  };
}
