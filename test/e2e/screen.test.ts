import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  byTestId,
  chooseFiles,
  confirmImport,
  hasBrowser,
  launch,
  openPage,
  speak,
  waitForMap,
  waitForState,
} from './browser.ts';
import { stationsFile } from './own-city.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Violations as short lines. Evaluated through the debugger: the page's own policy allows no foreign script. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResult;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

const STEPS = { zh: [/数据/, /缺口/, /覆盖/], en: [/Data/, /Shortfall/, /Coverage/] };

describe.skipIf(!hasBrowser)('the screen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  for (const language of ['zh', 'en'] as const) {
    it(`has no violations that axe knows, in its main states (${language})`, async () => {
      const { page } = await openPage(browser, { path: '?empty' });
      await waitForState(page, 'empty');
      await speak(page, language);
      expect(await violations(page), 'empty').toEqual([]);
      await chooseFiles(page, [stationsFile()]);
      await page.locator('[data-testid=import-confirm]:not([disabled])').waitFor();
      expect(await violations(page), 'import').toEqual([]);
      await confirmImport(page, 'incomplete');
      expect(await violations(page), 'incomplete').toEqual([]);
      await page.getByRole('button', { name: language === 'zh' ? '回到示例' : 'Back to the sample' }).click();
      await waitForState(page, 'ready');
      for (const name of STEPS[language]) {
        await page.getByRole('tab', { name }).click();
        expect(await violations(page), String(name)).toEqual([]);
      }
      await byTestId(page, 'district-table').locator('tbody button').first().click();
      await byTestId(page, 'district-card').waitFor();
      expect(await violations(page), 'card').toEqual([]);
      await page.context().close();
    });
  }

  it('is laid out without overlaps', async () => {
    for (const [width, height] of [
      [1366, 768],
      [1440, 900],
      [1920, 1080],
    ]) {
      const { page } = await openPage(browser, { width, height });
      await waitForState(page, 'ready');
      await waitForMap(page);
      for (const language of ['zh', 'en'] as const) {
        await speak(page, language);
        for (const name of STEPS[language]) {
          await page.getByRole('tab', { name }).click();
          if (await byTestId(page, 'district-card').count()) await page.keyboard.press('Escape');
          expect(await overlaps(page), `${width} ${name}`).toEqual([]);
        }
        await byTestId(page, 'district-table').locator('tbody button').first().click();
        expect(await overlaps(page), `${width} card`).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.context().close();
    }
  });

  it('leads the keyboard to the card of a cell and back', async () => {
    const { page } = await openPage(browser, { path: '#113.4375,31.0535,15' });
    await waitForState(page, 'ready');
    await waitForMap(page);
    for (let k = 0; k < 60; k++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.tagName === 'CANVAS')) break;
    }
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
    const card = page.locator('[data-testid$=-card]');
    // The crosshair may point at a park: the arrows lead on.
    for (let k = 0; k < 8 && !(await byTestId(page, 'cell-card').count()); k++) {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(150);
      if (await byTestId(page, 'cell-card').count()) break;
      if (await card.count()) await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowRight');
      await waitForMap(page);
    }
    expect(await byTestId(page, 'cell-card').innerText()).toMatch(/覆盖/);
    expect(await overlaps(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => card.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
    await page.context().close();
  });
});

/** Pairs of what floats over the map that cover each other, or leave the window. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selectors = ['left-panel', 'right-panel', 'legend', 'credits', 'district-card', 'cell-card'].map(
      (id) => `[data-testid=${id}]`,
    );
    const boxes = [...selectors, '.maplibregl-ctrl-scale'].flatMap((selector) => {
      const element = document.querySelector(selector);
      return element ? [{ selector, box: element.getBoundingClientRect() }] : [];
    });
    const found: string[] = [];
    boxes.forEach(({ selector, box }, k) => {
      const isInside =
        box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
      if (!isInside) found.push(`${selector} leaves the window`);
      for (const other of boxes.slice(k + 1)) {
        const isApart =
          box.right <= other.box.left + 1 ||
          other.box.right <= box.left + 1 ||
          box.bottom <= other.box.top + 1 ||
          other.box.bottom <= box.top + 1;
        if (!isApart) found.push(`${selector} over ${other.selector}`);
      }
    });
    return found;
  });
}
