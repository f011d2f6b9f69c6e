import { WHOLE_AREA } from '../../core/analysis/coverage.ts';
import { capacityFigures, capacityFinding } from '../../view/capacity-finding.ts';
import { circleFigures, circleFinding, circleMethod } from '../../view/circle.ts';
import { coverageFigures, type Figure } from '../../view/coverage-figures.ts';
import { coverageFinding, wholeAreaRow } from '../../view/coverage-finding.ts';
import { fairnessFinding, fairnessIndices, wholeAreaFairness } from '../../view/fairness-finding.ts';
import type { FindingPart } from '../../view/finding.ts';
import { futureFigures, futureFinding, shownYear } from '../../view/future-finding.ts';
import { levelName } from '../../view/names.ts';
import { choiceCounts, reachOf } from '../../view/reach.ts';
import { robustFigures, robustFinding } from '../../view/robust.ts';
import {
  shortfallFigures,
  shortfallFinding,
  shortfallLines,
  shortfallSummary,
  wholeAreaStandard,
} from '../../view/shortfall-table.ts';
import type { Language, Say } from '../../view/words/index.ts';
import { workFigures, workFinding, workLines } from '../../view/work-list.ts';
import type { Cache } from '../store/cache.ts';
import type { AppState } from '../store/store.ts';
import { questionOf } from './question.ts';

/** The sentence of what is looked at, and its key figures. */
export interface Finding {
  parts: FindingPart[];
  figures: Figure[];
}

type Asked = Pick<AppState, 'session' | 'document'>;

/**
 * The finding that the panel on the right begins with, for whoever wants it elsewhere: the big screen, a kept view, the file to
 * hand out. Undefined until there is an answer.
 */
export function findingShown(state: Asked, cache: Cache, say: Say, language: Language): Finding | undefined {
  const { session } = state;
  if (session.step !== 'shortfall')
    return session.subject === 'circle'
      ? ofCircle(cache, say, language)
      : ofCoverage(state, cache, say, language);
  const { shortfallSubject } = session;
  if (shortfallSubject === 'standards') return ofStandards(state, cache, say, language);
  if (shortfallSubject === 'future') return ofFuture(state, cache, say, language);
  return shortfallSubject === 'capacity'
    ? ofCapacity(state, cache, say, language)
    : ofFairness(state, cache, say, language);
}

function ofCoverage(
  { session }: Asked,
  { overview, coverage, robust }: Cache,
  say: Say,
  language: Language,
): Finding | undefined {
  if (!overview || !coverage) return undefined;
  const question = questionOf(coverage, session, overview.demand.columns);
  const certain = session.isRobust
    ? robust?.reading.rows.find((row) => row.district === WHOLE_AREA)
    : undefined;
  if (certain)
    return {
      parts: robustFinding(certain, question, say, language),
      figures: robustFigures(certain, question.unit, say, language),
    };
  const row = wholeAreaRow(coverage.rows, question);
  if (!row) return undefined;
  const choice = choiceCounts(coverage.values, reachOf(coverage, question).within);
  return {
    parts: coverageFinding(row, question, say, language),
    figures: coverageFigures(row, choice, question, say, language),
  };
}

function ofCircle({ circle, coverage }: Cache, say: Say, language: Language): Finding | undefined {
  const whole = circle?.result.rows.find((row) => row.district === WHOLE_AREA);
  if (!circle || !whole) return undefined;
  const method = circleMethod(circle, coverage?.network !== undefined, say, language);
  return {
    parts: circleFinding(circle, whole, method, say, language),
    figures: circleFigures(whole, say, language),
  };
}

function ofStandards(
  { session }: Asked,
  { standards, overview }: Cache,
  say: Say,
  language: Language,
): Finding | undefined {
  if (!standards) return undefined;
  const result = standards.find(({ standard }) => standard.id === session.standardId);
  const whole = result && wholeAreaStandard(result.rows);
  if (!result || !whole) {
    const lines = workLines(standards, overview?.districts, say, language);
    return {
      parts: workFinding(standards, lines, say, language),
      figures: workFigures(standards, say, language),
    };
  }
  const level = session.level ?? 'all';
  const summary = shortfallSummary(shortfallLines(result.rows, level, overview?.districts, say));
  return {
    parts: shortfallFinding(whole, result.standard, summary, levelName(level, say), say, language),
    figures: shortfallFigures(whole, summary, say, language),
  };
}

function ofCapacity(
  { document }: Asked,
  { capacity }: Cache,
  say: Say,
  language: Language,
): Finding | undefined {
  const whole = capacity?.rows.find((row) => row.district === WHOLE_AREA);
  if (!capacity || !whole) return undefined;
  return {
    parts: capacityFinding(whole, capacity, document.settings.detourFactor, say, language),
    figures: capacityFigures(whole, capacity, say, language),
  };
}

function ofFairness(
  { session, document }: Asked,
  { fairness }: Cache,
  say: Say,
  language: Language,
): Finding | undefined {
  const whole = fairness && wholeAreaFairness(fairness);
  if (!fairness || !whole) return undefined;
  const { detourFactor } = document.settings;
  const level = session.level ?? 'all';
  const indices = fairnessIndices(whole, fairness, { id: level, name: levelName(level, say) }, say, language);
  return {
    parts: fairnessFinding(whole, fairness.question, detourFactor, say, language),
    figures: indices.map(({ id, label, value }) => ({ id, label, value })),
  };
}

function ofFuture({ session }: Asked, { future }: Cache, say: Say, language: Language): Finding | undefined {
  if (!future) return undefined;
  return {
    parts: futureFinding(future, shownYear(future, session.futureYear), say, language),
    figures: futureFigures(future, say, language),
  };
}
