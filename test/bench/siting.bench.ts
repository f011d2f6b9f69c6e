import loadHighs from 'highs';
import { CoverState } from '../../src/core/siting/cover-state.ts';
import { coverageModel } from '../../src/core/siting/exact-models.ts';
import { highsSolver } from '../../src/core/siting/highs-solver.ts';
import { IncrementalCoverage } from '../../src/core/siting/incremental-coverage.ts';
import { instanceOf } from '../../src/core/siting/instance.ts';
import { objectiveOf } from '../../src/core/siting/models.ts';
import type { SitingProblem } from '../../src/core/siting/problem.ts';
import { solveSiting } from '../../src/core/siting/solve.ts';
import { runSync } from '../../src/core/task.ts';
import type { BenchRow } from './bench.ts';
import { sitingCity } from './siting-worlds.ts';

const HIGHS_SECONDS = 60;

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start };
}

/** Greedy alone: the best gain, site after site. */
function greedy(problem: SitingProblem): number {
  const instance = instanceOf(problem);
  const state = new CoverState(instance.reach, instance.weight, instance.rules);
  for (
    let s = state.bestToOpen(0);
    s >= 0 && state.open.count < instance.rules.most;
    s = state.bestToOpen(0)
  ) {
    state.openSite(s);
  }
  return objectiveOf(instance, state.open.list());
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)} %`;

async function againstHighs(problem: SitingProblem, seconds: number): Promise<BenchRow> {
  const solver = highsSolver(await loadHighs());
  const ours = timed(() => runSync(solveSiting(problem, { seconds, alternatives: 0 })));
  const plain = timed(() => greedy(problem));
  const instance = instanceOf(problem);
  const exact = timed(() => solver(coverageModel(instance), HIGHS_SECONDS));
  const best = exact.value.bound;
  const { objective, bound, gap } = ours.value;
  return {
    task: `MCLP, ${problem.sites.id.length} candidates, p = ${problem.siteLimit}, ${instance.reach.place.length} pairs`,
    ours: {
      name: `ours: ${share(objective, best)} of the optimum, gap ${share(gap, 1)}`,
      milliseconds: ours.milliseconds,
    },
    peers: [
      { name: `greedy alone: ${share(plain.value, best)}`, milliseconds: plain.milliseconds },
      {
        name: `HiGHS, ${exact.value.status}, bound ${best.toFixed(0)} (${HIGHS_SECONDS} s at most)`,
        milliseconds: exact.milliseconds,
      },
    ],
    note: `objective ${objective}, bound ${bound}, seconds allowed ${seconds}`,
  };
}

function large(problem: SitingProblem, seconds: number): BenchRow {
  const ours = timed(() => runSync(solveSiting(problem, { seconds, alternatives: 0 })));
  const plain = timed(() => greedy(problem));
  const { objective, bound, gap } = ours.value;
  return {
    task: `MCLP, ${problem.sites.id.length} candidates, p = ${problem.siteLimit}, ${problem.reach.place.length} pairs`,
    ours: { name: `ours: gap ${share(gap, 1)}`, milliseconds: ours.milliseconds },
    peers: [
      { name: `greedy alone: ${share(plain.value, objective)} of ours`, milliseconds: plain.milliseconds },
    ],
    note: `objective ${objective}, bound ${bound}, seconds allowed ${seconds}`,
  };
}

/** One site closed and opened again, beside counting everything anew. */
function edit(problem: SitingProblem): BenchRow {
  const open = Array.from({ length: problem.siteLimit ?? 1 }, (_, k) => k * 80);
  const anew = timed(() => new IncrementalCoverage(problem.reach, problem.demand.weight, open));
  const edits = 2000;
  const live = timed(() => {
    for (let k = 0; k < edits / 2; k++) {
      anew.value.closeSite(open[k % open.length]);
      anew.value.openSite(open[k % open.length]);
    }
  });
  return {
    task: `what-if: one site closed or opened, ${problem.sites.id.length} places`,
    ours: { name: 'touching its own catchment', milliseconds: live.milliseconds / edits },
    peers: [{ name: 'everything anew', milliseconds: anew.milliseconds }],
  };
}

export async function run(): Promise<BenchRow[]> {
  const town = { cells: 1156, seed: 3, degrees: 0.2 };
  const city = sitingCity({ cells: 44_100, siteLimit: 500, limitMeters: 500, seed: 3, degrees: 0.36 });
  return [
    await againstHighs(sitingCity({ ...town, siteLimit: 20, limitMeters: 1500 }), 1),
    await againstHighs(sitingCity({ ...town, siteLimit: 60, limitMeters: 1200 }), 1),
    large(city, 5),
    edit(city),
  ];
}
