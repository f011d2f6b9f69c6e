import { Command } from 'commander';
import { serviceOf } from '../core/dataset/services.ts';
import { clauseText } from '../core/report/shortfall-sentence.ts';
import { languageOf } from '../core/report/standard-formula.ts';
import { goalSign } from '../core/report/standard-numbers.ts';
import { STANDARDS, type Standard, servicesOfStandard } from '../core/standards/standard.ts';
import type { Say } from '../view/words/index.ts';
import { parseStandardProfile } from './assess.ts';

/** `catchment standards`: the library, and what computes each of them. */
export function standardsCommand(say: Say): Command {
  return new Command('standards')
    .description(say('cli.standards.description'))
    .option('--profile <id>', say('cli.assess.profile'), parseStandardProfile(say))
    .option('--service <id>', say('cli.standards.service'))
    .option('--json', say('cli.standards.json'))
    .action((options: { profile?: string; service?: string; json?: boolean }) => {
      const { profile, service } = options;
      const wanted = STANDARDS.filter(
        (standard) =>
          (profile === undefined || standard.profile === profile) &&
          (service === undefined || isAbout(standard, service)),
      );
      const text = options.json
        ? JSON.stringify(wanted, null, 2)
        : wanted.map((standard) => lineOf(standard, say)).join('\n');
      process.stdout.write(`${text}\n`);
    });
}

/** By the id or a name of a service, or by the source's word for the kind of service. */
function isAbout(standard: Standard, service: string): boolean {
  const wanted = service.toLowerCase();
  if (standard.serviceType.split(',').includes(wanted)) return true;
  return servicesOfStandard(standard)
    .map(serviceOf)
    .some(({ id, zh, en }) => [id, zh, en].some((word) => word.toLowerCase() === wanted));
}

function lineOf(standard: Standard, say: Say): string {
  const { id, operator, value, unit, force, source, verified, rule } = standard;
  const goal = goalSign(operator, value, unit, say);
  return [
    id,
    standard[languageOf(say)],
    goal || say('cli.standards.noNumber'),
    say(`force.${force}`),
    clauseText(source, null, say),
    say(verified ? 'cli.standards.verified' : 'cli.standards.unverified'),
    say(`rule.${rule.kind}`),
  ].join('\t');
}
