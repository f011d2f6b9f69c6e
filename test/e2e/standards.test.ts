import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandardResult } from '../../src/core/standards/evaluate.ts';
import { formatCount } from '../../src/view/numbers.ts';
import { countStates } from '../../src/view/work-list.ts';
import { judgeSample, sampleSettings } from '../builders/sample-city.ts';
import { byTestId, choose, figureDigits, hasBrowser, launch, openPage, waitForState } from './browser.ts';

const wholeOf = (results: readonly StandardResult[], id: string) => {
  const row = results
    .find(({ standard }) => standard.id === id)
    ?.rows.find(({ district }) => district === -1);
  if (!row) throw new Error(`no row of ${id}`);
  return row;
};

async function field(page: Page, testId: string, text: string): Promise<void> {
  await byTestId(page, testId).locator('input').fill(text);
  await page.keyboard.press('Enter');
}

const finding = (page: Page) => byTestId(page, 'finding').innerText();

describe.skipIf(!hasBrowser)('standards in the browser', () => {
  let browser: Browser;
  let page: Page;
  let results: readonly StandardResult[];

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openPage(browser));
    await waitForState(page, 'ready');
    await page.getByRole('tab', { name: /缺口/ }).click();
    await byTestId(page, 'work-list').waitFor();
    results = await judgeSample();
  });

  afterAll(() => browser?.close());

  it('counts the standards as the core does, and lists the work by the people concerned', async () => {
    const { short, met, open } = countStates(results);
    expect(await figureDigits(page, 'short')).toBe(String(short));
    expect(await figureDigits(page, 'met')).toBe(String(met));
    expect(await figureDigits(page, 'open')).toBe(String(open));
    const land = wholeOf(results, 'cn14-elder-land-per-person');
    const first = await byTestId(page, 'work-list').locator('button').first().innerText();
    expect(first).toContain(`+${formatCount(Math.ceil(land.shortfall), 'zh')} m²`);
    expect(first).toContain(formatCount(land.peopleConcerned, 'zh'));
  });

  it('a line leads to the clause, the sentence to quote and the facilities behind it', async () => {
    await byTestId(page, 'work-list').locator('button').first().click();
    expect(await byTestId(page, 'clause').innerText()).toContain('国家“十四五”公共服务规划');
    const land = wholeOf(results, 'cn14-elder-land-per-person');
    const sentence = await byTestId(page, 'formula').innerText();
    expect(sentence).toContain(formatCount(land.numerator, 'zh'));
    expect(sentence).toContain('专栏1');
    await page.getByRole('button', { name: /永祥日间照料中心/ }).click();
    await byTestId(page, 'facility-card').waitFor();
    await page.getByRole('button', { name: /返回全部标准/ }).click();
  });

  it('another limit changes list, finding and citation; a weaker one is said to be so; undo restores', async () => {
    const kindergarten = byTestId(page, 'chosen-standards').getByRole('button', { name: /幼儿园服务半径/ });
    await kindergarten.click();
    const before = await finding(page);
    await field(page, 'override-meters', '500');
    await byTestId(page, 'departure').waitFor();
    expect(await byTestId(page, 'departure').innerText()).toContain('低于原条文');
    expect(await byTestId(page, 'departure').innerText()).toContain('≤ 300');
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid=finding]')?.textContent !== old,
      before,
    );
    const standards = sampleSettings().standards.map((one) =>
      one.id === 'gb50180-r-kindergarten' ? { ...one, limitMeters: 500 } : one,
    );
    const changed = await judgeSample({ standards });
    const row = wholeOf(changed, 'gb50180-r-kindergarten');
    expect(await finding(page)).toContain(`${row.value.toFixed(1)}%`);
    expect(await byTestId(page, 'formula').innerText()).toContain('500');
    await byTestId(page, 'undo').click();
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid=finding]')?.textContent === old,
      before,
    );
    await page.getByRole('button', { name: /返回全部标准/ }).click();
  });

  it('takes standards of another plan, a standard of the user, and a value that no map can answer', async () => {
    await page.getByRole('button', { name: /选择标准/ }).click();
    await choose(page, 'profile', /甘肃/);
    await page.getByRole('textbox', { name: /搜索/ }).fill('');
    await byTestId(page, 'adopt').click();
    await page.getByRole('textbox', { name: /搜索/ }).fill('基本医疗保险参保率');
    await page
      .getByRole('checkbox', { name: /基本医疗保险参保率/ })
      .first()
      .press('Space');
    await page.getByRole('button', { name: /添加自拟标准/ }).click();
    const form = byTestId(page, 'own-standard');
    await form.getByRole('textbox', { name: '名称', exact: true }).fill('每千人学位');
    await form.getByRole('textbox', { name: '文件名称' }).fill('本区试行办法');
    await form.getByRole('button', { name: '添加并对照' }).click();
    await page.getByRole('button', { name: '完成' }).click();
    const chosen = byTestId(page, 'chosen-standards');
    await chosen.getByRole('button', { name: /每千人学位/ }).click();
    expect(await byTestId(page, 'clause').innerText()).toContain('本区试行办法');
    // 18,750 places of kindergartens for 603,038 residents, against one per thousand.
    expect(await finding(page)).toContain('31.1');
    await page.getByRole('button', { name: /返回全部标准/ }).click();
    await chosen
      .getByRole('button', { name: /基本医疗保险参保率/ })
      .first()
      .click();
    await field(page, 'entered-value', '97');
    await page.waitForFunction(() =>
      document.querySelector('[data-testid=finding]')?.textContent?.includes('97'),
    );
    expect(await finding(page)).toContain('达到');
  });

  it('everything is there again after a reload', async () => {
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('[data-testid=saved-badge]')?.dataset.state === 'kept',
    );
    await page.reload();
    await waitForState(page, 'ready');
    await page.getByRole('tab', { name: /缺口/ }).click();
    const chosen = byTestId(page, 'chosen-standards');
    await chosen.getByRole('button', { name: /每千人学位/ }).waitFor();
    await chosen
      .getByRole('button', { name: /基本医疗保险参保率/ })
      .first()
      .click();
    expect(await finding(page)).toContain('97');
  });
});
