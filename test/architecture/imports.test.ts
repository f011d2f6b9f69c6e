import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house has directions: core ← view ← app, core ← workers ← app, core and view ← cli. This reads every import. */
const ROOT = resolve(import.meta.dirname, '../..');

/** What each part may import of the others. Workers put issues into words for the result files, so they see the words. */
const MAY_IMPORT: Record<string, string[]> = {
  core: ['core'],
  view: ['core', 'view'],
  workers: ['core', 'workers', 'view/words'],
  app: ['core', 'view', 'workers', 'app'],
  cli: ['core', 'view', 'cli'],
};

/** Packages that would tie a pure part to a place it must not know. */
const FORBIDDEN_PACKAGES: Record<string, RegExp> = {
  core: /^(react|zustand|maplibre-gl|@deck\.gl|echarts|node:|comlink|i18next)/,
  view: /^(react|zustand|maplibre-gl|@deck\.gl|node:|comlink)/,
  workers: /^(react|zustand|maplibre-gl|@deck\.gl|node:)/,
  app: /^node:/,
  cli: /^(react|zustand|maplibre-gl|@deck\.gl|comlink)/,
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function partOf(path: string): string {
  const [top, second, third] = relative(ROOT, path).split(/[\\/]/);
  if (top === 'workers') return 'workers';
  if (top !== 'src') return top;
  return second === 'view' && third === 'words' ? 'view/words' : second;
}

/** Types leave no trace in what runs: a layer may be described in MapLibre's own words without knowing MapLibre. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/import type \{[^}]*\} from '[a-z@][^']*';/g, '');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]);
}

const files = [...filesUnder(join(ROOT, 'src')), ...filesUnder(join(ROOT, 'workers'))];

describe('imports', () => {
  it('finds the house', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  for (const path of files) {
    const part = partOf(path).split('/')[0];
    it(`${relative(ROOT, path)} keeps the directions`, () => {
      for (const target of importsOf(path)) {
        if (!target.startsWith('.')) {
          expect(FORBIDDEN_PACKAGES[part].test(target), `${part} may not know ${target}`).toBe(false);
          continue;
        }
        const to = partOf(resolve(dirname(path), target.split('?')[0]));
        // Data, the package's own description and styles belong to nobody.
        if (['data', 'package.json', 'public'].includes(to)) continue;
        const allowed = MAY_IMPORT[part].some((name) => to === name || to.startsWith(`${name}/`));
        expect(allowed, `${part} may not import ${to} (${target})`).toBe(true);
      }
    });
  }
});
