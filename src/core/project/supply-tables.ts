import type { ReachMethod } from '../analysis/coverage.ts';
import { WHOLE_AREA } from '../analysis/coverage.ts';
import { openFacilitiesOf, servicesOf } from '../dataset/facilities.ts';
import { groupValues } from '../dataset/groups.ts';
import { serviceOf } from '../dataset/services.ts';
import type { NeedRow } from '../forecast/need.ts';
import { singleYears } from '../forecast/pyramids.ts';
import { fairnessTable } from '../report/fairness-table.ts';
import { needTable } from '../report/forecast-table.ts';
import { ledgerCsv } from '../report/ledger-table.ts';
import { type ReportTable, tableCsv } from '../report/report-table.ts';
import type { CapacityTools } from './capacity.ts';
import { fairnessOf } from './fairness.ts';
import { futureOf } from './future.ts';
import { forecastArea } from './future-area.ts';
import { ledgersOf } from './ledgers.ts';
import { limitsOf } from './limits.ts';
import type { ProjectSettings } from './project.ts';
import { suppliesOf } from './supply-choice.ts';
import { speedOf } from './walking-speeds.ts';
import { type Prepared, Workspace } from './workspace.ts';

/**
 * The result files about supply and need, name → text, for page and command line alike: `ledger.csv`, `fairness.csv` and, where the
 * project has a forecast, `need.csv`. Every service for its own group within its first limit, measured as the standards
 * are. A file that nothing can be said in is not there.
 */
export async function supplyTables(
  tools: CapacityTools,
  prepared: Prepared,
  settings: ProjectSettings,
): Promise<Record<string, string>> {
  const { districts } = prepared.loaded;
  const ledgers = await ledgersOf(prepared, settings, tools.run, tools.memo);
  const fair = await fairnessTables(tools, prepared, settings);
  const ages = await tools.run(singleYears(forecastArea(prepared, '').columns));
  const need = settings.forecast && ages.value ? await needTables(tools, prepared, settings) : undefined;
  return {
    ...(ledgers.length > 0 ? { 'ledger.csv': ledgerCsv(ledgers, districts) } : {}),
    ...(fair ? { 'fairness.csv': tableCsv(fair) } : {}),
    ...(need ? { 'need.csv': tableCsv(need) } : {}),
  };
}

/** How far it is and, where places or beds are known, how many there are for each: all services in one table. */
async function fairnessTables(
  tools: CapacityTools,
  prepared: Prepared,
  settings: ProjectSettings,
): Promise<ReportTable | undefined> {
  const { loaded, demand } = prepared;
  const workspace = new Workspace(tools.run, tools.memo);
  const tables: ReportTable[] = [];
  for (const service of servicesOf(loaded.facilities)) {
    const { group, capacityUnit } = serviceOf(service);
    const [limit] = limitsOf(settings, service, speedOf(settings.walking, group));
    const rows = openFacilitiesOf(loaded.facilities, service);
    if (!groupValues(demand.columns, group) || !limit || rows.length === 0) continue;
    const isCounted = rows.some((row) => !Number.isNaN(loaded.facilities.capacity[row]));
    for (const value of isCounted ? (['distance', 'supply'] as const) : (['distance'] as const)) {
      const reading = readingOf(prepared, settings);
      const kernel = { method: '2sfca', decay: 'step' } as const;
      const asked = { service, group, limit, reading, value, supply: capacityUnit, kernel };
      const answer = await fairnessOf({ ...tools, workspace }, prepared, settings, asked);
      const id = value === 'distance' ? 'meters' : `${capacityUnit}_per_person`;
      if (answer) tables.push(fairnessTable({ service, value: id }, answer.fairness, loaded.districts));
    }
  }
  return joined(tables);
}

/** Along streets or by a table of distances where there is one, unless the project says otherwise: as the standards are measured. */
function readingOf({ loaded, network }: Prepared, settings: ProjectSettings): ReachMethod {
  const hasNetwork = loaded.reach !== undefined || network !== undefined;
  const { standardsReading: chosen } = settings;
  if (chosen === 'auto' || chosen === 'network') return hasNetwork ? 'network' : 'straight';
  return chosen === 'detour' && settings.detourFactor === null ? 'straight' : chosen;
}

/** Every service at every level, the whole area once. */
async function needTables(
  tools: CapacityTools,
  prepared: Prepared,
  settings: ProjectSettings,
): Promise<ReportTable | undefined> {
  const { facilities, districts } = prepared.loaded;
  const tables: ReportTable[] = [];
  for (const service of servicesOf(facilities)) {
    const [supply] = suppliesOf(facilities, service);
    const { group } = serviceOf(service);
    for (const [k, level] of (districts?.levels ?? ['all']).entries()) {
      const asked = { service, group, level, supply: supply.id, perPerson: 1 };
      const { rows } = await futureOf(tools, prepared, settings, asked);
      const isWhole = (row: NeedRow) => row.district === WHOLE_AREA;
      if (k === 0) tables.push(needTable(rows.filter(isWhole), 'all', districts));
      if (districts)
        tables.push(
          needTable(
            rows.filter((row) => !isWhole(row)),
            level,
            districts,
          ),
        );
    }
  }
  return joined(tables);
}

/** Tables of one kind below each other. */
function joined(tables: ReportTable[]): ReportTable | undefined {
  const [first] = tables;
  return first && { ...first, rows: tables.flatMap((table) => table.rows) };
}
