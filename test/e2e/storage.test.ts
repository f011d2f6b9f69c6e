import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { randomSource } from '../builders/random.ts';
import {
  byTestId,
  choose,
  chooseFiles,
  confirmImport,
  hasBrowser,
  launch,
  openPage,
  waitForState,
} from './browser.ts';
import { compoundsFile, stationsFile } from './own-city.ts';

/** How often the tab is killed, at moments nobody chose. */
const KILLS = 20;

async function badge(page: Page, state: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('[data-testid=saved-badge]')?.dataset.state === wanted,
    state,
  );
}

async function rename(page: Page, name: string): Promise<void> {
  await byTestId(page, 'saved-badge').click();
  const field = page.getByRole('textbox', { name: '当前项目名称' });
  await field.fill(name);
  await field.press('Enter');
  await page.keyboard.press('Escape');
}

/** The name of the project on screen. */
const nameOf = (page: Page) => page.locator('header p').first().innerText();

async function another(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(inject('address'));
  await waitForState(page, 'ready');
  return page;
}

describe.skipIf(!hasBrowser)('nothing is lost', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openPage(browser, { path: '?empty', width: 1024, height: 680 }));
    context = page.context();
    await waitForState(page, 'empty');
    await chooseFiles(page, [stationsFile(), compoundsFile()]);
    await choose(page, 'coordinate-system', /GCJ-02/);
    await confirmImport(page);
    await waitForState(page, 'ready');
    await badge(page, 'kept');
  });

  afterAll(() => browser?.close());

  it('an imported project is there again after a reload, with its data', async () => {
    const before = await byTestId(page, 'right-panel').innerText();
    await page.goto(inject('address'));
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'right-panel').innerText()).toBe(before);
  });

  it('a second window says that it does not save, and does not overwrite the first', async () => {
    const second = await another(context);
    await rename(second, '第二个窗口');
    await badge(second, 'unsaved');
    expect(await byTestId(second, 'saved-badge').innerText()).toContain('另一窗口');
    await rename(page, '第一个窗口');
    await badge(page, 'kept');
    await byTestId(second, 'saved-badge').click();
    await second.getByRole('button', { name: '另存为副本并继续' }).click();
    await badge(second, 'kept');
    await second.close();
    await byTestId(page, 'saved-badge').click();
    await byTestId(page, 'projects-dialog').getByText('副本').first().waitFor();
    const names = await byTestId(page, 'projects-dialog').locator('li strong').allInnerTexts();
    expect(names.sort()).toEqual(['第一个窗口', '第二个窗口（副本）']);
    await page.keyboard.press('Escape');
    // The copy was saved last; this window's project is to be the one that opens next.
    await rename(page, '现状');
    await badge(page, 'kept');
  });

  it(`killed ${KILLS} times at random moments, nothing that was confirmed is gone`, async () => {
    const random = randomSource(20261122);
    let confirmed = await nameOf(page);
    for (let k = 0; k < KILLS; k++) {
      const name = `改动 ${k}`;
      await rename(page, name);
      await page.waitForTimeout(random() * 900);
      const state = await byTestId(page, 'saved-badge').getAttribute('data-state');
      if (state === 'kept') confirmed = name;
      // Chromium ends the tab's process at once: no handler of the page runs.
      await page.goto('chrome://crash').catch(() => {});
      await page.close();
      page = await another(context);
      const found = await nameOf(page);
      expect([confirmed, name], `kill ${k}`).toContain(found);
      confirmed = found;
    }
  }, 240_000);

  it('one button removes every trace', async () => {
    await byTestId(page, 'saved-badge').click();
    await page.getByRole('button', { name: /清除本机上的全部项目/ }).click();
    await page.getByRole('button', { name: '全部清除' }).click();
    await waitForState(page, 'ready');
    await byTestId(page, 'saved-badge').click();
    expect(await byTestId(page, 'projects-dialog').innerText()).toContain('还没有保存的项目');
    await page.keyboard.press('Escape');
    const second = await another(context);
    expect(await nameOf(second)).toContain('云汀');
  });

  it('memory-only keeps nothing', async () => {
    const only = await context.newPage();
    await only.goto(`${inject('address')}?memory`);
    await waitForState(only, 'ready');
    await rename(only, '不留痕迹');
    await badge(only, 'off');
    await only.waitForTimeout(1500);
    const second = await another(context);
    expect(await nameOf(second)).toContain('云汀');
  });
});
