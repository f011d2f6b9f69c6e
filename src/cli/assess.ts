import { dirname, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { openSources, parseProject } from '../core/project/file.ts';
import { ledgersOf } from '../core/project/ledgers.ts';
import type { Runner } from '../core/project/load.ts';
import { Memo } from '../core/project/memo.ts';
import type { ProjectSettings } from '../core/project/project.ts';
import { Workspace } from '../core/project/workspace.ts';
import { ledgerCsv } from '../core/report/ledger-table.ts';
import { issuesCsv, shortfallsCsv } from '../core/report/result-tables.ts';
import { languageOf } from '../core/report/standard-formula.ts';
import { amountText, countText } from '../core/report/standard-numbers.ts';
import { standardsSummary } from '../core/report/summary.ts';
import type { StandardResult } from '../core/standards/evaluate.ts';
import { PROFILES, profileOf, profileStandards } from '../core/standards/profiles.ts';
import { runSync } from '../core/task.ts';
import type { Say } from '../view/words/index.ts';
import type { OutputOptions } from './analysis.ts';
import { readInput, writeTables } from './files.ts';

interface AssessOptions extends OutputOptions {
  profile?: string;
  standard?: string[];
  year?: number;
  reading?: ProjectSettings['standardsReading'];
  crossBoundary?: boolean;
}

/** `catchment assess PROJECT.json`: holds standards against a project: shortfalls.csv, ledger.csv, issues.csv. */
export function assessCommand(say: Say): Command {
  return new Command('assess')
    .description(say('cli.assess.description'))
    .argument('<project.json>', say('cli.run.project'))
    .option('--profile <id>', say('cli.assess.profile'), parseStandardProfile(say))
    .option('--standard <id>', say('cli.assess.standard'), (id: string, before: string[] = []) => [
      ...before,
      id,
    ])
    .option('--year <year>', say('cli.assess.year'), parseYear(say))
    .addOption(
      new Option('--reading <name>', say('cli.assess.reading')).choices(['straight', 'detour', 'network']),
    )
    .option('--cross-boundary', say('cli.assess.crossBoundary'))
    .requiredOption('--out <dir>', say('cli.out'))
    .option('--json', say('cli.json'))
    .option('--bom', say('cli.bom'))
    .action(async (path: string, options: AssessOptions) => assess(path, options, say));
}

async function assess(path: string, options: AssessOptions, say: Say): Promise<void> {
  const file = readInput(path);
  const project = parseProject(new TextDecoder().decode(file.bytes), file.name);
  const folder = dirname(resolve(path));
  const sources = await openSources(project, async (name) => readInput(resolve(folder, name)).bytes);
  const settings = assessSettings(project.settings, options);
  const memo = new Memo();
  const run: Runner = async (task) => runSync(task);
  const workspace = new Workspace(run, memo);
  const prepared = await workspace.prepare(sources, settings);
  const standards = await workspace.standards(prepared, settings);
  const ledgers = await ledgersOf(prepared, settings, run, memo);
  const { districts } = prepared.loaded;
  const tables = {
    'shortfalls.csv': shortfallsCsv({ standards, districts }, say),
    'ledger.csv': ledgerCsv(ledgers, districts),
    'issues.csv': issuesCsv(prepared.issues, say),
  };
  writeTables(options.out, tables, options.bom === true);
  tellGaps(options.profile, say);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(standardsSummary({ standards }), null, 2)}\n`);
    return;
  }
  for (const result of standards) process.stdout.write(`${lineOf(result, say)}\n`);
  process.stdout.write(`${say('cli.written', { out: options.out })}\n`);
}

/** What is asked on the command line stands before what the project says; its own numbers for a standard are kept. */
export function assessSettings(settings: ProjectSettings, options: AssessOptions): ProjectSettings {
  const asked = [...(options.profile ? profileStandards(options.profile) : []), ...(options.standard ?? [])];
  const chosen = [...new Set(asked)].map((id) => settings.standards.find((one) => one.id === id) ?? { id });
  return {
    ...settings,
    standards: asked.length > 0 ? chosen : settings.standards,
    standardsReading: options.reading ?? settings.standardsReading,
    crossBoundary: options.crossBoundary ?? settings.crossBoundary,
    year: options.year ?? settings.year,
  };
}

/** One line a standard: the whole area, and how many districts fall short. */
function lineOf({ standard, rows }: StandardResult, say: Say): string {
  const whole = rows.find((row) => row.level === 'all');
  const short = rows.filter((row) => row.district >= 0 && row.state === 'short').length;
  const work = whole?.state === 'short' ? amountText(whole.shortfall, whole.shortfallUnit, say) : '';
  return [
    standard.id,
    standard[languageOf(say)],
    whole ? say(`state.${whole.state}`) : '',
    work,
    short > 0 ? say('cli.assess.short', { districts: countText(short, 'districts', say) }) : '',
  ].join('\t');
}

/** What is missing in the texts of a profile is said before anybody relies on it. */
function tellGaps(profile: string | undefined, say: Say): void {
  for (const gap of profileOf(profile ?? '')?.gaps ?? []) {
    process.stderr.write(`${gap[languageOf(say)]}\n`);
  }
}

export function parseStandardProfile(say: Say) {
  return (id: string): string => {
    if (profileOf(id)) return id;
    const known = PROFILES.map((profile) => profile.id).join(', ');
    throw new InvalidArgumentError(say('cli.assess.badProfile', { id, known }));
  };
}

function parseYear(say: Say) {
  return (text: string): number => {
    const year = Number(text);
    if (!Number.isInteger(year) || year < 1900 || year > 2200) {
      throw new InvalidArgumentError(say('cli.assess.badYear', { text }));
    }
    return year;
  };
}
