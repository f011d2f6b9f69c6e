import { WHOLE_AREA } from '../core/analysis/coverage.ts';
import { type ServiceId, serviceOf } from '../core/dataset/services.ts';
import { amountText } from '../core/report/standard-numbers.ts';
import type { StandardResult } from '../core/standards/evaluate.ts';
import type { StandardRow, StandardState } from '../core/standards/row.ts';
import { servicesOfStandard } from '../core/standards/standard.ts';
import type { Figure } from './coverage-figures.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { type DistrictNames, districtName } from './names.ts';
import { formatCount } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** One standard held against one district, as a line of the list of work. */
export interface WorkLine {
  standardId: string;
  district: number;
  level: string;
  state: StandardState;
  /** `+8,004 m²`; empty where nothing is missing. */
  work: string;
  amount: number;
  unit: string;
  people: number;
  standard: string;
  place: string;
  clause: string;
  force: string;
  services: ServiceId[];
}

export interface WorkFilter {
  state: 'short' | 'met' | 'open';
  /** A level of the districts, `all` for the whole area, `every` for all of them. */
  level: string;
  service: ServiceId | 'every';
  force: string;
  /** Only this district. */
  district: number | undefined;
}

/** Every row of every standard, in the order of the standards. */
export function workLines(
  results: readonly StandardResult[],
  districts: DistrictNames | undefined,
  say: Say,
  language: Language,
): WorkLine[] {
  return results.flatMap((result) => {
    const { standard } = result;
    const services = servicesOfStandard(standard);
    return result.rows.map((row) => ({
      standardId: standard.id,
      district: row.district,
      level: row.level,
      state: row.state,
      work: workText(row, say),
      amount: row.state === 'short' ? row.shortfall : 0,
      unit: row.shortfallUnit,
      people: row.peopleConcerned,
      standard: standard[language],
      place: districtName(row.district, districts, say),
      clause: standard.source.title,
      force: standard.force,
      services,
    }));
  });
}

/** What is to be added, or, with a minus, taken away. */
export function workText(row: StandardRow, say: Say): string {
  if (row.state !== 'short' || !(row.shortfall > 0)) return '';
  return `${row.side === 'above' ? '−' : '+'}${amountText(row.shortfall, row.shortfallUnit, say)}`;
}

/** The unit of work alone: `m²`, 名额. */
export function workUnit(unit: string, say: Say): string {
  return amountText(2, unit, say).replace(/^2\s*/, '');
}

/** `open`: whatever has no verdict. */
export function filterWork(lines: readonly WorkLine[], filter: WorkFilter): WorkLine[] {
  return lines.filter(
    (line) =>
      (filter.state === 'open'
        ? line.state !== 'short' && line.state !== 'met'
        : line.state === filter.state) &&
      (filter.level === 'every' || line.level === filter.level) &&
      (filter.service === 'every' || line.services.includes(filter.service)) &&
      (filter.force === 'every' || line.force === filter.force) &&
      (filter.district === undefined || line.district === filter.district),
  );
}

/** By people concerned, or by amount within each unit; ties keep the order of the standards. */
export function sortWork(lines: readonly WorkLine[], by: 'people' | 'amount'): WorkLine[] {
  if (by === 'people') return [...lines].sort((a, b) => b.people - a.people);
  return [...lines].sort((a, b) => a.unit.localeCompare(b.unit, 'en') || b.amount - a.amount);
}

/** How a standard stands as a whole: its row for the whole area, else short where any district is. */
export function wholeState({ rows }: StandardResult): StandardState {
  const whole = rows.find((row) => row.district === WHOLE_AREA);
  if (whole) return whole.state;
  const states = new Set(rows.map((row) => row.state));
  return (['short', 'met'] as const).find((state) => states.has(state)) ?? rows[0]?.state ?? 'not-computable';
}

/** Standards by how they stand. */
export function countStates(results: readonly StandardResult[]): {
  short: number;
  met: number;
  open: number;
} {
  const states = results.map(wholeState);
  const short = states.filter((state) => state === 'short').length;
  const met = states.filter((state) => state === 'met').length;
  return { short, met, open: states.length - short - met };
}

/** How many standards are judged and short, and the one that concerns most people. */
export function workFinding(
  results: readonly StandardResult[],
  lines: readonly WorkLine[],
  say: Say,
  language: Language,
): FindingPart[] {
  const { short, met, open } = countStates(results);
  const [worst] = sortWork(
    lines.filter((line) => line.state === 'short' && line.level === 'all'),
    'people',
  );
  const figures: Record<string, string> = {
    judged: formatCount(short + met, language),
    short: formatCount(short, language),
    ...(worst ? { people: formatCount(worst.people, language) } : {}),
  };
  const key = results.length === 0 ? 'none' : worst && worst.people > 0 ? 'worst' : 'plain';
  return sentenceParts((values) => say(`standards.finding.${key}`, values), key === 'none' ? {} : figures, {
    open: String(open),
    worst: worst?.standard ?? '',
  });
}

export function workFigures(results: readonly StandardResult[], say: Say, language: Language): Figure[] {
  const { short, met, open } = countStates(results);
  return [
    { id: 'short', label: say('standards.state.short'), value: formatCount(short, language), unit: '' },
    { id: 'met', label: say('standards.state.met'), value: formatCount(met, language), unit: '' },
    { id: 'open', label: say('standards.state.open'), value: formatCount(open, language), unit: '' },
  ];
}

/** Services that the lines are about, for the filter. */
export function servicesOfWork(
  lines: readonly WorkLine[],
  language: Language,
): { id: string; text: string }[] {
  return [...new Set(lines.flatMap((line) => line.services))].map((id) => ({
    id,
    text: serviceOf(id)[language],
  }));
}

/** How many standards each district of a level is short of; NaN where none is judged. */
export function shortfallCounts(
  results: readonly StandardResult[],
  level: string,
  count: number,
): Float64Array {
  const counts = new Float64Array(count).fill(Number.NaN);
  for (const { rows } of results) {
    for (const { district, level: at, state } of rows) {
      if (at !== level || district < 0 || (state !== 'short' && state !== 'met')) continue;
      counts[district] =
        (Number.isNaN(counts[district]) ? 0 : counts[district]) + (state === 'short' ? 1 : 0);
    }
  }
  return counts;
}
