import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputFile } from '../../src/core/formats/content.ts';
import { textFile } from '../builders/analysis.ts';
import {
  asUploads,
  byTestId,
  chooseFiles,
  confirmImport,
  hasBrowser,
  launch,
  openPage,
  speak,
  waitForState,
} from './browser.ts';
import { compoundsFile, stationsFile } from './own-city.ts';

const RASTER = readFileSync(resolve(import.meta.dirname, '../../data/sample-city/population.tif'));

/** Files that cannot be used, with a word of the sentence that each is answered by. */
const BAD: { file: InputFile; zh: RegExp; en: RegExp }[] = [
  { file: textFile('empty.csv', ''), zh: /空/, en: /empty/ },
  { file: textFile('header.csv', '名称,类型,经度,纬度\n'), zh: /没有数据/, en: /no row of data/ },
  {
    file: textFile(
      'nowhere.csv',
      '名称,类型,地址\n东风幼儿园,幼儿园,东风路 1 号\n河滨幼儿园,幼儿园,河滨路 2 号\n',
    ),
    zh: /坐标列/,
    en: /column of coordinates/,
  },
  {
    file: textFile(
      'outside.csv',
      '名称,类型,经度,纬度\n东风幼儿园,幼儿园,521.4,231.2\n河滨幼儿园,幼儿园,522.4,232.2\n',
    ),
    zh: /2 行.*(超出|范围)/,
    en: /None of 2 rows.*outside/,
  },
  {
    file: textFile('letter.csv', '您好：\n附件请查收。\n谢谢，\n街道办\n'),
    zh: /坐标列|没有数据/,
    en: /column of coordinates|no row of data/,
  },
  { file: { name: 'nothing.tif', bytes: new Uint8Array() }, zh: /空/, en: /empty/ },
  {
    file: { name: 'cut.tif', bytes: new Uint8Array(RASTER.subarray(0, RASTER.length >> 1)) },
    zh: /GeoTIFF/,
    en: /GeoTIFF/,
  },
  {
    file: textFile('broken.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature",'),
    zh: /JSON/,
    en: /Not valid JSON/,
  },
];

describe.skipIf(!hasBrowser)('files that cannot be used', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openPage(browser, { path: '?empty' }));
    await waitForState(page, 'empty');
    await chooseFiles(page, [stationsFile(), compoundsFile()]);
    await confirmImport(page);
    await page.getByRole('tab', { name: /数据/ }).click();
  });
  afterAll(() => browser?.close());

  for (const language of ['zh', 'en'] as const) {
    it(`each gets one clear sentence, and what was loaded stays (${language})`, async () => {
      await speak(page, language);
      const finding = await byTestId(page, 'finding').innerText();
      const sources = await byTestId(page, 'source-list').innerText();
      await chooseFiles(
        page,
        BAD.map(({ file }) => file),
      );
      for (const { file, [language]: sentence } of BAD) {
        const section = page.locator(`[data-testid=import-file][aria-label="${file.name}"]`);
        const failure = section.locator('[data-testid=failure]');
        await failure.waitFor();
        expect(await failure.count(), file.name).toBe(1);
        const text = await failure.innerText();
        expect(text, file.name).toMatch(sentence);
        // A sentence, not a code or a stack.
        expect(text, file.name).not.toMatch(/原因代码|Reason:|Error|undefined|\{\{/);
      }
      expect(await byTestId(page, 'import-confirm').isDisabled()).toBe(true);
      await page.getByRole('button', { name: language === 'zh' ? '取消' : 'Cancel' }).click();
      await waitForState(page, 'ready');
      expect(await byTestId(page, 'finding').innerText()).toBe(finding);
      expect(await byTestId(page, 'source-list').innerText()).toBe(sources);
    });
  }

  it('a damaged project leaves what was loaded', async () => {
    await speak(page, 'zh');
    const finding = await byTestId(page, 'finding').innerText();
    const broken = textFile('damaged.json', '{"format":"catchment-project","version":7}');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(asUploads([broken]));
    await waitForState(page, 'failed');
    expect(await byTestId(page, 'failure').innerText()).toMatch(/版本.*7/s);
    await page.getByRole('button', { name: '知道了' }).click();
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toBe(finding);
  });
});
