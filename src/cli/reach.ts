import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { networkCatchments } from '../core/network/network-catchments.ts';
import { limitsOf } from '../core/project/limits.ts';
import { speedOfProfile } from '../core/project/walking-speeds.ts';
import { Workspace } from '../core/project/workspace.ts';
import { reachCsv } from '../core/report/reach-table.ts';
import { runSync } from '../core/task.ts';
import type { Say } from '../view/words/index.ts';
import { type QuestionOptions, questionOptions, settingsOf } from './coverage.ts';
import { plainSources } from './plain-sources.ts';

/** `catchment reach`: the sparse matrix of who reaches what along the streets, for other programs, or for `--reach`. */
export function reachCommand(say: Say): Command {
  return questionOptions(new Command('reach'), say)
    .description(say('cli.reach.description'))
    .requiredOption('--streets <file>', say('cli.coverage.streets'))
    .requiredOption('--out <matrix.csv>', say('cli.reach.out'))
    .action(async (options: QuestionOptions & { out: string }) => {
      const settings = settingsOf(options);
      const workspace = new Workspace(async (task) => runSync(task));
      const { demand, loaded, network } = await workspace.prepare(await plainSources(options, say), settings);
      if (!network) throw new Error('streets were asked for and are not there');
      const { facilities } = loaded;
      const open = Int32Array.from(facilities.status.flatMap((status, i) => (status === 'open' ? [i] : [])));
      // No group of people is asked about: minutes are those of who walks.
      const speed = speedOfProfile(settings.walking);
      const widest = Math.max(...limitsOf(settings, '*', speed).map((limit) => limit.meters));
      const matrix = runSync(
        networkCatchments(network.graph, network.places, network.facilities, open, widest),
      );
      writeFileSync(options.out, reachCsv(matrix, demand, facilities, speed));
      process.stderr.write(`${say('cli.reach.written', { count: matrix.place.length, out: options.out })}\n`);
    });
}
