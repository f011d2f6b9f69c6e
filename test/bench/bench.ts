/** One line of the table: our time for a task, and that of others on the same data. Medians. */
export interface BenchRow {
  task: string;
  ours: { name: string; milliseconds: number };
  peers: { name: string; milliseconds: number }[];
  note?: string;
}

/** A `*.bench.ts` file exports this as `run`. */
export type RunBench = () => BenchRow[] | Promise<BenchRow[]>;

/** Runs the contestants in turn, `rounds` times each, so that a slow minute of the machine hits all; medians, ms. */
export function measure(contestants: (() => unknown)[], rounds = 3): number[] {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    contestants.forEach((contestant, i) => {
      const start = performance.now();
      contestant();
      times[i].push(performance.now() - start);
    });
  }
  return times.map(median);
}

/** The same by name. */
export function compete<Name extends string>(
  contestants: Record<Name, () => unknown>,
  rounds = 3,
): Record<Name, number> {
  const names = Object.keys(contestants) as Name[];
  const times = measure(
    names.map((name) => contestants[name]),
    rounds,
  );
  return Object.fromEntries(names.map((name, i) => [name, times[i]])) as Record<Name, number>;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
