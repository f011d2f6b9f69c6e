import { attributeOf } from '../dataset/attributes.ts';
import { serviceOf } from '../dataset/services.ts';
import type { Missing, StandardRow } from '../standards/row.ts';
import type { Standard } from '../standards/standard.ts';
import { groupName } from './group-name.ts';
import type { Say } from './say.ts';
import { languageOf, type SaidStandard, standardFormula } from './standard-formula.ts';
import { amountText, goalText, grouped, plain, unitText } from './standard-numbers.ts';

/**
 * The one sentence a report can quote: the district, the formula with its numbers filled in, what is missing, the clause
 * and its year, and how reach was measured. The same on screen, in shortfalls.csv and in reports.
 */
export function shortfallSentence(said: SaidStandard, row: StandardRow, district: string, say: Say): string {
  const { standard } = said;
  const isVerdict = row.state === 'met' || row.state === 'short' || row.state === 'not-judged';
  const values = {
    district,
    standard: standard[languageOf(say)],
    formula: isVerdict ? standardFormula(said, row, say) : '',
    goal: goalText(row.operator, row.target, row.unit, say),
    work: row.state === 'short' ? workText(said, row, say) : '',
    missing: row.missing ? missingText(row.missing, say) : '',
    source: sourceText(said, say),
  };
  const head = say(`sentence.${sentenceKey(row)}`, values);
  const text = [head, ...notes(said, row, isVerdict, say)].join('');
  // A district's name begins the sentence as it is written; "whole area" is a word of ours.
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentenceKey({ state, value, missing }: StandardRow): string {
  if (state !== 'not-judged') return state;
  if (Number.isNaN(value)) return 'not-judged-bare';
  return missing ? 'not-judged-because' : 'not-judged';
}

/** Document, section and target year, each as far as it is known. */
function sourceText({ standard }: Pick<SaidStandard, 'standard'>, say: Say): string {
  return clauseText(standard.source, standard.targetYear, say);
}

export function clauseText(source: Standard['source'], targetYear: number | null, say: Say): string {
  const key = targetYear === null ? 'undated' : 'dated';
  return say(`clause.${key}${source.section === '' ? 'Title' : ''}`, { ...source, year: targetYear ?? '' });
}

/** What is to be done: to be added, to be taken away, or to be reached. */
function workText({ standard }: SaidStandard, row: StandardRow, say: Say): string {
  const { kind } = standard.rule;
  const people = grouped(Math.round(row.peopleConcerned));
  const concerned =
    row.peopleConcerned > 0 ? say('work.concerned', { people, count: Math.round(row.peopleConcerned) }) : '';
  if (kind === 'checked') return say('work.checked') + concerned;
  if (kind === 'inequality') return say('work.unequal');
  const unit = kind === 'entered' ? unitText(row.shortfallUnit, say) : row.shortfallUnit;
  const amount =
    kind === 'entered' ? `${plain(row.shortfall)} ${unit}` : amountText(row.shortfall, unit, say);
  if (kind === 'coverage' || kind === 'coverage-of-all') return say('work.reach', { amount });
  // Too few people for a facility is nothing that can be built.
  if (kind === 'catchment-people' && row.shortfall === 0) return say('work.tooFew') + concerned;
  return say(row.side === 'above' ? 'work.above' : 'work.below', { amount }) + concerned;
}

/** The reason why there is no verdict, and the way out. */
export function missingText({ reason, values }: Missing, say: Say): string {
  const language = languageOf(say);
  const list = (text: string | number, name: (one: string) => string) =>
    String(text)
      .split(',')
      .map((one) => name(one.trim()))
      .join(language === 'zh' ? '、' : ', ');
  return say(`missing.${reason}`, {
    ...values,
    ...(values.services === undefined
      ? {}
      : { services: list(values.services, (id) => inSentence(serviceOf(id)[language])) }),
    ...(values.group === undefined ? {} : { group: list(values.group, (id) => groupName(id, say)) }),
    ...(values.bands === undefined ? {} : { bands: list(values.bands, (id) => groupName(id, say)) }),
    ...(values.tier === undefined ? {} : { tier: say(`tier.${values.tier}`) }),
    ...(values.attribute === undefined ? {} : { attribute: attributeText(String(values.attribute), say) }),
  });
}

/** A name inside an English sentence begins with a small letter. */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function attributeText(attribute: string, say: Say): string {
  const known = attributeOf(attribute);
  if (known) return inSentence(known[languageOf(say)]);
  const key = `attribute.${attribute}`;
  const text = say(key);
  return text === key ? attribute : text;
}

/** What has to be said beside the verdict: a lower bound, days of mobile stops, the weakest service, the step a year, a weaker number. */
function notes(said: SaidStandard, row: StandardRow, isVerdict: boolean, say: Say): string[] {
  if (!isVerdict) return [];
  const { departure } = said.standard;
  const out: string[] = [];
  if (row.unsurveyed > 0) {
    const count = Math.round(row.unsurveyed);
    out.push(say('sentence.unsurveyed', { unsurveyed: count, count }));
  }
  if (said.standIn) {
    const { attribute, by } = said.standIn;
    const values = { attribute: attributeText(attribute, say), by: attributeText(by, say) };
    out.push(say('sentence.standIn', values));
  }
  if (row.mobile) out.push(say('sentence.mobile', { mobile: row.mobile, count: row.mobile }));
  if (row.weakest) {
    const service = inSentence(row.weakest[languageOf(say)]);
    out.push(say('sentence.weakest', { service, people: grouped(row.weakest.people) }));
  }
  if (row.missing && row.state === 'short') {
    out.push(say('sentence.partly', { missing: missingText(row.missing, say) }));
  }
  if (row.yearlyStep !== undefined) {
    const step =
      `${plain(Number(Math.abs(row.yearlyStep).toPrecision(3)))} ${unitText(row.unit, say)}`.trim();
    out.push(say(`sentence.step.${row.yearlyStep > 0 ? 'rise' : 'fall'}`, { step }));
  }
  if (departure) out.push(say(`sentence.departure.${departure}`));
  return out;
}
