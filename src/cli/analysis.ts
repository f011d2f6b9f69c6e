import type { OpenSource, Runner } from '../core/project/load.ts';
import { Memo } from '../core/project/memo.ts';
import type { ProjectSettings } from '../core/project/project.ts';
import type { ProjectResult } from '../core/project/result.ts';
import { supplyTables } from '../core/project/supply-tables.ts';
import { Workspace } from '../core/project/workspace.ts';
import { issueMessage, resultTables } from '../core/report/result-tables.ts';
import { summaryOf } from '../core/report/summary.ts';
import { runSync } from '../core/task.ts';
import { groupName } from '../view/names.ts';
import type { Say } from '../view/words/index.ts';
import { writeTables } from './files.ts';

export interface OutputOptions {
  out: string;
  json?: boolean;
  bom?: boolean;
}

/** How many issues are told one by one before the reader is sent to issues.csv. */
const TOLD = 5;

/** What `run` and `coverage` share: analyse, write the files, tell what was found. */
export async function analyseAndWrite(
  name: string,
  sources: OpenSource[],
  settings: ProjectSettings,
  options: OutputOptions,
  say: Say,
): Promise<void> {
  const [run, memo]: [Runner, Memo] = [async (task) => runSync(task), new Memo()];
  const workspace = new Workspace(run, memo);
  const result = await workspace.analyse(name, sources, settings);
  const supply = await supplyTables({ run, memo }, await workspace.prepare(sources, settings), settings);
  writeTables(options.out, { ...resultTables(result, say), ...supply }, options.bom === true);
  tellIssues(result, say);
  tellSpeeds(result, say);
  if (options.json) process.stdout.write(`${JSON.stringify(summaryOf(result), null, 2)}\n`);
  else tellFindings(result, options.out, say);
}

function tellIssues({ issues }: ProjectResult, say: Say): void {
  for (const issue of issues.slice(0, TOLD)) {
    const row = issue.row === undefined ? '' : say('cli.row', { row: issue.row });
    process.stderr.write(`${[issue.file, row].filter(Boolean).join(' ')}: ${issueMessage(issue, say)}\n`);
  }
  if (issues.length > TOLD)
    process.stderr.write(`${say('cli.moreIssues', { count: issues.length - TOLD })}\n`);
}

/** Which speed made metres of the minutes for whom, and whether they are walked along streets at all. */
function tellSpeeds({ coverages }: ProjectResult, say: Say): void {
  const told = new Set<string>();
  for (const { group, limits, metersPerSecond: speed, network } of coverages) {
    for (const { minutes, meters } of limits) {
      if (minutes === undefined) continue;
      const values = { minutes, group: groupName(group, say), speed, meters: Number(meters.toFixed(3)) };
      if (!network) told.add(say('cli.minutesStraight', values));
      told.add(say('cli.speedUsed', values));
    }
  }
  for (const line of told) process.stderr.write(`${line}\n`);
}

function tellFindings(result: ProjectResult, out: string, say: Say): void {
  const seen = new Set<string>();
  for (const { service, group, rows } of result.coverages) {
    // The first coverage of a service is the one for its own group.
    if (seen.has(service)) continue;
    seen.add(service);
    for (const row of rows.filter((one) => one.level === 'all')) {
      const share = Number.isNaN(row.share) ? '–' : `${(row.share * 100).toFixed(1)} %`;
      const meters = `${Number(row.limitMeters.toFixed(3))} m`;
      const limit = row.limitMinutes === undefined ? meters : `${row.limitMinutes} min (${meters})`;
      const line = [service, group, row.method, `<= ${limit}`, share];
      process.stdout.write(`${line.join('\t')}\t${Math.round(row.covered)} / ${Math.round(row.total)}\n`);
    }
  }
  process.stdout.write(`${say('cli.written', { out })}\n`);
}
