import { BLOCK, type Task } from '../task.ts';
import { type Bins, binTotals, type Ranking, rankPlaces } from './ranking.ts';

/** Which end of the column is poor: low incomes, or high scores of deprivation. */
export type PoorEnd = 'low' | 'high';

const BOTTOM = 0.4;
const TOP = 0.1;

/** Places from poor to rich: those that have people, an income and a value. */
export function* rankByIncome(
  values: Float64Array,
  people: Float64Array,
  income: { values: Float64Array; poor: PoorEnd },
): Task<Ranking> {
  const sign = income.poor === 'low' ? 1 : -1;
  const wealth = income.values.map((one, i) => (Number.isFinite(values[i]) ? sign * one : Number.NaN));
  return yield* rankPlaces(wealth, people, values);
}

/**
 * Palma ratio by income, a bin each: what the richest 10 % of the people have on average over what the poorest 40 % have
 * (after Palma 2011, who compares the shares of income; here people are ranked by income and the *value* is compared, as
 * in studies of access). 1: both the same; above 1: the rich have more. Of metres, where less is better, read it the other way.
 * A place across a border (the 40th or 90th hundredth) is divided; places of one income share the mean of their values,
 * so that ties need no order. Infinity: the poorest have nothing and the richest something. NaN: neither has, or nobody
 * has both an income and a value. `byIncome` is from `rankByIncome`.
 */
export function* palma(values: Float64Array, byIncome: Ranking, bins: Bins): Task<Float64Array> {
  const { values: wealth, people, places } = byIncome;
  const tiers = new Tiers((yield* binTotals(byIncome, bins)).people);
  for (let k = 0; k < places.length; k++) {
    const place = places[k];
    tiers.add(bins.of[place], wealth[place], people[place], values[place]);
    if (k % BLOCK === 0) yield { phase: 'measure-fairness', done: k, total: places.length };
  }
  return tiers.ratios();
}

/** Walks up the incomes of every bin at once; people of one income wait until the next income comes. */
class Tiers {
  private readonly total: Float64Array;
  private readonly passed: Float64Array;
  private readonly bottom: Float64Array;
  private readonly top: Float64Array;
  private readonly waitingWealth: Float64Array;
  private readonly waitingPeople: Float64Array;
  private readonly waitingAmount: Float64Array;

  constructor(total: Float64Array) {
    const zeros = () => new Float64Array(total.length);
    this.total = total;
    this.passed = zeros();
    this.bottom = zeros();
    this.top = zeros();
    this.waitingWealth = zeros();
    this.waitingPeople = zeros();
    this.waitingAmount = zeros();
  }

  add(bin: number, wealth: number, people: number, value: number): void {
    if (wealth !== this.waitingWealth[bin]) this.settle(bin);
    this.waitingWealth[bin] = wealth;
    this.waitingPeople[bin] += people;
    this.waitingAmount[bin] += people * value;
  }

  private settle(bin: number): void {
    const people = this.waitingPeople[bin];
    if (people === 0) return;
    const mean = this.waitingAmount[bin] / people;
    const from = this.passed[bin];
    const to = from + people;
    this.bottom[bin] += mean * Math.max(0, Math.min(to, BOTTOM * this.total[bin]) - from);
    this.top[bin] += mean * Math.max(0, to - Math.max(from, (1 - TOP) * this.total[bin]));
    this.passed[bin] = to;
    this.waitingPeople[bin] = 0;
    this.waitingAmount[bin] = 0;
  }

  ratios(): Float64Array {
    return this.total.map((_, bin) => {
      this.settle(bin);
      return this.top[bin] / TOP / (this.bottom[bin] / BOTTOM);
    });
  }
}
