import { UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import type { Move } from './moves.ts';
import type { Pyramids } from './pyramids.ts';
import type { Survival } from './survival.ts';

/** Children born: per 1,000 of all people at the start of the year, or a number a year in each row. */
export type Births = { kind: 'rate'; perThousand: number } | { kind: 'number'; perYear: Float64Array };

export interface ForecastInput {
  start: Pyramids;
  /** The year the people were counted. */
  startYear: number;
  /** Years wanted, in any order. */
  targetYears: number[];
  survival: Survival;
  births: Births;
  moves: Move[];
}

/** People in a year, and what happened since the start: end = start + births − deaths + moves, row by row. */
export interface ForecastYear {
  year: number;
  pyramids: Pyramids;
  births: Float64Array;
  deaths: Float64Array;
  /** Net moves that took place. */
  moves: Float64Array;
  /** People who were to leave an age where nobody was left: not moved. */
  movesNotTaken: Float64Array;
}

/**
 * Cohort forecast by single years of age. Each year, in this order: those of every age live on or die and are a year older
 * (the open age keeps its own), children are born and live on or die, people move. Movers neither bear nor die in their
 * first year. Ascending years. Throws UnusableData `forecast-year-past` for a year before the start.
 */
export function* forecast(input: ForecastInput): Task<ForecastYear[]> {
  const { start, startYear } = input;
  const years = [...new Set(input.targetYears)].sort((a, b) => a - b);
  if (years[0] < startYear) {
    throw new UnusableData({ code: 'forecast-year-past', values: { year: years[0], start: startYear } });
  }
  const last = years[years.length - 1] ?? startYear;
  const state = copyOf({
    year: startYear,
    pyramids: start,
    births: new Float64Array(start.rows),
    deaths: new Float64Array(start.rows),
    moves: new Float64Array(start.rows),
    movesNotTaken: new Float64Array(start.rows),
  });
  const found = years.includes(startYear) ? [copyOf(state)] : [];
  for (let year = startYear + 1; year <= last; year++) {
    for (let row = 0; row < start.rows; row++) liveOneYear(state, row, input);
    const now = input.moves.filter((move) => move.fromYear <= year && year <= move.toYear);
    // Arrivals first, so that the order of the list does not decide who can leave.
    for (const move of now) if (move.people >= 0) apply(state, move);
    for (const move of now) if (move.people < 0) apply(state, move);
    state.year = year;
    if (years.includes(year)) found.push(copyOf(state));
    yield { phase: 'forecast', done: year - startYear, total: last - startYear };
  }
  return found;
}

function copyOf(state: ForecastYear): ForecastYear {
  const { rows, top, people } = state.pyramids;
  return {
    year: state.year,
    pyramids: { rows, top, people: people.slice() },
    births: state.births.slice(),
    deaths: state.deaths.slice(),
    moves: state.moves.slice(),
    movesNotTaken: state.movesNotTaken.slice(),
  };
}

function liveOneYear(state: ForecastYear, row: number, { survival, births }: ForecastInput): void {
  const { top, people } = state.pyramids;
  const ages = people.subarray(row * (top + 1), (row + 1) * (top + 1));
  const all = ages.reduce((sum, one) => sum + one, 0);
  let deaths = 0;
  let older = 0;
  for (let age = top; age >= 0; age--) {
    const living = ages[age] * survival.ofAge[age];
    deaths += ages[age] - living;
    // The open age keeps its own and takes in those who reach it.
    if (age === top) older = living;
    else if (age === top - 1) ages[top] = older + living;
    else ages[age + 1] = living;
  }
  const born = births.kind === 'rate' ? (all * births.perThousand) / 1000 : births.perYear[row];
  const infants = born * survival.ofBirth;
  ages[0] = infants;
  state.births[row] += born;
  state.deaths[row] += deaths + born - infants;
}

function apply(state: ForecastYear, { row, people, profile }: Move): void {
  const { top, people: ages } = state.pyramids;
  for (let age = 0; age <= top; age++) {
    const at = row * (top + 1) + age;
    const wanted = people * profile[age];
    // Nobody can leave who is not there.
    const taken = Math.max(wanted, -ages[at]);
    ages[at] += taken;
    state.moves[row] += taken;
    state.movesNotTaken[row] += taken - wanted;
  }
}
