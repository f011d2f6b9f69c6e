import { Command } from 'commander';
import { readStreets } from '../core/formats/read-streets.ts';
import { buildGraph } from '../core/network/build-graph.ts';
import { type Route, shortestRoute } from '../core/network/route.ts';
import type { WalkingProfile } from '../core/network/walking-rules.ts';
import { runSync } from '../core/task.ts';
import type { Say } from '../view/words/index.ts';
import { readSource } from './files.ts';
import { parsePosition, parseProfile, parseSpeed } from './options.ts';

interface RouteOptions {
  streets: string;
  from: [number, number];
  to: [number, number];
  speed: number;
  profile: WalkingProfile;
  json?: boolean;
}

/** `catchment route`: the shortest walk between two positions. */
export function routeCommand(say: Say): Command {
  return new Command('route')
    .description(say('cli.route.description'))
    .requiredOption('--streets <file>', say('cli.coverage.streets'))
    .requiredOption('--from <lng,lat>', say('cli.route.from'), parsePosition(say))
    .requiredOption('--to <lng,lat>', say('cli.route.to'), parsePosition(say))
    .option('--speed <m/s>', say('cli.coverage.speed'), parseSpeed(say), 1.2)
    .option('--profile <name>', say('cli.coverage.profile'), parseProfile(say), 'adult')
    .option('--json', say('cli.route.json'))
    .action((options: RouteOptions) => {
      const streets = runSync(readStreets(readSource(options.streets))).value;
      const graph = runSync(buildGraph(streets, options.profile));
      const report = routeReport(shortestRoute(graph, options.from, options.to), options);
      if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else process.stdout.write(`${say('cli.route.found', { ...report, path: report.path.length })}\n`);
    });
}

/** `meters` are those along the streets; what is walked off street at both ends stands beside them, and the sum. */
function routeReport(route: Route, { speed, profile }: RouteOptions) {
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
