import { readdirSync, writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BenchRow, RunBench } from './bench.ts';

/**
 * `npx tsx test/bench/run.ts [word …]` runs every `*.bench.ts` here (whose name holds one of the words), prints a
 * table and writes `bench-results.json` into the working directory.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort();

const rows: BenchRow[] = [];
for (const file of files) {
  const bench = (await import(new URL(file, import.meta.url).href)) as { run: RunBench };
  for (const row of await bench.run()) {
    rows.push(row);
    print(row);
  }
}
const machine = {
  node: process.version,
  arch: arch(),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
};
writeFileSync('bench-results.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`);

function print({ task, ours, peers, note }: BenchRow): void {
  console.log(`\n${task}${note ? `  (${note})` : ''}`);
  console.log(`  ${time(ours.milliseconds)}          ${ours.name}`);
  for (const peer of peers) {
    const ratio = (peer.milliseconds / ours.milliseconds).toFixed(2);
    console.log(`  ${time(peer.milliseconds)}  ${ratio.padStart(6)}×  ${peer.name}`);
  }
}

function time(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`.padStart(12);
}
