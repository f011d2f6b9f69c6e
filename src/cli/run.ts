import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { openSources, parseProject } from '../core/project/file.ts';
import type { Say } from '../view/words/index.ts';
import { analyseAndWrite, type OutputOptions } from './analysis.ts';
import { readInput } from './files.ts';

/** `catchment run PROJECT.json --out DIR`: every analysis of a project file. */
export function runCommand(say: Say): Command {
  return new Command('run')
    .description(say('cli.run.description'))
    .argument('<project.json>', say('cli.run.project'))
    .requiredOption('--out <dir>', say('cli.out'))
    .option('--json', say('cli.json'))
    .option('--bom', say('cli.bom'))
    .action(async (path: string, options: OutputOptions) => {
      const file = readInput(path);
      const project = parseProject(new TextDecoder().decode(file.bytes), file.name);
      const folder = dirname(resolve(path));
      const sources = await openSources(project, async (name) => readInput(resolve(folder, name)).bytes);
      await analyseAndWrite(project.name, sources, project.settings, options, say);
    });
}
