import type { CoverageRow } from '../core/analysis/coverage.ts';
import type { StandardResult } from '../core/standards/evaluate.ts';
import { type CoverageQuestion, limitOf, methodAndSpeed, rowsOf } from './coverage-finding.ts';
import type { CardLine } from './explain-place.ts';
import { limitWords } from './limits.ts';
import { type DistrictNames, districtName, groupName, serviceName } from './names.ts';
import { formatCount, formatShare, NO_VALUE } from './numbers.ts';
import { standardFormula } from './shortfall-table.ts';
import type { Language, Say } from './words/index.ts';
import { workText } from './work-list.ts';

export interface DistrictFacts {
  district: number;
  districts: DistrictNames | undefined;
  rows: readonly CoverageRow[];
  question: CoverageQuestion;
  /** Set where the standard is what is looked at. */
  standard: StandardResult | undefined;
}

export interface DistrictCard {
  title: string;
  /** The formula with its numbers filled in. */
  text: string;
  isGood: boolean;
  lines: CardLine[];
  clause?: string;
}

export function explainDistrict(facts: DistrictFacts, say: Say, language: Language): DistrictCard {
  const title = districtName(facts.district, facts.districts, say);
  return facts.standard
    ? { title, ...standardCard(facts.standard, facts.district, say, language) }
    : { title, ...coverageCard(facts, say, language) };
}

function standardCard(result: StandardResult, district: number, say: Say, language: Language) {
  const { standard, rows } = result;
  const row = rows.find((one) => one.district === district);
  if (!row) return { text: say('state.not-computable'), isGood: false, lines: [] };
  return {
    text: standardFormula(row, result, say),
    isGood: row.state === 'met',
    lines: [
      { label: say('screen.column.state'), value: say(`state.${row.state}`) },
      { label: say('screen.card.openFacilities'), value: formatCount(row.facilities, language) },
      { label: say('screen.card.unsurveyed'), value: formatCount(row.unsurveyed, language) },
      { label: say('screen.column.missing'), value: workText(row, say) || NO_VALUE },
    ],
    clause: say('screen.standard.source', {
      title: standard.source.title,
      section: standard.source.section,
      force: say(`force.${standard.force}`),
    }),
  };
}

function coverageCard({ district, rows, question }: DistrictFacts, say: Say, language: Language) {
  const row = rowsOf(rows, question).find((one) => one.district === district);
  if (!row || !(row.total > 0)) return { text: say('state.no-people'), isGood: false, lines: [] };
  const unit = say(`unit.${question.unit}`);
  return {
    text: say('screen.formula.coverage', {
      covered: formatCount(row.covered, language),
      total: formatCount(row.total, language),
      share: formatShare(row.share, language),
      unit,
    }),
    isGood: row.covered >= row.total,
    lines: [
      { label: say('screen.group'), value: groupName(question.group, say) },
      { label: say('screen.service'), value: serviceName(question.service, language) },
      {
        label: say('screen.card.limit'),
        value: limitWords(limitOf(question), say, language),
      },
      {
        label: say('screen.reading'),
        value: methodAndSpeed(question, say, language),
      },
      {
        label: say('screen.figure.uncovered'),
        value: `${formatCount(row.total - row.covered, language)} ${unit}`,
      },
    ],
  };
}
