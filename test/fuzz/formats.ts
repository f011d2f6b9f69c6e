import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputFile } from '../../src/core/formats/content.ts';
import { randomSource } from '../builders/random.ts';
import { mutate } from './mutate.ts';
import type { Outcome } from './read-all.ts';
import { damaged, type Sample, samples } from './samples.ts';

/**
 * `npm run fuzz -- [word] [count] [seed]`: reads `count` damaged files of each format whose name holds the word. A file may be read
 * or refused; it may not hang, nor fail in any other way. What fails is kept in a folder that is named, and the exit
 * code is 1.
 */
const LIMIT_MILLISECONDS = 5000;
/** The first message waits for the process and its libraries to start. */
const START_MILLISECONDS = 60_000;

const [word = '', count = '1000', seed = '1'] = process.argv.slice(2);
const folder = join(tmpdir(), 'catchment-fuzz');

class Reader {
  private child = this.start();
  private isWarm = false;

  /** A process and not a thread: one of the libraries takes every thread it wakes up in for its own. */
  private start(): ChildProcess {
    const file = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
    return fork(file, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  }

  async read(files: InputFile[]): Promise<Outcome> {
    const { child } = this;
    const outcome = await new Promise<Outcome>((resolve) => {
      const limit = this.isWarm ? LIMIT_MILLISECONDS : START_MILLISECONDS;
      const timer = setTimeout(() => resolve({ state: 'failed', reason: `no answer in ${limit} ms` }), limit);
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      child.once('message', (message) => end(message as Outcome));
      child.once('exit', (code, signal) => end({ state: 'failed', reason: `ended: ${code ?? signal}` }));
      child.send(files);
    });
    this.isWarm = true;
    child.removeAllListeners();
    if (outcome.state === 'failed') this.restart();
    return outcome;
  }

  private restart(): void {
    this.end();
    this.child = this.start();
    this.isWarm = false;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}

async function fuzz(sample: Sample, reader: Reader): Promise<number> {
  const tally = { read: 0, refused: 0, failed: 0 };
  let slowest = 0;
  const began = performance.now();
  for (let i = 0; i < Number(count); i++) {
    const random = randomSource(Number(seed) * 1_000_003 + i);
    const files = damaged(
      sample,
      (bytes) => mutate(bytes, random),
      (parts) => i % parts,
    );
    const start = performance.now();
    const outcome = await reader.read(files);
    if (i > 0) slowest = Math.max(slowest, performance.now() - start);
    tally[outcome.state]++;
    if (outcome.state === 'failed') keep(sample, i, files, outcome.reason);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { read, refused, failed } = tally;
  console.log(
    `${sample.id.padEnd(18)} ${read} read, ${refused} refused, ${failed} failed; slowest ${Math.round(slowest)} ms; ${seconds} s`,
  );
  return failed;
}

function keep(sample: Sample, index: number, files: InputFile[], reason: string): void {
  const place = join(folder, `${sample.id}-${seed}-${index}`);
  mkdirSync(place, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(place, name), bytes);
  console.log(`FAILED ${place}\n${reason.split('\n').slice(0, 6).join('\n')}`);
}

const reader = new Reader();
let failed = 0;
for (const sample of await samples()) if (sample.id.includes(word)) failed += await fuzz(sample, reader);
reader.end();
process.exitCode = failed > 0 ? 1 : 0;
