import { writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { openSources, parseProject } from '../core/project/file.ts';
import { Memo } from '../core/project/memo.ts';
import { reportDataOf } from '../core/report/report-data.ts';
import { runSync } from '../core/task.ts';
import { reportDocument } from '../view/document/report-document.ts';
import { parseTemplate } from '../view/document/template.ts';
import type { Language, Say } from '../view/words/index.ts';
import { readInput } from './files.ts';
import { REPORT_FORMATS, type ReportFormat, writeReport } from './report-formats.ts';

interface ReportCommandOptions {
  out: string;
  template?: string;
  title?: string;
  date?: string;
}

/** `catchment report PROJECT.json --out report.pdf`: the findings as a document, in the format that the name of the file ends with. */
export function reportCommand(say: Say): Command {
  return new Command('report')
    .description(say('cli.report.description'))
    .argument('<project.json>', say('cli.run.project'))
    .requiredOption('--out <file>', say('cli.report.out'), parseOut(say))
    .option('--template <file>', say('cli.report.template'))
    .option('--title <text>', say('cli.report.title'))
    .option('--date <YYYY-MM-DD>', say('cli.report.date'), parseDate(say))
    .action((path: string, options: ReportCommandOptions) => report(path, options, say));
}

async function report(path: string, options: ReportCommandOptions, say: Say): Promise<void> {
  const file = readInput(path);
  const project = parseProject(new TextDecoder().decode(file.bytes), file.name);
  const folder = dirname(resolve(path));
  const sources = await openSources(project, async (name) => readInput(resolve(folder, name)).bytes);
  const template = options.template ? templateIn(options.template) : undefined;
  const tools = { run: async <T>(task: Parameters<typeof runSync<T>>[0]) => runSync(task), memo: new Memo() };
  const data = await reportDataOf(tools, project, sources, project.settings);
  const language: Language = say('languageCode') === 'zh' ? 'zh' : 'en';
  const { title, date } = options;
  const made = reportDocument(data, { language, template, title, date });
  const { bytes, notices } = await writeReport(formatOf(options.out), made, { data, template, say });
  writeFileSync(options.out, bytes);
  for (const notice of notices) process.stderr.write(`${notice}\n`);
  process.stdout.write(`${say('cli.written', { out: options.out })}\n`);
}

function templateIn(path: string) {
  const { bytes, name } = readInput(path);
  return parseTemplate(new TextDecoder().decode(bytes), name);
}

function formatOf(out: string): ReportFormat {
  return extname(out).slice(1).toLowerCase() as ReportFormat;
}

function parseOut(say: Say) {
  return (out: string): string => {
    if (REPORT_FORMATS.includes(formatOf(out))) return out;
    const known = REPORT_FORMATS.map((format) => `.${format}`).join(', ');
    throw new InvalidArgumentError(say('cli.report.badOut', { out, known }));
  };
}

function parseDate(say: Say) {
  return (text: string): string => {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
    if (isDate) return text;
    throw new InvalidArgumentError(say('cli.report.badDate', { text }));
  };
}
