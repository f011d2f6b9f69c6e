import type { StandardRow, StandardState } from '../core/standards/row.ts';
import type { LegendRow } from './legend.ts';
import { formatCount, formatShare } from './numbers.ts';
import { cssColour, PALETTE } from './palette.ts';
import type { Language, Say } from './words/index.ts';

const STATES: readonly StandardState[] = [
  'met',
  'short',
  'not-judged',
  'not-surveyed',
  'no-people',
  'not-computable',
];

/** How a state looks. Short is hatched as well as orange: nothing is said by colour alone. */
export const STATE_LOOKS: Record<StandardState, { colour: string; look: LegendRow['look'] }> = {
  met: { colour: cssColour(PALETTE.met), look: 'fill' },
  short: { colour: cssColour(PALETTE.short), look: 'hatch' },
  'not-surveyed': { colour: cssColour(PALETTE.unreached), look: 'outline' },
  'no-people': { colour: cssColour(PALETTE.neutral), look: 'outline' },
  'not-judged': { colour: cssColour(PALETTE.neutral), look: 'fill' },
  'not-computable': { colour: cssColour(PALETTE.neutral), look: 'outline' },
};

/** State of every district row, for the map's features; '' where a district is of another level. */
export function statesByDistrict(
  rows: readonly StandardRow[],
  level: string,
  count: number,
): (StandardState | '')[] {
  const states: (StandardState | '')[] = new Array(count).fill('');
  for (const row of rows) if (row.level === level && row.district >= 0) states[row.district] = row.state;
  return states;
}

/** Legend of the districts: how many are in each state, and the people who live there. */
export function stateLegend(
  rows: readonly StandardRow[],
  level: string,
  say: Say,
  language: Language,
): LegendRow[] {
  const ofLevel = rows.filter((row) => row.level === level);
  const total = ofLevel.reduce((sum, row) => sum + row.residents, 0);
  return STATES.flatMap((state) => {
    const inState = ofLevel.filter((row) => row.state === state);
    if (inState.length === 0) return [];
    const people = inState.reduce((sum, row) => sum + row.residents, 0);
    return [
      {
        id: state,
        label: say('screen.legend.state', {
          state: say(`state.${state}`),
          count: formatCount(inState.length, language),
        }),
        ...STATE_LOOKS[state],
        amount: `${formatCount(people, language)} ${say('unit.people')}`,
        share: formatShare(total > 0 ? people / total : Number.NaN, language),
      },
    ];
  });
}
