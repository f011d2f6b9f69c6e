import type { StandardRow } from '../standards/evaluate.ts';
import type { Standard } from '../standards/standard.ts';
import type { Say } from './say.ts';

/**
 * The one sentence a report can quote: the district, the formula with its numbers filled in, what is missing, the
 * clause. The same on screen, in shortfalls.csv and in reports.
 */
export function shortfallSentence(standard: Standard, row: StandardRow, district: string, say: Say): string {
  const values = {
    district,
    standard: say(`standard.${standard.id}`),
    supply: grouped(row.supply, 0),
    people: grouped(row.people, 0),
    value: Number.isNaN(row.value) ? '' : row.value.toFixed(3),
    operator: standard.operator === '>=' ? '≥' : standard.operator,
    target: standard.value,
    shortfall: grouped(Math.ceil(row.shortfall), 0),
    title: standard.source.title,
    section: standard.source.section,
    year: standard.targetYear ?? '',
    unsurveyed: row.unsurveyed,
  };
  const sentence = say(`sentence.area_per_person.${row.state}`, values);
  return row.unsurveyed > 0 && row.state !== 'not-surveyed' && row.state !== 'no-people'
    ? `${sentence}${say('sentence.unsurveyed', values)}`
    : sentence;
}

function grouped(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '';
  const [whole, fraction] = value.toFixed(digits).split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction ? `${withCommas}.${fraction}` : withCommas;
}
