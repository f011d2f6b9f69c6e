import type { CrsVerdict } from '../core/review/crs-detective.ts';
import type { Finding } from '../core/review/finding.ts';
import { findingText } from '../view/review-words.ts';
import type { Say } from '../view/words/index.ts';

/** A finding as JSON: stable names, and the sentence in the user's language. */
export function findingReport(finding: Finding, say: Say) {
  const { kind, severity, rows, column, values, fixes } = finding;
  return {
    kind,
    severity,
    rows,
    ...(column === undefined ? {} : { column }),
    values,
    message: findingText(finding, say),
    fixes: fixes.map(({ id, byDefault, edits }) => ({
      id,
      label: say(`review.fix.${id}`),
      by_default: byDefault,
      edits,
    })),
  };
}

/** The ranked hypotheses as JSON. */
export function crsReport({ ranked, confidence, stated, contradicted, rows, lead }: CrsVerdict) {
  return {
    confidence,
    stated: stated ?? null,
    contradicted,
    rows_used: rows,
    lead: Number.isFinite(lead) ? Math.round(lead * 100) / 100 : null,
    hypotheses: ranked.map(({ id, crs, meridian, score, residualMeters, evidence }) => ({
      id,
      crs,
      ...(Number.isNaN(meridian) ? {} : { meridian }),
      score,
      residual_m: residualMeters,
      evidence,
    })),
  };
}
