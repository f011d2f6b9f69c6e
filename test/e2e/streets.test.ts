import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoverageRow } from '../../src/core/analysis/coverage.ts';
import { openSources, parseProject } from '../../src/core/project/file.ts';
import type { ProjectSettings } from '../../src/core/project/project.ts';
import { lifeCircleOf, robustOf } from '../../src/core/project/readings.ts';
import type { ServiceCoverage } from '../../src/core/project/result.ts';
import { groupsFor, type Prepared, Workspace } from '../../src/core/project/workspace.ts';
import { runSync } from '../../src/core/task.ts';
import { circleServices } from '../../src/view/circle.ts';
import {
  byTestId,
  figureDigits,
  hasBrowser,
  launch,
  openPage,
  type WatchedPage,
  waitForMap,
  waitForState,
} from './browser.ts';

const SAMPLE = resolve(import.meta.dirname, '../../data/sample-city');

interface Core {
  workspace: Workspace;
  prepared: Prepared;
  settings: ProjectSettings;
  services: { id: string; open: number }[];
  coverage: ServiceCoverage;
}

/** The first question of the sample through core alone. */
async function sampleInCore(): Promise<Core> {
  const project = parseProject(readFileSync(join(SAMPLE, 'project.json'), 'utf8'), 'project.json');
  const read = async (path: string) => new Uint8Array(readFileSync(join(SAMPLE, path)));
  const workspace = new Workspace(async (task) => runSync(task));
  const { settings } = project;
  const prepared = await workspace.prepare(await openSources(project, read), settings);
  const { facilities } = prepared.loaded;
  const ids = [...new Set(facilities.service)];
  const services = ids.map((id) => ({
    id,
    open: facilities.service.filter((one, i) => one === id && facilities.status[i] === 'open').length,
  }));
  const coverage = await askCore(workspace, prepared, settings, ids[0]);
  return { workspace, prepared, settings, services, coverage };
}

async function askCore(
  workspace: Workspace,
  prepared: Prepared,
  settings: ProjectSettings,
  service: string,
): Promise<ServiceCoverage> {
  const [group] = groupsFor(prepared.demand, service);
  const coverage = await workspace.coverage(prepared, settings, service, group);
  if (!coverage?.network) throw new Error('no streets');
  return coverage;
}

function wholeRow(rows: CoverageRow[], limit: { meters: number; minutes?: number }): CoverageRow {
  const row = rows.find(
    (one) =>
      one.level === 'all' &&
      one.method === 'network' &&
      one.limitMeters === limit.meters &&
      one.limitMinutes === limit.minutes,
  );
  if (!row) throw new Error('no row');
  return row;
}

const readings = (page: Page) => page.getByText('步行路网', { exact: true });

/** A place covered by straight line and not along the streets, with the most people: worth being shown. */
function placeToShow({ coverage }: Core): number {
  const { values, nearest, network, limitsMeters } = coverage;
  let best = -1;
  values.forEach((value, i) => {
    const meters = network?.nearest.meters[i] ?? Number.NaN;
    const changes = nearest.meters[i] <= limitsMeters[0] && meters > limitsMeters[0] && meters < 3000;
    if (changes && value > (values[best] ?? 0)) best = i;
  });
  return best;
}

describe.skipIf(!hasBrowser)('streets in the browser', () => {
  let browser: Browser;
  let watched: WatchedPage;
  let core: Core;

  beforeAll(async () => {
    [browser, core] = await Promise.all([launch(), sampleInCore()]);
    const place = placeToShow(core);
    const { lng, lat } = core.prepared.demand;
    watched = await openPage(browser, { path: `#${lng[place]},${lat[place]},16.2` });
    await waitForState(watched.page, 'ready');
    await waitForMap(watched.page);
  });
  afterAll(() => browser?.close());

  it('shows the figures along the streets that core finds', async () => {
    const { page } = watched;
    await readings(page).first().click();
    const row = wholeRow(core.coverage.rows, core.coverage.limits[0]);
    await expect
      .poll(() => byTestId(page, 'figure-share').innerText())
      .toContain((row.share * 100).toFixed(1));
    expect(await figureDigits(page, 'covered')).toContain(String(Math.round(row.covered)));
    expect(await byTestId(page, 'finding').innerText()).toContain('步行路网');
    expect(await byTestId(page, 'legend').innerText()).toContain('步行路网');
  });

  it('explains a clicked cell by its walk, and draws it without an error', async () => {
    const { page, errors, foreignRequests } = watched;
    const place = placeToShow(core);
    await waitForMap(page);
    const box = await byTestId(page, 'map').boundingBox();
    if (!box) throw new Error('no map');
    await page.mouse.click(box.x + box.width / 2 + 8, box.y + box.height / 2 + 8);
    const meters = core.coverage.network?.nearest.meters[place] ?? Number.NaN;
    const comparison = byTestId(page, 'comparison');
    const row = (reading: string) => comparison.locator(`[data-reading=${reading}]`).innerText();
    expect((await row('network')).replaceAll(',', '')).toContain(`${Math.round(meters)} 米`);
    expect(await row('network')).toContain('未达到');
    expect(await row('straight')).toContain(String(Math.round(core.coverage.nearest.meters[place])));
    await byTestId(page, 'walk').waitFor();
    expect((await byTestId(page, 'walk').innerText()).replaceAll(',', '')).toContain(
      `${Math.round(meters)} 米`,
    );
    await waitForMap(page);
    expect(await byTestId(page, 'legend').innerText()).toContain('沿道路步行');
    expect(errors).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('says who changes class, and shows them on the map', async () => {
    const { page } = watched;
    const [limit] = core.coverage.limitsMeters;
    const { values, nearest, network } = core.coverage;
    let onlyStraight = 0;
    values.forEach((value, i) => {
      const isNetwork = (network?.nearest.meters[i] ?? Number.NaN) <= limit;
      if (value > 0 && nearest.meters[i] <= limit && !isNetwork) onlyStraight += value;
    });
    const sentence = byTestId(page, 'difference');
    expect((await sentence.innerText()).replaceAll(',', '')).toContain(String(Math.round(onlyStraight)));
    await sentence.getByRole('button').first().click();
    await expect.poll(() => byTestId(page, 'legend').innerText()).toContain('只有直线覆盖');
    await page.getByText('最近距离', { exact: true }).click();
  });

  it('takes a limit in minutes, and follows the speed while it is dragged', async () => {
    const { page } = watched;
    await byTestId(page, 'time-limit').click();
    await expect.poll(() => byTestId(page, 'finding').innerText()).toContain('15 分钟');
    const share = async (metersPerSecond: number) => {
      const walking = { ...core.settings.walking, minutes: [15], metersPerSecond };
      const settings = { ...core.settings, walking };
      const { rows } = await askCore(core.workspace, core.prepared, settings, core.coverage.service);
      const row = wholeRow(rows, { meters: 15 * 60 * metersPerSecond, minutes: 15 });
      return `${(row.share * 100).toFixed(1)}%`;
    };
    const shown = () => byTestId(page, 'figure-share').innerText();
    await expect.poll(shown).toContain(await share(1.2));
    await byTestId(page, 'speed').getByRole('slider').focus();
    for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => byTestId(page, 'speed-text').innerText()).toContain('0.80');
    await expect.poll(shown).toContain(await share(0.8));
    await byTestId(page, 'time-limit').click();
    await expect.poll(() => byTestId(page, 'finding').innerText()).toContain('500 米');
  });

  it('gives the range over all methods that core finds', async () => {
    const { page } = watched;
    const { workspace, prepared, settings, coverage } = core;
    const { service, group, limits } = coverage;
    const found = await robustOf(workspace, prepared, settings, service, group, limits[0]);
    const whole = found?.reading.rows[0];
    if (!whole) throw new Error('no range');
    await byTestId(page, 'robust').click();
    const finding = () => byTestId(page, 'finding').innerText();
    const percent = (people: number) => `${((people / whole.total) * 100).toFixed(1)}%`;
    // The greatest first: the least is what the streets say, and stands there before.
    await expect.poll(finding).toContain(percent(whole.mostCovered));
    expect(await finding()).toContain(percent(whole.leastCovered));
    expect(await figureDigits(page, 'certainCovered')).toBe(String(Math.round(whole.certainCovered)));
    expect(await byTestId(page, 'variants').innerText()).toMatch(/直线距离.*步行路网/);
    await byTestId(page, 'robust').click();
  });

  it('tells how complete the circle of services is', async () => {
    const { page, errors } = watched;
    const { workspace, prepared, settings, services } = core;
    // The speed was left at 0.8 m/s by the slider.
    const walking = { ...settings.walking, metersPerSecond: 0.8 };
    const limit = { minutes: 15, meters: 15 * 60 * 0.8 };
    const ids = circleServices(services, undefined);
    const circle = await lifeCircleOf(workspace, prepared, { ...settings, walking }, ids, limit);
    const [whole] = circle.rows;
    await page.getByText('生活圈完整度').click();
    const all = whole.byCount[ids.length] / whole.people;
    await expect
      .poll(() => byTestId(page, 'finding').innerText(), { timeout: 20_000 })
      .toContain(`${(all * 100).toFixed(1)}%`);
    expect(await byTestId(page, 'finding').innerText()).toContain(`${ids.length} 类`);
    expect(errors).toEqual([]);
  });
});
