import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlainGraph } from './network-city.ts';

const SOURCE = fileURLToPath(new URL('../../../shared/reference/reference.c', import.meta.url));

/** What the yardstick prints, milliseconds of CPU. */
export interface ReferenceRun {
  nearestPlainMs: number;
  nearestBlockedMs: number;
  reached: number;
  nearestSumCm: number;
  catchmentMs: number;
  settled: number;
  catchmentSumCm: number;
}

/** The yardstick in C, compiled into a folder of its own; undefined, and said so, where there is no compiler or no source. */
export class Reference {
  private constructor(private readonly folder: string) {}

  static compile(): Reference | undefined {
    if (!existsSync(SOURCE)) return missing('../shared/reference/reference.c is not here');
    const folder = mkdtempSync(join(tmpdir(), 'catchment-reference-'));
    try {
      execFileSync('cc', ['-O3', '-march=native', SOURCE, '-o', join(folder, 'reference')], {
        stdio: 'ignore',
      });
      return new Reference(folder);
    } catch {
      rmSync(folder, { recursive: true });
      return missing('there is no C compiler');
    }
  }

  write(graph: PlainGraph, sources: Uint32Array): void {
    const { nodeCount, first, target, arcCm } = graph;
    const words = new Uint32Array(2 + first.length + 2 * target.length);
    words.set([nodeCount, target.length]);
    words.set(first, 2);
    words.set(target, 2 + first.length);
    words.set(arcCm, 2 + first.length + target.length);
    writeFileSync(join(this.folder, 'graph.bin'), words);
    writeFileSync(join(this.folder, 'sources.bin'), sources);
  }

  run(limitCm: number, repeats: number): ReferenceRun {
    const files = ['graph.bin', 'sources.bin'].map((name) => join(this.folder, name));
    const out = execFileSync(join(this.folder, 'reference'), [...files, String(limitCm), String(repeats)]);
    return JSON.parse(out.toString()) as ReferenceRun;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function missing(why: string): undefined {
  console.warn(`The column of the C reference stays empty: ${why}.`);
}
