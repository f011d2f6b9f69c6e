import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { InputFile } from '../core/formats/content.ts';
import { readFiles } from '../core/formats/registry.ts';
import { csvText } from '../core/report/csv.ts';
import { type Cleaned, cleanRows } from '../core/review/clean.ts';
import { type CrsContext, findCrs } from '../core/review/find-crs.ts';
import { placeByName } from '../core/review/place-by-name.ts';
import { reviewRows, summaryByKind } from '../core/review/registry.ts';
import type { RowContent, RowMapping } from '../core/review/subject.ts';
import type { CoordinateSystem } from '../core/table/mapping.ts';
import { runSync } from '../core/task.ts';
import { cleanWords, isUsable, verdictLines } from '../view/review-words.ts';
import type { Say } from '../view/words/index.ts';
import { encodeText, type WrittenEncoding } from './encode-text.ts';
import { readSource, splitSheet } from './files.ts';
import { parseSystem } from './options.ts';
import { serviceNamed } from './plain-sources.ts';
import { type ReviewFiles, reviewContext, rowsOf } from './review-context.ts';
import { crsReport, findingReport } from './review-report.ts';

interface CleanOptions extends ReviewFiles {
  out: string;
  rejected: string;
  crs: CoordinateSystem | 'auto';
  service?: string;
  keepDuplicates?: boolean;
  report?: string;
  encoding: WrittenEncoding;
}

/**
 * `catchment clean FILE`: the rows that can be used, with their positions in WGS-84, and the rest with their reasons. Every row
 * that goes in comes out in one of the two. Exit code 1 when the coordinate system is for a person to say.
 */
export function cleanCommand(say: Say): Command {
  return new Command('clean')
    .description(say('cli.clean.description'))
    .argument('<file>', say('cli.clean.file'))
    .requiredOption('--out <file>', say('cli.clean.out'))
    .requiredOption('--rejected <file>', say('cli.clean.rejected'))
    .option('--crs <system>', say('cli.clean.crs'), parseCrs(say), 'auto')
    .option('--districts <file>', say('cli.coverage.districts'))
    .option('--streets <file>', say('cli.coverage.streets'))
    .option('--existing <file>', say('cli.clean.existing'))
    .option('--gazetteer <file>', say('cli.clean.gazetteer'))
    .option('--service <name>', say('cli.coverage.service'))
    .option('--keep-duplicates', say('cli.clean.keepDuplicates'))
    .option('--report <file>', say('cli.clean.report'))
    .addOption(
      new Option('--encoding <name>', say('cli.clean.encoding'))
        .choices(['same', 'utf8', 'gb18030'])
        .default('same'),
    )
    .action(async (path: string, options: CleanOptions) => {
      if (!(await clean(path, options, say))) process.exitCode = 1;
    });
}

function parseCrs(say: Say) {
  const system = parseSystem(say);
  return (text: string): CoordinateSystem | 'auto' => {
    if (text === 'auto') return text;
    try {
      return system(text);
    } catch (error) {
      if (error instanceof InvalidArgumentError) throw error;
      throw new InvalidArgumentError(say('cli.badSystem', { text, known: 'auto' }));
    }
  };
}

async function clean(path: string, options: CleanOptions, say: Say): Promise<boolean> {
  const files = readSource(path);
  const { value } = await readFiles(files, undefined, splitSheet(path).sheet);
  const { content, mapping, stated } = rowsOf(value);
  const context = await reviewContext(options);
  if (options.service && mapping.role === 'facilities') {
    mapping.fixedService = serviceNamed(options.service, say);
  }
  const found = chooseCrs(content, mapping, context, stated, options, say);
  if (!found) return false;
  const { subject, findings } = runSync(reviewRows(content, mapping, context));
  const edits = context.places ? runSync(placeByName(subject, context.places)).edits : [];
  const cleaned = cleanRows(subject, findings, cleanWords(say), {
    keepDuplicates: options.keepDuplicates === true,
    edits,
  });
  writeTables(cleaned, files[0], content, options);
  const counts = { in: subject.count, clean: cleaned.rows.length, rejected: cleaned.rejected.length };
  if (options.report) {
    const report = {
      file: path,
      crs: { used: mapping.crs, by: options.crs === 'auto' ? 'auto' : 'stated', ...found.report },
      rows: counts,
      placed_by_name: edits.length,
      mended: Object.fromEntries(cleaned.mended),
      kinds: summaryByKind(findings),
      findings: findings.map((finding) => findingReport(finding, say)),
    };
    writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.stdout.write(`${say('cli.clean.done', { ...counts, out: options.out, bad: options.rejected })}\n`);
  return true;
}

/** Sets the coordinate system of the mapping and says why; undefined when a person has to. */
function chooseCrs(
  content: RowContent,
  mapping: RowMapping,
  context: CrsContext,
  stated: string | undefined,
  options: CleanOptions,
  say: Say,
): { report: object } | undefined {
  if (options.crs !== 'auto') {
    mapping.crs = options.crs;
    return { report: {} };
  }
  const verdict = runSync(findCrs(content, mapping, context, stated));
  if (!verdict) return { report: {} };
  for (const line of verdictLines(verdict, say)) process.stderr.write(`${line}\n`);
  if (!isUsable(verdict)) {
    process.stderr.write(`${say('cli.clean.stateCrs')}\n`);
    return undefined;
  }
  mapping.crs = verdict.ranked[0].crs;
  return { report: crsReport(verdict) };
}

function writeTables(cleaned: Cleaned, file: InputFile, content: RowContent, options: CleanOptions): void {
  const { delimiter, encoding } = content.table;
  const layout = { delimiter: delimiter || ',', newline: hasCarriageReturns(file.bytes) ? '\r\n' : '\n' };
  const write = (path: string, header: string[], rows: string[][]) =>
    writeFileSync(path, encodeText(csvText(header, rows, layout), options.encoding, encoding));
  write(options.out, cleaned.header, cleaned.rows);
  write(options.rejected, cleaned.rejectedHeader, cleaned.rejected);
}

/** A text file keeps its line ends. */
function hasCarriageReturns(bytes: Uint8Array): boolean {
  const at = bytes.subarray(0, 65_536).indexOf(0x0a);
  // In UTF-16 a zero byte may stand between the two.
  return at > 0 && (bytes[at - 1] === 0x0d || (at > 1 && bytes[at - 1] === 0 && bytes[at - 2] === 0x0d));
}
