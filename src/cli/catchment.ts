import { Command, CommanderError } from 'commander';
import packageInfo from '../../package.json';
import { UnusableData } from '../core/issue.ts';
import { issueMessage } from '../core/report/result-tables.ts';
import { LANGUAGES, type Language, sayIn } from '../view/words/index.ts';
import { accessCommand } from './access.ts';
import { assessCommand } from './assess.ts';
import { checkCommand } from './check.ts';
import { cleanCommand } from './clean.ts';
import { coverageCommand } from './coverage.ts';
import { reachCommand } from './reach.ts';
import { routeCommand } from './route.ts';
import { runCommand } from './run.ts';
import { siteCommand } from './site.ts';
import { standardsCommand } from './standards.ts';

/** 0: done. 1: data that cannot be used. 2: wrong use. Results go to files or stdout, messages to stderr. */
const EXIT_DATA = 1;
const EXIT_USE = 2;

/** The language has to be known before the help texts are made, so it is looked for before commander parses. */
function languageOf(argv: string[]): Language {
  const flag = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[flag]?.includes('=') ? argv[flag].split('=')[1] : argv[flag + 1];
  if (flag >= 0 && LANGUAGES.includes(asked as Language)) return asked as Language;
  return (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('zh') ? 'zh' : 'en';
}

async function main(argv: string[]): Promise<number> {
  const language = languageOf(argv);
  const say = sayIn(language);
  const program = new Command('catchment')
    .description(say('cli.description'))
    .version(packageInfo.version)
    .option('--lang <zh|en>', say('cli.lang'))
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const make of [
    runCommand,
    assessCommand,
    standardsCommand,
    coverageCommand,
    reachCommand,
    routeCommand,
    siteCommand,
    checkCommand,
    cleanCommand,
    accessCommand,
  ]) {
    program.addCommand(make(say).exitOverride().option('--lang <zh|en>', say('cli.lang')));
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    // A command that has told its findings itself may have set the code already.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USE;
    if (error instanceof UnusableData) {
      const file = error.issue.file ? `${error.issue.file}: ` : '';
      process.stderr.write(`${file}${issueMessage(error.issue, say)}\n`);
      return EXIT_DATA;
    }
    throw error;
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
