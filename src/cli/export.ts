import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { UnusableData } from '../core/issue.ts';
import { openSources, parseProject } from '../core/project/file.ts';
import { Workspace } from '../core/project/workspace.ts';
import { EXPORTS, type ExportName, exportTables } from '../core/report/export/export-table.ts';
import { runSync } from '../core/task.ts';
import {
  EXPORT_FORMATS,
  type ExportEncoding,
  type ExportFormat,
  exportFiles,
  kindOf,
} from '../view/document/writers/export-files.ts';
import type { Say } from '../view/words/index.ts';
import { readInput } from './files.ts';

interface ExportCommandOptions {
  what?: ExportName[];
  format: ExportFormat;
  encoding: ExportEncoding;
  out: string;
}

/** `catchment export PROJECT.json --what … --format … --out DIR`: the data of a project for other programs. */
export function exportCommand(say: Say): Command {
  const known = EXPORTS.join(', ');
  return new Command('export')
    .description(say('cli.export.description'))
    .argument('<project.json>', say('cli.run.project'))
    .option('--what <names>', say('cli.export.what', { known }), parseWhat(say))
    .addOption(new Option('--format <name>', say('cli.export.format')).choices(EXPORT_FORMATS).default('csv'))
    .addOption(
      new Option('--encoding <name>', say('cli.export.encoding'))
        .choices(['utf8', 'gb18030'])
        .default('utf8'),
    )
    .requiredOption('--out <dir>', say('cli.out'))
    .action((path: string, options: ExportCommandOptions) => exportData(path, options, say));
}

async function exportData(path: string, options: ExportCommandOptions, say: Say): Promise<void> {
  const file = readInput(path);
  const project = parseProject(new TextDecoder().decode(file.bytes), file.name);
  const folder = dirname(resolve(path));
  const sources = await openSources(project, async (name) => readInput(resolve(folder, name)).bytes);
  const workspace = new Workspace(async (task) => runSync(task));
  const result = await workspace.analyse(project.name, sources, project.settings);
  const what = options.what ?? EXPORTS;
  const tables = exportTables(result, what, kindOf(options.format), say);
  if (tables.length === 0) throw new UnusableData({ code: 'nothing-to-export' });
  // Only what was asked for by name is missed aloud.
  for (const name of options.what ?? [])
    if (!tables.some((table) => table.name === name))
      process.stderr.write(`${say('cli.export.nothing', { what: name })}\n`);
  mkdirSync(options.out, { recursive: true });
  const files = await exportFiles(tables, options.format, options.encoding);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(options.out, name), bytes);
  process.stdout.write(`${say('cli.written', { out: options.out })}\n`);
}

function parseWhat(say: Say) {
  return (text: string): ExportName[] =>
    text.split(',').map((part) => {
      const name = EXPORTS.find((known) => known === part.trim());
      if (name) return name;
      const known = EXPORTS.join(', ');
      throw new InvalidArgumentError(say('cli.export.badWhat', { text: part, known }));
    });
}
