import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../src/core/project/project.ts';
import { analyse, sourceOf } from '../builders/analysis.ts';
import {
  byTestId,
  choose,
  chooseFiles,
  confirmImport,
  figureDigits,
  hasBrowser,
  launch,
  openPage,
  waitForState,
} from './browser.ts';
import { compoundsFile, districtsFile, ownSources, stationsFile } from './own-city.ts';

const SETTINGS: Partial<ProjectSettings> = {
  resolution: 9,
  detourFactor: 1.5,
  limits: { 'elder-station': [500, 800] },
};

/** Covered people of the first service, whole area, under the settings. */
async function covered(method: 'straight' | 'detour', limitMeters: number): Promise<string> {
  const sources = [...(await ownSources()), await sourceOf(districtsFile(), 'districts')];
  const [first] = (await analyse(sources, SETTINGS)).coverages;
  const row = first.rows.find(
    (one) => one.level === 'all' && one.method === method && one.limitMeters === limitMeters,
  );
  if (!row) throw new Error('no figure');
  return String(Math.round(row.covered));
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text);
  await page.keyboard.press('Enter');
}

async function toStep(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

describe.skipIf(!hasBrowser)('a project in the browser', () => {
  let browser: Browser;
  let page: Page;
  let saved: string;

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openPage(browser, { path: '?empty' }));
    await waitForState(page, 'empty');
    await chooseFiles(page, [stationsFile(), compoundsFile(), districtsFile()]);
    await choose(page, 'coordinate-system', /GCJ-02/);
    await confirmImport(page);
  });
  afterAll(() => browser?.close());

  it('follows the limit, the cell size and the detour factor as core does', async () => {
    await fill(page, '半径 1', '500');
    await fill(page, '半径 2', '800');
    await toStep(page, /数据/);
    await choose(page, 'resolution', /201/);
    await waitForState(page, 'ready');
    await fill(page, '绕行系数', '1.5');
    await toStep(page, /覆盖/);
    await expect.poll(() => figureDigits(page, 'covered')).toBe(await covered('straight', 500));
    await page.getByText('直线 × 1.5').click();
    await expect.poll(() => figureDigits(page, 'covered')).toBe(await covered('detour', 500));
    const answerFor = page.getByRole('radiogroup', { name: '结论按' });
    await answerFor.getByText('800 米').click();
    await expect.poll(() => figureDigits(page, 'covered')).toBe(await covered('detour', 800));
    await answerFor.getByText('500 米').click();
    await page.getByRole('radiogroup', { name: '距离算法' }).getByText('直线距离').click();
  });

  it('takes a changed limit back and does it again', async () => {
    const before = await byTestId(page, 'finding').innerText();
    await fill(page, '半径 1', '300');
    await expect.poll(() => byTestId(page, 'finding').innerText()).toContain('300 米');
    await page.getByRole('tab', { name: /覆盖/ }).focus();
    expect(await byTestId(page, 'undo').getAttribute('aria-label')).toBe('撤销：更改服务半径');
    await page.keyboard.press('Control+z');
    await expect.poll(() => byTestId(page, 'finding').innerText()).toBe(before);
    await byTestId(page, 'redo').click();
    await expect.poll(() => byTestId(page, 'finding').innerText()).toContain('300 米');
    await byTestId(page, 'undo').click();
    await expect.poll(() => byTestId(page, 'finding').innerText()).toBe(before);
  });

  it('opens again as it was saved', async () => {
    const finding = await byTestId(page, 'finding').innerText();
    await toStep(page, /数据/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存项目' }).click(),
    ]);
    saved = join(await mkdtemp(join(tmpdir(), 'catchment-')), 'saved.json');
    await download.saveAs(saved);
    await page.reload();
    await waitForState(page, 'empty');
    await page.locator('input[type=file]').first().setInputFiles(saved);
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toBe(finding);
    const { settings } = JSON.parse(readFileSync(saved, 'utf8'));
    expect(settings).toMatchObject(SETTINGS);
    await toStep(page, /数据/);
    expect(await byTestId(page, 'resolution').innerText()).toContain('201');
    expect(await page.getByRole('textbox', { name: '绕行系数' }).inputValue()).toBe('1.5');
  });

  it('gives the same districts.csv as the command line', async () => {
    const out = await mkdtemp(join(tmpdir(), 'catchment-'));
    execFileSync('node', ['dist/cli/catchment.js', 'run', saved, '--out', out, '--lang', 'zh']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /下载结果/ }).click(),
    ]);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const fromPage = strFromU8(files['districts.csv']).replace(/^\uFEFF/, '');
    expect(fromPage.split('\n').length).toBeGreaterThan(10);
    expect(fromPage).toBe(readFileSync(join(out, 'districts.csv'), 'utf8'));
  });
});
