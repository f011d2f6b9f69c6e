import { meets, type Standard, type StandardState } from './standard.ts';

interface Sums {
  supply: number;
  people: number;
  facilities: number;
  unsurveyed: number;
}

/**
 * Area per person: supply (m²) / people against the standard's value. Missing m² = value × people − supply.
 * Where facilities stand but none has the attribute the state is `not-surveyed`: their area is unknown, not 0. Where
 * some lack it, the value is a lower bound and the verdict is given on what is known.
 */
export function evaluateAreaPerPerson(standard: Standard, { supply, people, facilities, unsurveyed }: Sums) {
  const none = (state: StandardState) => ({ state, value: NaN, shortfall: NaN, peopleConcerned: 0 });
  if (!(people > 0)) return none('no-people');
  if (facilities > 0 && unsurveyed === facilities) return none('not-surveyed');
  const value = supply / people;
  if (meets(standard, value)) return { state: 'met' as const, value, shortfall: 0, peopleConcerned: 0 };
  return {
    state: 'short' as const,
    value,
    shortfall: Math.max(0, standard.value * people - supply),
    peopleConcerned: people,
  };
}
