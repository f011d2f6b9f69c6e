import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dirtyFile } from '../builders/dirty-file.ts';
import {
  byTestId,
  chooseFiles,
  confirmImport,
  hasBrowser,
  launch,
  openPage,
  speak,
  waitForState,
} from './browser.ts';

const SAMPLE = 'data/sample-city';
const beside = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(`${SAMPLE}/${name}`)) });

/** The file with forty planted faults is looked at in the dialog, as its user would. */
describe.skipIf(!hasBrowser)('rows are reviewed before they are accepted', () => {
  let browser: Browser;
  let page: Page;
  const { file, faults } = dirtyFile(7);
  const planted = (kind: string) => faults.filter((fault) => fault.kind === kind).length;

  const part = () => byTestId(page, 'import-file').filter({ hasText: file.name });
  const fault = (kind: string) => part().locator(`[data-testid="fault-${kind}"]`);

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openPage(browser, { path: '?empty' }));
    await waitForState(page, 'empty');
    // Districts first: rows are held against what has been read already.
    await chooseFiles(page, [beside('districts.geojson'), beside('population-compounds.csv'), file]);
    await part().locator('[data-testid="review"]').waitFor({ timeout: 30_000 });
  });

  afterAll(() => browser?.close());

  it('names the system the coordinates are in, with the evidence', async () => {
    expect(await part().locator('[data-testid="crs-verdict"]').innerText()).toMatch(/WGS-84|GCJ-02/);
  });

  it('counts every kind of planted fault, with the rows', async () => {
    for (const kind of new Set(faults.map((one) => one.kind))) {
      const shown = fault(kind);
      expect(await shown.count(), kind).toBe(1);
      expect(Number(await shown.locator('b').innerText()), kind).toBeGreaterThanOrEqual(planted(kind));
    }
    await fault('gate').getByRole('button', { name: '逐条查看' }).click();
    expect(await fault('gate').innerText()).toContain('东门');
  });

  it('does what is proposed, one kind or all, and takes it back; no row is lost', async () => {
    const rows = async () => (await part().innerText()).match(/[\d,]+/g)?.join(' ');
    const before = await rows();
    const exclude = fault('gate').getByRole('button').last();
    await exclude.click();
    await fault('gate').getByRole('button', { name: '撤销处理' }).waitFor();
    await fault('gate').getByRole('button', { name: '撤销处理' }).click();
    await page.waitForFunction(
      () => !document.querySelector('[data-testid=fault-gate]')?.textContent?.includes('撤销处理'),
    );
    await part().getByText(/行/).first().waitFor();
    expect(await rows()).toBe(before);
    await part().locator('[data-testid="fix-all"]').click();
    await fault('identical-row').getByRole('button', { name: '撤销处理' }).waitFor();
    await confirmImport(page);
    // What was decided is kept with the project: after a reload the rows are as they were accepted.
    const answer = await byTestId(page, 'right-panel').innerText();
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('[data-testid=saved-badge]')?.dataset.state === 'kept',
    );
    await page.goto(page.url().replace('?empty', ''));
    await waitForState(page, 'ready');
    expect(await byTestId(page, 'right-panel').innerText()).toBe(answer);
    await speak(page, 'en');
    expect(await byTestId(page, 'right-panel').innerText()).not.toBe(answer);
  });
});
