import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { InputFile } from '../../src/core/formats/content.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Software WebGL: there is no graphics card where tests run.
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
];

/** Whether there is a browser at all; without one the tests are skipped, and setup.ts has said why. */
export const hasBrowser = 'path' in inject('chromium');

export async function launch(): Promise<Browser> {
  const found = inject('chromium');
  if (!('path' in found)) throw new Error(found.missing);
  return chromium.launch({ executablePath: found.path, args: ARGUMENTS });
}

/** A page that keeps account of what it asked for and what went wrong. */
export interface WatchedPage {
  page: Page;
  /** Requests to anywhere but the served folder. */
  foreignRequests: string[];
  errors: string[];
}

export interface OpenOptions {
  path?: string;
  width?: number;
  height?: number;
  locale?: string;
}

/** Opens the app. Chinese, 1440 × 900, unless told otherwise. */
export async function openPage(browser: Browser, options: OpenOptions = {}): Promise<WatchedPage> {
  const address = inject('address');
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.locale ?? 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const watched: WatchedPage = { page, foreignRequests: [], errors: [] };
  page.on('request', (request) => {
    const url = request.url();
    if (![address, 'blob:', 'data:'].some((start) => url.startsWith(start)))
      watched.foreignRequests.push(url);
  });
  page.on('pageerror', (error) => watched.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') watched.errors.push(message.text());
  });
  await page.goto(address + (options.path ?? ''));
  return watched;
}

/** Waits until the app has reached one of the states. */
export async function waitForState(page: Page, ...states: string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) => wanted.includes(document.documentElement.dataset.state ?? ''),
    states,
    { timeout: 20_000 },
  );
}

/** Waits until the map has drawn everything. */
export async function waitForMap(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-testid=map]')?.dataset.idle === 'true',
    undefined,
    { timeout: 20_000 },
  );
}

export function byTestId(page: Page, id: string) {
  return page.locator(`[data-testid="${id}"]`);
}

/** Files as the file chooser hands them over. */
export function asUploads(files: readonly InputFile[]) {
  return files.map(({ name, bytes }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
}

/** Chooses files by the first button that takes any. */
export async function chooseFiles(page: Page, files: readonly InputFile[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(asUploads(files));
  await byTestId(page, 'import-dialog').waitFor();
}

/** Confirms the import dialog once every file in it is checked, and waits for the answer. */
export async function confirmImport(page: Page, ...states: string[]): Promise<void> {
  await page.locator('[data-testid=import-confirm]:not([disabled])').click({ timeout: 20_000 });
  await byTestId(page, 'import-dialog').waitFor({ state: 'detached', timeout: 20_000 });
  await waitForState(page, ...(states.length > 0 ? states : ['ready']));
}

export async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  await byTestId(page, 'language')
    .getByText(language === 'zh' ? '中文' : 'EN')
    .click();
}

/** Chooses from a list that opens. */
export async function choose(page: Page, listId: string, option: string | RegExp): Promise<void> {
  await byTestId(page, listId).getByRole('button').first().click();
  await page.getByRole('option', { name: option }).click();
}

/** The digits of a key figure. */
export async function figureDigits(page: Page, id: string): Promise<string> {
  return (await byTestId(page, `figure-${id}`).locator('dd').innerText()).replace(/\D/g, '');
}
