import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHOLE_AREA } from '../../src/core/analysis/coverage.ts';
import { type CapacityAnswer, capacityOf } from '../../src/core/project/capacity.ts';
import { fairnessOf } from '../../src/core/project/fairness.ts';
import { openSources, parseProject } from '../../src/core/project/file.ts';
import { DEFAULT_FORECAST } from '../../src/core/project/forecast-settings.ts';
import { type FutureAnswer, futureOf } from '../../src/core/project/future.ts';
import type { Runner } from '../../src/core/project/load.ts';
import { Memo } from '../../src/core/project/memo.ts';
import { Workspace } from '../../src/core/project/workspace.ts';
import { runSync } from '../../src/core/task.ts';
import { cssColour, PALETTE } from '../../src/view/palette.ts';
import {
  byTestId,
  choose,
  figureDigits,
  hasBrowser,
  launch,
  openPage,
  type WatchedPage,
  waitForState,
} from './browser.ts';

const SAMPLE = resolve(import.meta.dirname, '../../data/sample-city');

const QUESTION = {
  service: 'kindergarten',
  group: 'age_3_5',
  limit: { meters: 500 },
  reading: 'straight',
  supply: 'places',
  perPerson: 1,
  order: 'together',
  kernel: { method: '2sfca', decay: 'steps' },
} as const;

/** What core says of the kindergartens of the sample within 500 m, and of the years to come. */
async function kindergartensInCore() {
  const { settings, ...project } = parseProject(
    readFileSync(join(SAMPLE, 'project.json'), 'utf8'),
    'project.json',
  );
  const read = async (path: string) => new Uint8Array(readFileSync(join(SAMPLE, path)));
  const sources = await openSources({ ...project, settings }, read);
  const [run, memo]: [Runner, Memo] = [async (task) => runSync(task), new Memo()];
  const workspace = new Workspace(run, memo);
  const prepared = await workspace.prepare(sources, settings);
  const capacity = await capacityOf({ run, memo }, prepared, settings, QUESTION);
  const tools = { run, memo, workspace };
  const asked = { ...QUESTION, value: 'supply' } as const;
  const fairness = await fairnessOf(tools, prepared, settings, asked);
  const whole = { service: 'kindergarten', group: 'age_3_5', level: 'all' } as const;
  const future = (births: number) => {
    const forecast = { ...DEFAULT_FORECAST, births: { kind: 'rate' as const, perThousand: births } };
    return futureOf(tools, prepared, { forecast }, { ...whole, supply: 'places', perPerson: 1 });
  };
  if (!capacity || !fairness) throw new Error('no answer');
  return { capacity, fairness, before: await future(6.4), after: await future(20) };
}

const wholeRow = ({ rows }: Pick<CapacityAnswer, 'rows'>) => {
  const row = rows.find((one) => one.district === WHOLE_AREA);
  if (!row) throw new Error('no row');
  return row;
};

const shortageIn = ({ rows }: FutureAnswer, year: number) => {
  const row = rows.find((one) => one.year === year && one.district === WHOLE_AREA);
  return String(Math.round(Math.abs(row?.balance ?? Number.NaN)));
};

async function lookAt(page: Page, subject: string): Promise<void> {
  await byTestId(page, 'left-panel').getByText(subject, { exact: true }).click();
}

describe.skipIf(!hasBrowser)('places, fairness and the future of the sample', () => {
  let browser: Browser;
  let watched: WatchedPage;
  let core: Awaited<ReturnType<typeof kindergartensInCore>>;

  beforeAll(async () => {
    [browser, core] = await Promise.all([launch(), kindergartensInCore()]);
    watched = await openPage(browser, { path: '?memory' });
    const { page } = watched;
    await waitForState(page, 'ready');
    await page.getByRole('tab', { name: /缺口/ }).click();
    await lookAt(page, '学位床位');
    await choose(page, 'service', /幼儿园/);
    await byTestId(page, 'left-panel').getByText('500 米', { exact: true }).click();
    await page.getByText('507').first().waitFor();
  });
  afterAll(() => browser?.close());

  it('the three figures are those of core, and sum to the people', async () => {
    const { page } = watched;
    const row = wholeRow(core.capacity);
    const shown = await Promise.all(['served', 'noPlace', 'outOfReach'].map((id) => figureDigits(page, id)));
    expect(shown).toEqual([row.served, row.noPlace, row.outOfReach].map(String));
    expect(shown.reduce((sum, digits) => sum + Number(digits), 0)).toBe(18_828);
    expect(await byTestId(page, 'finding').innerText()).toMatch(/18,828 人中.*有学位.*学位不够.*没有幼儿园/s);
  });

  it('facility by facility fewer have a place, and the page says how many fewer', async () => {
    const { page } = watched;
    const fewer = Math.round(core.capacity.difference.served);
    expect(await byTestId(page, 'order-difference').innerText()).toContain(`少 ${fewer} 人`);
    await lookAt(page, '逐处招满');
    const served = wholeRow(core.capacity).served - fewer;
    await page.getByText(served.toLocaleString('en'), { exact: false }).first().waitFor();
    expect(await figureDigits(page, 'served')).toBe(String(served));
    await lookAt(page, '统筹分配');
  });

  it('shows Gini and the Lorenz curve of places per person', async () => {
    const { page } = watched;
    await lookAt(page, '公平');
    await lookAt(page, '人均供给');
    const row = core.fairness.fairness.rows.find((one) => one.district === WHOLE_AREA);
    await byTestId(page, 'index-gini')
      .getByText((row?.gini ?? Number.NaN).toFixed(2))
      .waitFor();
    const curve = `svg path[stroke="${cssColour(PALETTE.otherWay)}"]`;
    await page
      .getByRole('img', { name: /基尼系数/ })
      .locator(curve)
      .waitFor({ state: 'attached' });
    expect(await byTestId(page, 'index-theil').innerText()).toContain((row?.theil ?? Number.NaN).toFixed(2));
  });

  it('more births make a shortage, and undo takes it back', async () => {
    const { page } = watched;
    await lookAt(page, '未来');
    const figure = (year: number) => byTestId(page, `figure-balance-${year}`);
    await figure(2035).waitFor();
    expect(await figureDigits(page, 'balance-2035')).toBe(shortageIn(core.before, 2035));
    expect(await figure(2035).innerText()).toContain('富余');
    const births = byTestId(page, 'births').getByRole('textbox');
    await births.fill('20');
    await births.press('Enter');
    await figure(2035).getByText('缺').waitFor();
    expect(await figureDigits(page, 'balance-2035')).toBe(shortageIn(core.after, 2035));
    await page.getByRole('button', { name: /撤销/ }).first().click();
    await figure(2035).getByText('富余').waitFor();
    expect(await figureDigits(page, 'balance-2035')).toBe(shortageIn(core.before, 2035));
    expect(await births.inputValue()).toBe('6.4');
    expect(watched.errors).toEqual([]);
  });
});
