import { Command } from 'commander';
import { toBarriers } from '../core/dataset/barriers.ts';
import { toReachTable } from '../core/dataset/reach-table.ts';
import { toDistricts } from '../core/dataset/read-districts.ts';
import { toFacilities } from '../core/dataset/read-facilities.ts';
import { toPopulation } from '../core/dataset/read-population.ts';
import type { FileContent } from '../core/formats/content.ts';
import { readFiles } from '../core/formats/registry.ts';
import { type Issue, UnusableData } from '../core/issue.ts';
import { sizeOfContent, usableRows } from '../core/project/source-facts.ts';
import { issueMessage } from '../core/report/result-tables.ts';
import { type CrsContext, findCrs } from '../core/review/find-crs.ts';
import { placeByName } from '../core/review/place-by-name.ts';
import { reviewRows, summaryByKind } from '../core/review/registry.ts';
import { type Guess, guessMapping } from '../core/table/guess.ts';
import type { Mapping } from '../core/table/mapping.ts';
import { runSync } from '../core/task.ts';
import type { Say } from '../view/words/index.ts';
import { readSource, splitSheet } from './files.ts';
import { serviceNamed } from './plain-sources.ts';
import { type ReviewFiles, reviewContext } from './review-context.ts';
import { crsReport, findingReport } from './review-report.ts';

interface CheckOptions extends ReviewFiles {
  service?: string;
}

/** `catchment check FILE…`: what an import makes of each file, as JSON on stdout. Exit code 1 if any cannot be used. */
export function checkCommand(say: Say): Command {
  return new Command('check')
    .description(say('cli.check.description'))
    .argument('<file...>', say('cli.check.files'))
    .option('--json', say('cli.check.json'))
    .option('--districts <file>', say('cli.coverage.districts'))
    .option('--streets <file>', say('cli.coverage.streets'))
    .option('--existing <file>', say('cli.clean.existing'))
    .option('--gazetteer <file>', say('cli.clean.gazetteer'))
    .option('--service <name>', say('cli.coverage.service'))
    .action(async (paths: string[], options: CheckOptions) => {
      const context = await reviewContext(options);
      const reports = [];
      for (const path of paths) reports.push(await checkFile(path, context, options, say));
      process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
      if (reports.some((report) => report.rows_usable === 0)) process.exitCode = 1;
    });
}

async function checkFile(path: string, context: CrsContext, options: CheckOptions, say: Say) {
  try {
    const { value, issues } = await readFiles(readSource(path), undefined, splitSheet(path).sheet);
    const guess = guessMapping(value);
    const dataset = usableOr(() => datasetReport(value, guess.mapping));
    return {
      file: path,
      kind: guess.mapping.role,
      ...contentReport(value, guess.mapping, guess.confidence),
      rows_read: sizeOfContent(value),
      rows_usable: dataset.usable,
      issues: [...issues, ...dataset.issues].map((issue) => issueReport(issue, say)),
      ...reviewReport(value, guess, context, options, say),
    };
  } catch (error) {
    if (!(error instanceof UnusableData)) throw error;
    return { file: path, kind: null, rows_read: 0, rows_usable: 0, issues: [issueReport(error.issue, say)] };
  }
}

/** What a review of rows that stand somewhere would show; nothing for other roles, or where positions cannot be read at all. */
function reviewReport(
  content: FileContent,
  { mapping, confidence }: Guess,
  context: CrsContext,
  options: CheckOptions,
  say: Say,
) {
  const isRows = mapping.role === 'facilities' || mapping.role === 'people';
  if (content.kind === 'raster' || !isRows || ('cell' in mapping && mapping.cell !== undefined)) return {};
  const own = { ...mapping };
  if (options.service && own.role === 'facilities') own.fixedService = serviceNamed(options.service, say);
  const verdict = runSync(findCrs(content, own, context, confidence.crs === 'header' ? own.crs : undefined));
  const { subject, findings } = runSync(reviewRows(content, own, context));
  const placed = context.places && runSync(placeByName(subject, context.places));
  return {
    coordinate_system: verdict ? crsReport(verdict) : null,
    review: {
      kinds: summaryByKind(findings),
      findings: findings.map((finding) => findingReport(finding, say)),
    },
    ...(placed && { placed_by_name: placed.edits.length, to_be_placed: placed.queue }),
  };
}

/** A file whose rows cannot be used is still described: its encoding and columns say what to mend. */
function usableOr(report: () => { usable: number; issues: Issue[] }) {
  try {
    return report();
  } catch (error) {
    if (!(error instanceof UnusableData)) throw error;
    return { usable: 0, issues: [error.issue] };
  }
}

function contentReport(content: FileContent, mapping: Mapping, confidence: Record<string, string>) {
  const crs = 'crs' in mapping ? mapping.crs : 'wgs84';
  if (content.kind === 'raster') {
    const { width, height, projection } = content.raster;
    return { format: content.format, crs: projection || 'wgs84', width, height };
  }
  const { table } = content;
  return {
    format: content.format,
    ...(content.sheets && { sheet: content.sheet, sheets: content.sheets }),
    encoding: table.encoding || null,
    delimiter: table.delimiter || null,
    crs: content.kind === 'features' && content.projection ? content.projection : crs,
    columns: table.header.map((name) => columnReport(name, mapping, confidence)),
  };
}

function columnReport(name: string, mapping: Mapping, confidence: Record<string, string>) {
  const field = Object.entries(mapping).find(
    ([key, value]) => key !== 'role' && key !== 'sheet' && value === name,
  )?.[0];
  const demand =
    mapping.role === 'people' ? mapping.demand.find((one) => one.column === name)?.as : undefined;
  const attribute =
    mapping.role === 'facilities' ? mapping.attributes?.find((one) => one.column === name)?.as : undefined;
  const role = field ?? demand ?? attribute ?? null;
  return { name, role, ...(role ? { found_by: confidence[role] ?? 'header' } : {}) };
}

function datasetReport(content: FileContent, mapping: Mapping): { usable: number; issues: Issue[] } {
  switch (mapping.role) {
    case 'facilities': {
      const { value, issues } = runSync(toFacilities(content, mapping));
      return { usable: value.count, issues };
    }
    case 'people': {
      const { value, issues } = runSync(toPopulation(content, mapping));
      return { usable: usableRows(value), issues };
    }
    case 'districts': {
      const { value, issues } = runSync(toDistricts(content, mapping));
      return { usable: value.count, issues };
    }
    case 'reach': {
      const { value, issues } = runSync(toReachTable(content, mapping));
      return { usable: value.from.length, issues };
    }
    case 'barriers': {
      const { value, issues } = runSync(toBarriers(content));
      return { usable: value.count, issues };
    }
    case 'streets':
    case 'background':
      return { usable: sizeOfContent(content), issues: [] };
  }
}

function issueReport(issue: Issue, say: Say) {
  const { severity, code, row, column, values } = issue;
  return { severity, code, row, column, values, message: issueMessage(issue, say) };
}
