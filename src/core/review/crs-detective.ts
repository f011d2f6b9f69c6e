import { converterToWgs84, type LngLat } from '../crs/convert.ts';
import type { Hypothesis } from '../crs/hypotheses.ts';
import { quantile } from './area.ts';
import { type CrsClues, type CrsKnowledge, EVIDENCE, type EvidenceSource, misfit } from './crs-evidence.ts';
import { eachRow } from './subject.ts';

/**
 * Which coordinate system a file is in, by what its rows say of themselves. Hypotheses meet in pairs, row by row: in how
 * many rows does one fit better, in how many the other? (Sign test; several sources of evidence are put together by
 * Stouffer's method, so that neither many rows of weak evidence nor a few of strong evidence decide alone.)
 */
export interface RankedHypothesis extends Hypothesis {
  /** Share of all belief, 0 to 1; the hypotheses add up to 1. */
  score: number;
  evidence: Evidence[];
}

/** What one source of evidence says of one hypothesis. */
export interface Evidence {
  source: EvidenceSource;
  /** Rows that gave a clue. */
  rows: number;
  /** Share of them inside (districts, extent), or their median metres (streets, street-names, names). */
  value: number;
  unit: 'share' | 'meters';
}

export interface CrsVerdict {
  /** Best first. Empty when the numbers fit no system we know. */
  ranked: RankedHypothesis[];
  /**
   * confident: the evidence tells the best from every other. only: nothing else is possible. stated: the file says so and the
   * evidence does not contradict. undecided: a person has to say. Never applied without being shown.
   */
  confidence: 'confident' | 'only' | 'stated' | 'undecided';
  /** What the file says (a header, its name), when it says something. */
  stated: string | undefined;
  /** The evidence clearly speaks for another system than the stated one. */
  contradicted: boolean;
  rows: number;
  /** Smallest lead of the best over another, in standard deviations; Infinity when there is no other. */
  lead: number;
}

export interface CrsRows {
  /** As written, east and north. */
  x: Float64Array;
  y: Float64Array;
  clues(row: number): CrsClues;
}

const MOST_ROWS = 3_000;
const CLEAR_LEAD = 3;
/** A difference below this says nothing: streets are as wide. */
const TIE_METERS = 2;
const HUGGING_METERS = 20;
const HUGGING_SHARE = 0.75;
/** The best has to fit, not only to fit better: most rows inside, or near the streets and places they name. */
const FITS: Record<EvidenceSource, number> = {
  districts: 0.6,
  extent: 0.6,
  streets: 120,
  'street-names': 250,
  names: 250,
};

export function* rankHypotheses(
  rows: CrsRows,
  hypotheses: readonly Hypothesis[],
  knowledge: CrsKnowledge,
  stated?: string,
) {
  const sample = sampleOf(rows);
  const misfits: Float64Array[][] = [];
  const places: LngLat[][] = [];
  const clues = sample.map((row) => rows.clues(row));
  for (const { crs } of hypotheses) {
    const convert = converterToWgs84(crs);
    const placed = sample.map((row) => convert(rows.x[row], rows.y[row]));
    places.push(placed);
    misfits.push(yield* eachRow(sample.length, (i) => misfit(knowledge, clues[i], ...placed[i])));
  }
  const leads = misfits.map((a) => misfits.map((b) => lead(a, b)));
  const order = rankOrder(hypotheses, leads, stated);
  const best = order[0];
  const ranked = withScores(order, hypotheses, leads, misfits);
  const others = order.slice(1).filter((other) => !isSame(places[best], places[other]));
  const smallest = Math.min(...others.map((other) => leads[best][other]));
  const shared = { ranked, stated, rows: sample.length, lead: smallest };
  return {
    ...shared,
    ...judge(ranked, others.length, smallest, hypotheses, leads, best, stated),
  } as CrsVerdict;
}

function judge(
  ranked: RankedHypothesis[],
  others: number,
  smallest: number,
  hypotheses: readonly Hypothesis[],
  leads: number[][],
  best: number,
  stated: string | undefined,
): Pick<CrsVerdict, 'confidence' | 'contradicted'> {
  if (ranked.length === 0) return { confidence: 'undecided', contradicted: false };
  const fits = ranked[0].evidence.every(isFit) && !(others > 0 && isBareStreets(ranked));
  const at = hypotheses.findIndex(({ crs }) => crs === stated);
  const isClear = smallest >= CLEAR_LEAD && fits;
  const contradicted = at !== -1 && at !== best && leads[best][at] >= CLEAR_LEAD;
  if (others === 0) return { confidence: fits ? 'only' : 'undecided', contradicted };
  if (isClear) return { confidence: 'confident', contradicted };
  return { confidence: at === best && fits ? 'stated' : 'undecided', contradicted };
}

/**
 * Nearness to any street is weak evidence on its own: what stands inside a block (a park, a compound) comes nearer to some
 * street by almost any mistake. It counts alone only when the rows hug the streets as addresses do, and clearly more so than
 * under every other hypothesis.
 */
function isBareStreets([best, ...others]: RankedHypothesis[]): boolean {
  const [only, ...more] = best.evidence.filter(({ source }) => source !== 'extent');
  if (only?.source !== 'streets' || more.length > 0) return false;
  const least = Math.min(...others.map((other) => streetMeters(other)));
  return only.value > HUGGING_METERS || only.value > HUGGING_SHARE * least;
}

function streetMeters({ evidence }: RankedHypothesis): number {
  return evidence.find(({ source }) => source === 'streets')?.value ?? Infinity;
}

function isFit({ source, value, unit }: Evidence): boolean {
  return unit === 'share' ? value >= FITS[source] : value <= FITS[source];
}

/** Rows with numbers, at most so many, spread evenly from west to east: the order of the file leaves no trace. */
function sampleOf({ x, y }: CrsRows): number[] {
  const rows = Array.from(x.keys()).filter(
    (row) => Number.isFinite(x[row] + y[row]) && (x[row] !== 0 || y[row] !== 0),
  );
  rows.sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const step = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return rows.filter((_, i) => i % step === 0);
}

/** By how many standard deviations a fits better than b over all sources; 0 when nothing tells them apart. */
function lead(a: Float64Array[], b: Float64Array[]): number {
  let sum = 0;
  let sources = 0;
  for (let source = 0; source < EVIDENCE.length; source++) {
    const tie = unitOf(EVIDENCE[source]) === 'meters' ? TIE_METERS : 0;
    let [wins, losses] = [0, 0];
    for (let i = 0; i < a.length; i++) {
      if (b[i][source] - a[i][source] > tie) wins++;
      else if (a[i][source] - b[i][source] > tie) losses++;
    }
    if (wins + losses === 0) continue;
    sum += (wins - losses) / Math.sqrt(wins + losses);
    sources++;
  }
  return sources === 0 ? 0 : sum / Math.sqrt(sources);
}

function unitOf(source: EvidenceSource): Evidence['unit'] {
  return source === 'districts' || source === 'extent' ? 'share' : 'meters';
}

/** By duels won, then by leads, then what the file says, then the order in which hypotheses are usual. */
function rankOrder(
  hypotheses: readonly Hypothesis[],
  leads: number[][],
  stated: string | undefined,
): number[] {
  const wins = leads.map((row) => row.filter((value) => value > 0).length);
  const sums = leads.map((row) => row.reduce((sum, value) => sum + value, 0));
  const says = hypotheses.map(({ crs }) => (crs === stated ? 1 : 0));
  return hypotheses
    .map((_, i) => i)
    .sort((a, b) => wins[b] - wins[a] || sums[b] - sums[a] || says[b] - says[a] || a - b);
}

function withScores(
  order: number[],
  hypotheses: readonly Hypothesis[],
  leads: number[][],
  misfits: Float64Array[][],
): RankedHypothesis[] {
  // A lead of one standard deviation is worth a factor of two.
  const weights = order.map((i) => 2 ** -Math.max(0, Math.min(60, leads[order[0]][i])));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return order.map((i, rank) => ({
    ...hypotheses[i],
    score: Math.round((weights[rank] / all) * 1000) / 1000,
    evidence: evidenceOf(misfits[i]),
  }));
}

function evidenceOf(misfits: Float64Array[]): Evidence[] {
  return EVIDENCE.flatMap((source, at): Evidence[] => {
    const values = misfits.map((fit) => fit[at]).filter((value) => !Number.isNaN(value));
    if (values.length === 0) return [];
    const unit = unitOf(source);
    const inside = values.filter((value) => value === 0).length / values.length;
    const value = unit === 'share' ? inside : quantile(values, 0.5);
    return [{ source, rows: values.length, value: Math.round(value * 1000) / 1000, unit }];
  });
}

/** Two systems that put every row on the same spot (outside of China) are no rivals. */
function isSame(a: LngLat[], b: LngLat[]): boolean {
  return a.every(([lng, lat], i) => Math.abs(lng - b[i][0]) < 1e-6 && Math.abs(lat - b[i][1]) < 1e-6);
}
