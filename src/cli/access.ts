import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { type AskedDecay, parseDecay } from '../core/analysis/decay.ts';
import { exactSum } from '../core/exact-sums.ts';
import { accessCsv } from '../core/report/access-table.ts';
import { issueMessage } from '../core/report/result-tables.ts';
import type { Say } from '../view/words/index.ts';
import { type AccessAnswer, type AccessMethod, answerAccess, METHODS } from './access-answer.ts';
import { type AccessFiles, type AccessInputs, readAccess } from './access-inputs.ts';

interface AccessOptions extends AccessFiles {
  method: AccessMethod;
  decay?: AskedDecay & { text: string };
  out: string;
  facilitiesOut?: string;
  json?: boolean;
  bom?: boolean;
}

/** How many issues are told one by one. */
const TOLD = 5;

/** `catchment access`: what people have of a supply, from three tables that share their ids. No map is needed. */
export function accessCommand(say: Say): Command {
  return new Command('access')
    .description(say('cli.access.description'))
    .requiredOption('--matrix <file>', say('cli.access.matrix'))
    .requiredOption('--demand <file>', say('cli.access.demand'))
    .option('--demand-column <name>', say('cli.access.demandColumn'))
    .requiredOption('--supply <file>', say('cli.access.supply'))
    .option('--supply-column <name>', say('cli.access.supplyColumn'))
    .requiredOption('--method <name>', say('cli.access.method'), parseMethod(say))
    .option('--decay <kernel>', say('cli.access.decay'), parseAskedDecay(say))
    .requiredOption('--out <access.csv>', say('cli.access.out'))
    .option('--facilities-out <facilities.csv>', say('cli.access.facilitiesOut'))
    .option('--swap', say('cli.access.swap'))
    .option('--from-column <name>', say('cli.access.fromColumn'))
    .option('--to-column <name>', say('cli.access.toColumn'))
    .option('--cost-column <name>', say('cli.access.costColumn'))
    .option('--demand-id <name>', say('cli.access.demandId'))
    .option('--supply-id <name>', say('cli.access.supplyId'))
    .option('--json', say('cli.json'))
    .option('--bom', say('cli.bom'))
    .action(async (options: AccessOptions, command: Command) => {
      const wrong = wrongUse(options);
      if (wrong) command.error(say(`cli.access.${wrong}`, { method: options.method }));
      const inputs = await readAccess(options, options.decay);
      const answer = answerAccess(options.method, options.decay?.decay, inputs);
      const mark = options.bom ? '\uFEFF' : '';
      writeFileSync(options.out, `${mark}${accessCsv(answer.places)}`);
      if (options.facilitiesOut && answer.facilities)
        writeFileSync(options.facilitiesOut, `${mark}${accessCsv(answer.facilities)}`);
      tell(options, inputs, say);
      if (options.json)
        process.stdout.write(`${JSON.stringify(summaryOf(options, inputs, answer), null, 2)}\n`);
      else tellFigures(options, answer, say);
    });
}

/** What the method needs and was not given: key of the sentence. */
function wrongUse({
  method,
  decay,
  demandColumn,
  supplyColumn,
  facilitiesOut,
}: AccessOptions): string | undefined {
  const givesPlaces = method === 'allocation' || method === 'sequential';
  if (demandColumn === undefined && method !== 'nearest' && method !== 'cumulative')
    return 'needsDemandColumn';
  if (supplyColumn === undefined && method !== 'nearest') return 'needsSupplyColumn';
  if (decay === undefined && method !== 'nearest' && !givesPlaces) return 'needsDecay';
  // Whoever is within the limit may go there; a person cannot be half in reach.
  if (decay && decay.decay.kind !== 'step' && (givesPlaces || method === 'nearest')) return 'needsStep';
  if (facilitiesOut !== undefined && !givesPlaces) return 'needsAllocation';
  return undefined;
}

function parseMethod(say: Say) {
  return (text: string): AccessMethod => {
    const method = METHODS.find((known) => known === text.toLowerCase());
    if (!method)
      throw new InvalidArgumentError(say('cli.access.badMethod', { text, known: METHODS.join(', ') }));
    return method;
  };
}

function parseAskedDecay(say: Say) {
  return (text: string): AskedDecay & { text: string } => {
    const asked = parseDecay(text);
    if (!asked) throw new InvalidArgumentError(say('cli.access.badDecay', { text }));
    return { ...asked, text };
  };
}

/** What was read how, and what could not be used. */
function tell({ method, decay }: AccessOptions, inputs: AccessInputs, say: Say): void {
  const { read, demand, supply, issues } = inputs;
  const lines = [say('cli.access.read', { ...read, unit: say(`cli.access.${read.unit}`) })];
  for (const { file, idColumn, amountColumn } of [demand, supply])
    lines.push(
      say('cli.guessed', { file, columns: [idColumn, ...(amountColumn ? [amountColumn] : [])].join(', ') }),
    );
  for (const issue of issues.slice(0, TOLD)) {
    const row = issue.row === undefined ? '' : say('cli.row', { row: issue.row });
    lines.push(`${[issue.file, row].filter(Boolean).join(' ')}: ${issueMessage(issue, say)}`);
  }
  if (issues.length > TOLD) lines.push(say('cli.access.moreIssues', { count: issues.length - TOLD }));
  const counts = {
    ...countsOf(inputs),
    notSurveyed: missing(supply.amount),
    peopleNotSurveyed: missing(demand.amount),
  };
  for (const [key, count] of Object.entries(counts))
    if (count > 0) lines.push(say(`cli.access.count.${key}`, { count }));
  if (method === '2sfca' && decay && decay.decay.kind !== 'step') lines.push(say('cli.access.notStep'));
  process.stderr.write(`${lines.join('\n')}\n`);
}

function countsOf({ unknownFrom, unknownTo, repeated, placesUnnamed, facilitiesUnnamed }: AccessInputs) {
  return { unknownFrom, unknownTo, repeated, placesUnnamed, facilitiesUnnamed };
}

function missing(amount: Float64Array): number {
  return amount.reduce((count, value) => count + Number(Number.isNaN(value)), 0);
}

function summaryOf({ method, decay, swap }: AccessOptions, inputs: AccessInputs, { figures }: AccessAnswer) {
  const { read, matrix, demand, supply, beyondLimit, issues } = inputs;
  const amounts = ({ file, idColumn, amountColumn, id, amount }: typeof demand) => ({
    file,
    id: idColumn,
    column: amountColumn ?? null,
    rows: id.length,
    total: exactSum(amount),
    not_surveyed: missing(amount),
  });
  const counts = countsOf(inputs);
  return {
    method,
    decay: decay?.text ?? null,
    direction: swap ? 'from facility to people' : 'from people to facility',
    matrix: {
      ...read,
      used: matrix.place.length,
      beyond_limit: beyondLimit,
      unknown_from: counts.unknownFrom,
      unknown_to: counts.unknownTo,
      repeated: counts.repeated,
    },
    demand: { ...amounts(demand), not_in_matrix: counts.placesUnnamed },
    supply: { ...amounts(supply), not_in_matrix: counts.facilitiesUnnamed },
    issues: issues.length,
    result: figures,
  };
}

function tellFigures({ method, out }: AccessOptions, { figures }: AccessAnswer, say: Say): void {
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${method}\t${name}\t${value}\n`);
  process.stdout.write(`${say('cli.written', { out })}\n`);
}
