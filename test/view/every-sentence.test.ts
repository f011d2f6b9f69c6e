import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueMessage } from '../../src/core/report/result-tables.ts';
import { RESOURCES, sayIn } from '../../src/view/words/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');

type Node = { [key: string]: Node | string };

function flat(node: Node, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') all.set(at, value);
    else for (const [k, v] of flat(value, at)) all.set(k, v);
  }
  return all;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const zh = flat(RESOURCES.zh.translation as Node);
const en = flat(RESOURCES.en.translation as Node);

describe('sentences', () => {
  it('are all there in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('are there for every phase of work that core reports', () => {
    const core = sources(join(ROOT, 'src/core')).join('\n');
    for (const [, phase] of core.matchAll(/phase: '([a-z-]+)'/g))
      expect(zh.has(`progress.${phase}`), phase).toBe(true);
  });

  it('have a sentence for every issue that the code can raise', () => {
    const core = sources(join(ROOT, 'src/core')).join('\n');
    const all = [core, ...sources(join(ROOT, 'src/app')), ...sources(join(ROOT, 'workers'))].join('\n');
    const raised = [
      ...all.matchAll(/code: '([a-z]+(?:-[a-z]+)+)'/g),
      ...core.matchAll(/\.(?:add|addFile)\('(?:error|warning|note)',\s*'([a-z-]+)'/g),
      ...core.matchAll(
        /'((?:coordinates|geometry|population|capacity|land-area|floor-area|ring|line)-[a-z-]+)'/g,
      ),
    ].map((match) => match[1]);
    expect(raised.length).toBeGreaterThan(80);
    for (const code of new Set(raised)) expect(zh.has(`issue.${code}`), code).toBe(true);
  });

  it('fill their values, and a nested reason', () => {
    const issue = {
      severity: 'error' as const,
      code: 'no-usable-rows',
      values: { rows: 3, reason: 'coordinates-zero' },
    };
    expect(issueMessage(issue, sayIn('zh'))).toBe(
      '3 行中没有一行可用。最常见的原因：坐标为 (0, 0)，通常表示未定位。',
    );
    expect(issueMessage(issue, sayIn('en'))).toContain('(0, 0), which usually means');
  });
});
