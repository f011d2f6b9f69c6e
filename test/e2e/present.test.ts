import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  byTestId,
  hasBrowser,
  launch,
  openPage,
  speak,
  type WatchedPage,
  waitForMap,
  waitForState,
} from './browser.ts';

/** The record of the project as it lies in the browser, with the revision that counts up with every save. */
function savedProject(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('catchment');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('projects').objectStore('projects').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(asked.result));
          };
        };
      }),
  );
}

async function untilSaved(page: Page): Promise<void> {
  await page.getByText('已保存', { exact: false }).first().waitFor();
}

const stepNumber = (page: Page) => byTestId(page, 'step-number').innerText();

/** A picture of the map's middle: how many different colours it has. */
async function coloursOfMap(page: Page): Promise<number> {
  const shot = await page.screenshot({ clip: { x: 800, y: 250, width: 300, height: 300 } });
  return new Set(shot.toString('base64').match(/.{4}/g)).size;
}

describe.skipIf(!hasBrowser)('presenting the sample', () => {
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    watched = await openPage(browser);
    page = watched.page;
    await waitForState(page, 'ready');
    await waitForMap(page);
  });
  afterAll(() => browser?.close());

  it('drafts steps from what there is, as one deed, and keeps one more', async () => {
    await page.getByRole('tab', { name: /汇报/ }).click();
    await byTestId(page, 'no-views').waitFor();
    await page.getByRole('button', { name: /起草/ }).click();
    await byTestId(page, 'view').nth(6).waitFor({ timeout: 60_000 });
    expect(await byTestId(page, 'view').count()).toBe(7);
    await byTestId(page, 'undo').click();
    await byTestId(page, 'no-views').waitFor();
    await byTestId(page, 'redo').click();
    await page.getByRole('button', { name: '保存当前画面' }).click();
    await byTestId(page, 'view').nth(7).waitFor();
    expect(await byTestId(page, 'view').first().innerText()).toMatch(
      /现状[\s\S]*养老驿站[\s\S]*143,571 人中/,
    );
  });

  it('renames, notes, reorders and removes, each to be undone', async () => {
    const first = byTestId(page, 'view').first();
    await first.getByRole('button', { name: /^编辑/ }).click();
    await first.getByLabel('名称').fill('老人走得到吗');
    await first.getByLabel('名称').press('Enter');
    await first.getByLabel(/讲稿/).fill('先看南岸，再看北岸。');
    await first.getByLabel('名称').focus();
    await first.getByRole('button', { name: '下移' }).click();
    expect(await byTestId(page, 'view').nth(1).innerText()).toContain('老人走得到吗');
    await byTestId(page, 'undo').click();
    expect(await byTestId(page, 'view').first().innerText()).toContain('老人走得到吗');
    await byTestId(page, 'view').nth(7).getByRole('button', { name: /^编辑/ }).click();
    await page.getByRole('button', { name: '删除' }).last().click();
    expect(await byTestId(page, 'view').count()).toBe(7);
    await untilSaved(page);
  });

  it('goes twenty steps there and back by keys, and the sentences are the same again', async () => {
    await page.getByRole('button', { name: '开始汇报' }).click();
    await byTestId(page, 'meeting').waitFor();
    const told: string[] = [];
    for (let k = 0; k < 20; k++) {
      await waitForState(page, 'ready');
      if (k < 7) told.push(await byTestId(page, 'step-name').innerText());
      await page.keyboard.press(['PageDown', 'ArrowRight', 'ArrowDown'][k % 3]);
    }
    expect(await stepNumber(page)).toBe('7 / 7');
    expect(new Set(told).size).toBe(7);
    for (let k = 0; k < 20; k++) {
      await page.keyboard.press(['PageUp', 'ArrowLeft'][k % 2]);
      if (k < 6) expect(await byTestId(page, 'step-name').innerText()).toBe(told[5 - k]);
    }
    expect(await stepNumber(page)).toBe('1 / 7');
    await page.keyboard.press('5');
    expect(await stepNumber(page)).toBe('5 / 7');
    await page.keyboard.press('End');
    expect(await stepNumber(page)).toBe('7 / 7');
    await page.keyboard.press('Home');
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toMatch(/143,571 人中.*步行路网/s);
  });

  it('is big enough for the last row at 1920 × 1080', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    const size = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(await size('[data-testid=finding]')).toBeGreaterThanOrEqual(32);
    expect(await size('[data-testid=figure-uncovered] dd')).toBeGreaterThanOrEqual(56);
    expect(await size('[data-testid=legend] li')).toBeGreaterThanOrEqual(16);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('a stray click, drop or key changes nothing', async () => {
    const before = await savedProject(page);
    const sentence = await byTestId(page, 'finding').innerText();
    for (const [x, y] of [
      [900, 450],
      [950, 300],
      [700, 600],
      [100, 300],
    ])
      await page.mouse.click(x, y);
    await page.mouse.dblclick(900, 450);
    for (const key of ['Control+z', 'Control+y', 'Delete', 'Enter', 'x', 'Backspace'])
      await page.keyboard.press(key);
    const isRefused = await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['x,y\n1,2'], 'other.csv'));
      const target = document.querySelector('[data-testid=app]') as Element;
      return ['dragenter', 'dragover', 'drop'].map(
        (name) =>
          !target.dispatchEvent(
            new DragEvent(name, { dataTransfer: files, bubbles: true, cancelable: true }),
          ),
      );
    });
    expect(isRefused).toEqual([true, true, true]);
    await page.waitForTimeout(1200);
    expect(await byTestId(page, 'import-dialog').count()).toBe(0);
    expect(await stepNumber(page)).toBe('1 / 7');
    expect(await byTestId(page, 'finding').innerText()).toBe(sentence);
    expect(await savedProject(page)).toBe(before);
  });

  it('compares two steps with a line that keys move, black and pointer come and go', async () => {
    await page.keyboard.press('2');
    await page.keyboard.press('c');
    const line = byTestId(page, 'compare-line');
    await line.waitFor();
    const at = Number(await line.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    expect(Number(await line.getAttribute('aria-valuenow'))).toBe(at + 2);
    expect(await stepNumber(page)).toBe('2 / 7');
    await page.keyboard.press('Escape');
    await line.waitFor({ state: 'detached' });
    await page.keyboard.press('b');
    await byTestId(page, 'black').waitFor();
    await page.keyboard.press('b');
    await byTestId(page, 'black').waitFor({ state: 'detached' });
    await page.keyboard.press('p');
    await page.mouse.move(900, 400);
    await byTestId(page, 'pointer-dot').waitFor();
    await page.keyboard.press('p');
  });

  it('tries something out and takes it back without a trace', async () => {
    await page.keyboard.press('1');
    await waitForState(page, 'ready');
    const before = await savedProject(page);
    const sentence = await byTestId(page, 'finding').innerText();
    await page.keyboard.press('l');
    const field = byTestId(page, 'live').getByRole('textbox').first();
    await field.fill('900');
    await field.press('Enter');
    await byTestId(page, 'finding').getByText('900 米').waitFor();
    expect(await byTestId(page, 'finding').innerText()).not.toBe(sentence);
    await page.keyboard.press('Escape');
    await byTestId(page, 'live').waitFor({ state: 'detached' });
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toBe(sentence);
    await page.waitForTimeout(1200);
    expect(await savedProject(page)).toBe(before);
  });

  it('tells the speaker the note, the time and what comes next, and is led from there', async () => {
    const opening = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    const speaker = await opening;
    await byTestId(speaker, 'speaker-note').getByText('先看南岸').waitFor();
    expect(await byTestId(speaker, 'speaker-next').innerText()).toContain('可选设施');
    expect(await byTestId(speaker, 'speaker-elapsed').innerText()).toMatch(/^\d+:\d\d$/);
    await byTestId(speaker, 'speaker-word-forth').click();
    await page.getByText('2 / 7').waitFor();
    await byTestId(speaker, 'speaker-step').getByText('第 2 步').waitFor();
    await speaker.close();
  });

  it('comes back when the graphics context is lost', async () => {
    await page.bringToFront();
    await page.keyboard.press('1');
    await waitForMap(page);
    const before = await coloursOfMap(page);
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas.maplibregl-canvas') as HTMLCanvasElement;
      canvas.dataset.former = 'true';
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.waitForFunction(() => document.querySelector('canvas.maplibregl-canvas:not([data-former])'));
    await byTestId(page, 'map').and(page.locator('[data-idle=true]')).waitFor({ timeout: 20_000 });
    expect(await coloursOfMap(page)).toBeGreaterThan(before / 2);
    await page.keyboard.press('ArrowRight');
    expect(await stepNumber(page)).toBe('2 / 7');
  });

  it('loses nothing when the page is loaded anew in the middle, in English too', async () => {
    await page.reload();
    await waitForState(page, 'ready');
    await speak(page, 'en');
    await page.getByRole('tab', { name: /Report/ }).click();
    expect(await byTestId(page, 'view').count()).toBe(7);
    await page.getByRole('button', { name: 'Start presenting' }).click();
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'finding').innerText()).toMatch(/143,571/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await byTestId(page, 'left-panel').waitFor();
    expect(watched.errors.filter((text) => !/context/i.test(text))).toEqual([]);
    expect(watched.foreignRequests).toEqual([]);
  });
});
