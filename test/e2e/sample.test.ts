import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnTotal, demandColumn } from '../../src/core/dataset/demand.ts';
import { openSources, parseProject } from '../../src/core/project/file.ts';
import type { Runner } from '../../src/core/project/load.ts';
import { Memo } from '../../src/core/project/memo.ts';
import type { ProjectResult } from '../../src/core/project/result.ts';
import { supplyTables } from '../../src/core/project/supply-tables.ts';
import { Workspace } from '../../src/core/project/workspace.ts';
import { resultTables } from '../../src/core/report/result-tables.ts';
import { runSync } from '../../src/core/task.ts';
import { sayIn } from '../../src/view/words/index.ts';
import {
  byTestId,
  hasBrowser,
  launch,
  openPage,
  type WatchedPage,
  waitForMap,
  waitForState,
} from './browser.ts';

const SAMPLE = resolve(import.meta.dirname, '../../data/sample-city');

/** The same project through core alone, as the command line runs it. */
async function sampleInCore(): Promise<{ result: ProjectResult; supply: Record<string, string> }> {
  const project = parseProject(readFileSync(join(SAMPLE, 'project.json'), 'utf8'), 'project.json');
  const sources = await openSources(
    project,
    async (path) => new Uint8Array(readFileSync(join(SAMPLE, path))),
  );
  const [run, memo]: [Runner, Memo] = [async (task) => runSync(task), new Memo()];
  const workspace = new Workspace(run, memo);
  const result = await workspace.analyse(project.name, sources, project.settings);
  const prepared = await workspace.prepare(sources, project.settings);
  return { result, supply: await supplyTables({ run, memo }, prepared, project.settings) };
}

describe.skipIf(!hasBrowser)('the sample city in the browser', () => {
  let browser: Browser;
  let watched: WatchedPage;
  let core: ProjectResult;
  let supply: Record<string, string>;

  beforeAll(async () => {
    const [started, answered] = await Promise.all([launch(), sampleInCore()]);
    browser = started;
    core = answered.result;
    supply = answered.supply;
    watched = await openPage(browser);
    await waitForState(watched.page, 'ready');
  });
  afterAll(() => browser?.close());

  it('opens with its finding, without a click, a foreign request or an error', async () => {
    const { page, foreignRequests, errors } = watched;
    expect(await byTestId(page, 'finding').innerText()).toMatch(/人.*米.*没有/s);
    await waitForMap(page);
    expect(foreignRequests).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.getByText('虚构').count()).toBeGreaterThan(0);
  });

  it('shows the figures that core finds', async () => {
    const [first] = core.coverages;
    const row = first.rows.find((one) => one.level === 'all' && one.method === 'straight');
    if (!row) throw new Error('no figure');
    const digits = async (id: string) => (await byTestId(watched.page, id).innerText()).replace(/\D/g, '');
    expect(await digits('figure-covered')).toContain(String(Math.round(row.covered)));
    expect(await digits('figure-uncovered')).toContain(String(Math.round(row.total - row.covered)));
    expect(await byTestId(watched.page, 'figure-share').innerText()).toContain((row.share * 100).toFixed(1));
  });

  it('explains a clicked cell: nearest facility, metres, limit, people', async () => {
    const { demand, coverages, facilities } = core;
    const [first] = coverages;
    const people = demandColumn(demand, 'people');
    if (!people) throw new Error('no people');
    expect(columnTotal(people)).toBe(603_038);
    // The most crowded cell is drawn, and stands alone under the pointer at this zoom.
    const place = first.values.reduce((best, value, i) => (value > first.values[best] ? i : best), 0);
    const view = await openPage(browser, { path: `#${demand.lng[place]},${demand.lat[place]},16.5` });
    await waitForState(view.page, 'ready');
    await waitForMap(view.page);
    const box = await byTestId(view.page, 'map').boundingBox();
    if (!box) throw new Error('no map');
    // A little beside the centre of the cell, so as not to meet a facility's symbol.
    await view.page.mouse.click(box.x + box.width / 2 + 9, box.y + box.height / 2 + 9);
    const card = await byTestId(view.page, 'cell-card').innerText({ timeout: 20_000 });
    expect(card).toContain(facilities.name[first.nearest.facility[place]]);
    expect(card.replaceAll(',', '')).toContain(String(Math.round(first.nearest.meters[place])));
    expect(card).toContain('500');
    await view.page.context().close();
  });

  it('speaks English when asked, and remembers nothing of Chinese in the panels', async () => {
    const { page } = watched;
    await byTestId(page, 'language').getByText('EN').click();
    await expect.poll(() => byTestId(page, 'finding').innerText()).toMatch(/people aged 60 and over/i);
    await byTestId(page, 'language').getByText('中文').click();
    await expect.poll(() => byTestId(page, 'finding').innerText()).toMatch(/60 岁及以上/);
  });

  it('gives the result files of the command line, byte for byte, behind a byte order mark', async () => {
    const { page } = watched;
    const expected: Record<string, string> = { ...resultTables(core, sayIn('zh')), ...supply };
    await page.getByRole('tab', { name: /数据/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: /下载结果/ }).click(),
    ]);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, text] of Object.entries(expected)) {
      const got = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[name]);
      expect(got, name).toBe(name.endsWith('.csv') ? `\uFEFF${text}` : text);
    }
  });
});
