import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputFile } from '../../src/core/formats/content.ts';
import type { OpenSource } from '../../src/core/project/load.ts';
import type { ServiceCoverage } from '../../src/core/project/result.ts';
import { STARTING_SPEEDS } from '../../src/core/project/walking-speeds.ts';
import { Workspace } from '../../src/core/project/workspace.ts';
import { runSync } from '../../src/core/task.ts';
import { settingsWith } from '../builders/analysis.ts';
import {
  byTestId,
  choose,
  chooseFiles,
  confirmImport,
  figureDigits,
  hasBrowser,
  launch,
  openPage,
  waitForMap,
  waitForState,
} from './browser.ts';
import { compoundsFile, ownSources, stationsFile } from './own-city.ts';
import {
  barrierSource,
  canalFile,
  gappyLinesFile,
  MONACO,
  monacoFiles,
  osmFile,
  streetSource,
} from './own-streets.ts';

/** The first question of the district through core alone, at 15 minutes. */
async function coverageOf(sources: OpenSource[], minutes: number[] = [15]): Promise<ServiceCoverage> {
  const walking = { ...settingsWith().walking, minutes };
  const settings = settingsWith({ walking });
  const workspace = new Workspace(async (task) => runSync(task));
  const prepared = await workspace.prepare(sources, settings);
  const coverage = await workspace.coverage(prepared, settings, 'elder-station', 'age_60_plus');
  if (!coverage?.network) throw new Error('no streets');
  return coverage;
}

/** People of the whole area who walk it in so many minutes, or, without minutes, within so many metres. */
function walked(coverage: ServiceCoverage, minutes: number | undefined, meters?: number) {
  const row = coverage.rows.find(
    (one) =>
      one.level === 'all' &&
      one.method === 'network' &&
      one.limitMinutes === minutes &&
      (meters === undefined || one.limitMeters === meters),
  );
  if (!row) throw new Error('no row');
  return row;
}

async function bring(page: Page, files: InputFile[], state = 'ready'): Promise<void> {
  await page.getByRole('tab', { name: /数据|Data/ }).click();
  await chooseFiles(page, files);
  await confirmImport(page, state);
}

/** Drops a file onto the window as a file manager does: the browser itself makes the events. */
async function drop(page: Page, { name, bytes }: InputFile): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'catchment-'));
  const path = join(folder, name);
  await writeFile(path, bytes);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data });
  }
  await byTestId(page, 'import-dialog').waitFor();
  await rm(folder, { recursive: true });
}

describe.skipIf(!hasBrowser)('streets of one’s own in the browser', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    browser = await launch();
    ({ page, errors } = await openPage(browser, { path: '#121.4752,31.2352,15.6' }));
    await waitForState(page, 'ready');
    await page.getByRole('tab', { name: /数据/ }).click();
    await chooseFiles(page, [stationsFile(), compoundsFile()]);
    await choose(page, 'coordinate-system', /GCJ-02/);
    await confirmImport(page);
  });
  afterAll(() => browser?.close());

  it('holds a time against the straight line while there are no streets, and says so', async () => {
    await page.getByRole('tab', { name: /覆盖/ }).click();
    await byTestId(page, 'time-limit').click();
    await expect
      .poll(() => byTestId(page, 'finding').innerText())
      .toMatch(/15 分钟（直线距离，0\.80 米\/秒）/);
    expect(await byTestId(page, 'walking').innerText()).toContain('没有道路数据');
  });

  it('takes an OSM file by the chooser, lists it, and answers along it at the speed of the group', async () => {
    await bring(page, [osmFile()]);
    await page.getByRole('tab', { name: /数据/ }).click();
    expect(await byTestId(page, 'source-list').innerText()).toMatch(/道路\s+道路\.osm/);
    await page.getByRole('tab', { name: /覆盖/ }).click();
    await page.getByText('步行路网', { exact: true }).first().click();
    const coverage = await coverageOf([...(await ownSources()), await streetSource(osmFile())]);
    const row = walked(coverage, 15);
    expect(coverage.metersPerSecond).toBe(STARTING_SPEEDS.older);
    await expect
      .poll(() => byTestId(page, 'figure-share').innerText())
      .toContain((row.share * 100).toFixed(1));
    expect(await figureDigits(page, 'covered')).toBe(String(Math.round(row.covered)));
  });

  it('adds, changes and takes away limits in minutes', async () => {
    await byTestId(page, 'add-minutes').click();
    await byTestId(page, 'add-minutes').click();
    const limits = async () =>
      (await byTestId(page, 'minutes').getByRole('textbox').all()).length > 0
        ? Promise.all(
            (await byTestId(page, 'minutes').getByRole('textbox').all()).map((one) => one.inputValue()),
          )
        : [];
    await expect.poll(limits).toEqual(['5', '10', '15']);
    const coverage = await coverageOf([...(await ownSources()), await streetSource(osmFile())], [5, 10, 20]);
    const shown = () => byTestId(page, 'figure-share').innerText();
    const share = (minutes: number) => (walked(coverage, minutes).share * 100).toFixed(1);
    // The one that was added last is answered for.
    await expect.poll(shown).toContain(share(5));
    await page.getByRole('radio', { name: '15 分钟' }).check({ force: true });
    const last = byTestId(page, 'minutes').getByRole('slider').last();
    await last.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(limits).toEqual(['5', '10', '20']);
    await expect.poll(shown).toContain(share(20));
    await page.getByRole('button', { name: '去掉 5 分钟' }).click();
    await expect.poll(limits).toEqual(['10', '20']);
    await page.getByRole('button', { name: '去掉 10 分钟' }).click();
    await expect.poll(limits).toEqual(['20']);
  });

  it('shows the path of a cell, in minutes, and the whole catchment of its facility', async () => {
    await waitForMap(page);
    const box = await byTestId(page, 'map').boundingBox();
    if (!box) throw new Error('no map');
    const card = byTestId(page, 'cell-card');
    for (const [dx, dy] of [
      [0, 0],
      [60, 30],
      [-80, 50],
      [120, -60],
      [-150, -40],
    ]) {
      await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
      if (await card.isVisible()) break;
    }
    await byTestId(page, 'walk').waitFor();
    expect(await byTestId(page, 'comparison').locator('[data-reading=straight]').innerText()).toMatch(
      /米、.* 分钟/,
    );
    await waitForMap(page);
    expect(await byTestId(page, 'legend').innerText()).toContain('沿道路步行');
    await page.getByRole('button', { name: '查看该设施' }).click();
    const catchment = byTestId(page, 'catchment');
    await catchment.waitFor();
    const text = await catchment.innerText();
    for (const word of ['直线距离', '步行路网', '常住人口', '3–5 岁儿童', '60 岁及以上老人'])
      expect(text).toContain(word);
    expect(await byTestId(page, 'reached').innerText()).toMatch(/20 分钟\s+[\d,]+\s+[\d,]+/);
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  });

  it('takes a dropped water polygon for a barrier, and no link crosses it', async () => {
    const before = await coverageOf([...(await ownSources()), await streetSource(osmFile())], [20]);
    const sources = [
      ...(await ownSources()),
      await streetSource(osmFile()),
      await barrierSource(canalFile()),
    ];
    const after = await coverageOf(sources, [20]);
    const within = (coverage: ServiceCoverage) =>
      String(Math.round(walked(coverage, undefined, 500).covered));
    expect(within(after)).not.toBe(within(before));
    await page.getByRole('radio', { name: '500 米' }).check({ force: true });
    await expect.poll(() => figureDigits(page, 'covered')).toBe(within(before));
    await drop(page, canalFile());
    expect(await byTestId(page, 'import-dialog').innerText()).toContain('阻隔');
    await confirmImport(page);
    await expect.poll(() => figureDigits(page, 'covered')).toBe(within(after));
    expect(await byTestId(page, 'barrier-legend').innerText()).toContain('阻隔');
  });

  it('joins plain lines by the tolerance that is chosen, and says what was joined', async () => {
    await page.getByRole('tab', { name: /数据/ }).click();
    await chooseFiles(page, [gappyLinesFile()]);
    const dialog = byTestId(page, 'import-dialog');
    await expect.poll(() => dialog.innerText()).toContain('个以点表示的门禁');
    expect(await dialog.innerText()).not.toContain('线端点或顶点已合并');
    const field = byTestId(page, 'tolerance').getByRole('textbox');
    await field.fill('3');
    await field.press('Enter');
    await expect.poll(() => dialog.innerText()).toContain('线端点或顶点已合并，最多移动');
    await confirmImport(page);
    expect(errors).toEqual([]);
  });

  it('says in a line whom a profile is for', async () => {
    await page.getByRole('tab', { name: /覆盖/ }).click();
    expect(await byTestId(page, 'profile-hint').innerText()).toContain('台阶');
    await choose(page, 'profile', '轮椅使用者');
    await expect.poll(() => byTestId(page, 'profile-hint').innerText()).toContain('路缘');
    await waitForState(page, 'ready');
  });
});

const MONACO_PBF = resolve(import.meta.dirname, '../../../shared/data/monaco/monaco.derived.osm.pbf');

describe.skipIf(!hasBrowser || !existsSync(MONACO_PBF))('Monaco in the browser', () => {
  it('walks one of its known distances from a PBF', async () => {
    const browser = await launch();
    try {
      const [lng, lat] = MONACO.from;
      const { page, errors } = await openPage(browser, { path: `#${lng},${lat},16`, locale: 'en-GB' });
      await waitForState(page, 'ready');
      const streets = { name: 'monaco.osm.pbf', bytes: new Uint8Array(readFileSync(MONACO_PBF)) };
      await bring(page, [...(await monacoFiles()), streets]);
      await page.getByRole('tab', { name: /Coverage/ }).click();
      await page.getByText('walking network', { exact: true }).first().click();
      await waitForMap(page);
      const box = await byTestId(page, 'map').boundingBox();
      if (!box) throw new Error('no map');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await byTestId(page, 'walk').waitFor();
      const text = (await byTestId(page, 'walk').innerText()).replaceAll(',', '');
      const [, metersWalked] = /(\d+) m [\d.]+ min/.exec(text) ?? [];
      const [, off] = /(\d+) m at the start/.exec(text) ?? [];
      const [, there] = /(\d+) m at the end/.exec(text) ?? [];
      // The known metres are those along the streets.
      expect(Math.abs(Number(metersWalked) - Number(off) - Number(there) - MONACO.meters)).toBeLessThan(3);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
