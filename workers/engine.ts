import * as Comlink from 'comlink';
import { UnusableData } from '../src/core/issue.ts';
import { catchmentShape } from '../src/core/network/catchment-shape.ts';
import { shortestRoute } from '../src/core/network/route.ts';
import { capacityOf } from '../src/core/project/capacity.ts';
import { facilityCatchment } from '../src/core/project/facility-catchment.ts';
import { fairnessOf } from '../src/core/project/fairness.ts';
import { openSources, packProject, parseProject } from '../src/core/project/file.ts';
import { futureOf } from '../src/core/project/future.ts';
import { loadSources, type Runner } from '../src/core/project/load.ts';
import { Memo } from '../src/core/project/memo.ts';
import { lifeCircleOf, robustOf } from '../src/core/project/readings.ts';
import { reviewSource } from '../src/core/project/review-source.ts';
import { supplyTables } from '../src/core/project/supply-tables.ts';
import type { WalkingNetwork } from '../src/core/project/walking.ts';
import { type Prepared, Workspace } from '../src/core/project/workspace.ts';
import { resultTables } from '../src/core/report/result-tables.ts';
import { sayIn } from '../src/view/words/index.ts';
import type { EngineClient } from './client.ts';
import { inspectFiles } from './inspect.ts';
import { coverageView, gatheredOf, overviewOf } from './overview.ts';
import type { OnProgress } from './protocol.ts';
import { Cancelled, sliced } from './slices.ts';

/** Jobs by kind: a newer one of the same kind, or a stop, makes the older one give up at its next slice. */
const newest = new Map<string, number>();

/** Kept between calls, so that a changed limit does not read the files again. */
const memo = new Memo();

/** What was opened last: coverage and standards are asked of it. */
let prepared: Prepared | undefined;
let openedSources: Parameters<EngineClient['open']>[0] = [];

async function job<T>(kind: string, onProgress: OnProgress, work: (run: Runner) => Promise<T>): Promise<T> {
  const ticket = (newest.get(kind) ?? 0) + 1;
  newest.set(kind, ticket);
  const isCurrent = () => newest.get(kind) === ticket;
  try {
    const result = await work(sliced(isCurrent, onProgress));
    if (!isCurrent()) throw new Cancelled();
    return result;
  } catch (error) {
    throw describe(error);
  }
}

/** Comlink copies the message of an error and little more, so the message carries what it means (see client.ts). */
function describe(error: unknown): Error {
  if (error instanceof Cancelled) return new Error(JSON.stringify({ cancelled: true }));
  if (error instanceof UnusableData) return new Error(JSON.stringify({ issue: error.issue }));
  return error as Error;
}

function current(): Prepared {
  if (!prepared) throw new UnusableData({ code: 'nothing-open' });
  return prepared;
}

function currentNetwork(): WalkingNetwork {
  const { network } = current();
  if (!network) throw new UnusableData({ code: 'no-streets' });
  return network;
}

function answered<T>(answer: T | undefined, { service, group }: { service: string; group: string }): T {
  if (answer) return answer;
  throw new UnusableData({ code: 'group-unavailable', values: { service, group, used: '' } });
}

const quiet: OnProgress = () => undefined;

const engine: EngineClient = {
  inspect: (files, onProgress, sheet) => job('inspect', onProgress, (run) => inspectFiles(files, run, sheet)),

  check: (source, onProgress) =>
    job('check', onProgress, async (run) => {
      const { sources, issues } = await loadSources([source], run, memo);
      return { read: sources[0].read, usable: sources[0].usable, issues };
    }),

  review: (source, beside, saysSystem, onProgress) =>
    // Each file on its own: a look at one does not end that at another.
    job(`review ${source.files[0].name}`, onProgress, (run) =>
      reviewSource(source, beside, saysSystem, run, memo),
    ),

  open: (sources, settings, onProgress) =>
    job('open', onProgress, async (run) => {
      const next = await new Workspace(run, memo).prepare(sources, settings);
      // Only now: a failure leaves what was open before.
      prepared = next;
      openedSources = sources;
      memo.sweep();
      return overviewOf(next);
    }),

  gather: (sources, onProgress) =>
    job('open', onProgress, async (run) => gatheredOf(await loadSources(sources, run, memo))),

  coverage: (settings, service, group) =>
    job('coverage', quiet, async (run) => {
      const result = await new Workspace(run, memo).coverage(current(), settings, service, group);
      if (!result)
        throw new UnusableData({ code: 'group-unavailable', values: { service, group, used: '' } });
      return coverageView(result);
    }),

  standards: (settings) =>
    job('standards', quiet, (run) => new Workspace(run, memo).standards(current(), settings)),

  robust: (settings, service, group, limit) =>
    job('robust', quiet, async (run) => {
      const found = await robustOf(new Workspace(run, memo), current(), settings, service, group, limit);
      if (!found) throw new UnusableData({ code: 'group-unavailable', values: { service, group, used: '' } });
      const variants = found.variants.map(({ meters: _meters, ...variant }) => variant);
      return { reading: found.reading, variants };
    }),

  lifeCircle: (settings, services, limit) =>
    job('life-circle', quiet, (run) =>
      lifeCircleOf(new Workspace(run, memo), current(), settings, services, limit),
    ),

  route: (place, facility) =>
    job('route', quiet, async () => {
      const { demand, loaded } = current();
      const { graph, snap } = currentNetwork();
      const { facilities } = loaded;
      const from: [number, number] = [demand.peopleLng[place], demand.peopleLat[place]];
      const to: [number, number] = [facilities.lng[facility], facilities.lat[facility]];
      return { ...shortestRoute(graph, from, to, snap), from, to };
    }),

  catchment: (settings, question) =>
    job('catchment', quiet, (run) =>
      facilityCatchment({ workspace: new Workspace(run, memo), run, memo }, current(), settings, question),
    ),

  capacity: (settings, question, onProgress) =>
    job('capacity', onProgress, async (run) =>
      answered(await capacityOf({ run, memo }, current(), settings, question), question),
    ),

  fairness: (settings, question, onProgress) =>
    job('fairness', onProgress, async (run) => {
      const tools = { run, memo, workspace: new Workspace(run, memo) };
      return answered(await fairnessOf(tools, current(), settings, question), question);
    }),

  future: (settings, question, onProgress) =>
    job('future', onProgress, (run) => futureOf({ run, memo }, current(), settings, question)),

  walkingArea: (facility, limitMeters) =>
    job('walking-area', quiet, async () => {
      const { graph, facilities } = currentNetwork();
      return catchmentShape(graph, facilities, facility, limitMeters);
    }),

  tables: (name, settings, language, onProgress) =>
    job('tables', onProgress, async (run) => {
      const result = await new Workspace(run, memo).analyse(name, openedSources, settings);
      const supply = await supplyTables({ run, memo }, current(), settings);
      return { ...resultTables(result, sayIn(language)), ...supply };
    }),

  pack: (project, sources) => job('pack', quiet, async () => packProject(project, sources)),

  unpack: (file) =>
    job('unpack', quiet, async () => {
      const project = parseProject(new TextDecoder().decode(file.bytes), file.name);
      const sources = await openSources(project, async (path) => {
        throw new UnusableData({ code: 'project-file-elsewhere', file: file.name, values: { path } });
      });
      return { project, sources };
    }),

  cancel: () => {
    for (const [kind, ticket] of newest) newest.set(kind, ticket + 1);
  },
};

Comlink.expose(engine);
