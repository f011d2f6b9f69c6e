import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenSource } from '../../src/core/project/load.ts';
import { analyse, sourceOf } from '../builders/analysis.ts';
import {
  asUploads,
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
import { BAD_ROWS, compoundsFile, districtsFile, ownSources, stationsFile } from './own-city.ts';

/** The figures of the first service, straight line, whole area, as core finds them for the same files. */
async function expectFigures(page: Page, sources: OpenSource[]): Promise<void> {
  const [first] = (await analyse(sources)).coverages;
  const row = first.rows.find((one) => one.level === 'all' && one.method === 'straight');
  if (!row) throw new Error('no figure');
  expect(await figureDigits(page, 'covered')).toBe(String(Math.round(row.covered)));
  expect(await figureDigits(page, 'uncovered')).toBe(String(Math.round(row.total - row.covered)));
  expect(await figureDigits(page, 'share')).toBe((row.share * 100).toFixed(1).replace('.', ''));
}

describe.skipIf(!hasBrowser)('own data in the browser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openPage(browser));
    await waitForState(page, 'ready');
  });
  afterAll(() => browser?.close());

  it('takes a GBK table in GCJ-02 with a title line, and lets go of the sample', async () => {
    await page.getByRole('tab', { name: /数据/ }).click();
    await chooseFiles(page, [stationsFile()]);
    const dialog = byTestId(page, 'import-dialog');
    expect(await dialog.innerText()).toContain('示例数据将被移出');
    await choose(page, 'coordinate-system', /GCJ-02/);
    await confirmImport(page, 'incomplete');
    expect(await page.getByText('虚构').count()).toBe(0);
    expect(await byTestId(page, 'missing').innerText()).toContain('还需要：人口数据');
    expect(await byTestId(page, 'source-list').innerText()).toMatch(/7 行，可用 5 行/);
  });

  it('lists the bad rows with numbers and reasons, and hands them out', async () => {
    await page.getByRole('button', { name: /条提示/ }).click();
    const list = await byTestId(page, 'issues-list').innerText();
    for (const row of BAD_ROWS) expect(list).toContain(`第 ${row} 行`);
    expect(list).toContain('待核');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载清单（CSV）' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    for (const row of BAD_ROWS) expect(csv).toMatch(new RegExp(`^养老驿站\\.csv,${row},`, 'm'));
  });

  it('answers as core does once the people arrive, by a real drag', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'catchment-'));
    const { name, bytes } = compoundsFile();
    writeFileSync(join(folder, name), bytes);
    await dragOntoPage(page, join(folder, name));
    await byTestId(page, 'import-dialog').waitFor();
    await confirmImport(page);
    await expectFigures(page, await ownSources());
  });

  it('takes districts as a third file; every district has its row', async () => {
    await page.getByRole('tab', { name: /数据/ }).click();
    await chooseFiles(page, [districtsFile()]);
    await confirmImport(page);
    const sources = [...(await ownSources()), await sourceOf(districtsFile(), 'districts')];
    await expectFigures(page, sources);
    const [first] = (await analyse(sources)).coverages;
    const table = await byTestId(page, 'district-table').innerText();
    for (const { level, method, district, total } of first.rows) {
      if (level !== '街道' || method !== 'straight' || district < 0) continue;
      expect(table).toContain(`第${district + 1}街道`);
      expect(table.replaceAll(',', '')).toContain(String(Math.round(total)));
    }
  });

  it('removes a file, says what is missing, and takes it back', async () => {
    const before = await byTestId(page, 'finding').innerText();
    await page.getByRole('tab', { name: /数据/ }).click();
    await page.getByRole('button', { name: /移除“小区人口/ }).click();
    await waitForState(page, 'incomplete');
    expect(await byTestId(page, 'missing').innerText()).toContain('人口');
    expect(await byTestId(page, 'undo').getAttribute('aria-label')).toBe('撤销：移除文件');
    await page.keyboard.press('Control+z');
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toBe(before);
    await page.keyboard.press('Control+Shift+Z');
    await waitForState(page, 'incomplete');
    await byTestId(page, 'undo').click();
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toBe(before);
  });

  it('replaces one file by another', async () => {
    const before = await byTestId(page, 'finding').innerText();
    await page.getByRole('tab', { name: /数据/ }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /用另一个文件替换“养老驿站/ }).click(),
    ]);
    await chooser.setFiles(
      asUploads([stationsFile('新表.csv', ['8,新增养老驿站,养老驿站,121.4688,31.2390,20,200,规划'])]),
    );
    await byTestId(page, 'import-dialog').waitFor();
    expect(await byTestId(page, 'import-dialog').innerText()).toContain('将替换“养老驿站.csv”');
    await choose(page, 'coordinate-system', /GCJ-02/);
    await confirmImport(page);
    const list = await byTestId(page, 'source-list').innerText();
    expect(list).toContain('新表.csv');
    expect(list).not.toContain('养老驿站.csv');
    expect(await byTestId(page, 'finding').innerText()).toBe(before);
  });

  it('stops a long job and keeps the last result', async () => {
    await page.getByRole('tab', { name: /数据/ }).click();
    await chooseFiles(page, [compoundsFile(550, '大表.csv')]);
    await confirmImport(page);
    const before = await byTestId(page, 'finding').innerText();
    await page.getByRole('tab', { name: /数据/ }).click();
    const size = await byTestId(page, 'resolution').innerText();
    await choose(page, 'resolution', /29/);
    // At once: a person would wait for the button to fade in, but this machine may be done by then.
    await byTestId(page, 'progress').locator('button').dispatchEvent('click');
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toBe(before);
    expect(await byTestId(page, 'resolution').innerText()).toBe(size);
  });
});

/** A file dragged from outside of the browser, as the system reports it. */
async function dragOntoPage(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data });
  }
}
