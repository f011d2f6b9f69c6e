import type { ReviewEdit } from '../core/review/edits.ts';
import { defaultFix, type Finding } from '../core/review/finding.ts';
import { summaryByKind } from '../core/review/registry.ts';
import { findingText } from './review-words.ts';
import type { Say } from './words/index.ts';

/** Faults of one kind in a file, as the import dialog lists them. */
export interface ReviewLine {
  kind: string;
  name: string;
  severity: Finding['severity'];
  /** Numbers of the rows, the first of them where there are many. */
  rows: string;
  count: number;
  /** What is proposed for all of them; undefined where somebody has to look. */
  fix: string | undefined;
  isFixed: boolean;
  findings: Finding[];
  /** Each fault in a sentence. */
  sentences: string[];
}

const MOST_ROWS = 12;
const MOST_SENTENCES = 50;

/** Kinds of faults in the order of the review, each with what is proposed and whether it is decided. */
export function reviewLines(
  findings: readonly Finding[],
  edits: readonly ReviewEdit[],
  say: Say,
): ReviewLine[] {
  const decided = new Set(edits.map((edit) => JSON.stringify(edit)));
  return summaryByKind(findings).map(({ kind, severity, rows, findings: count }) => {
    const own = findings.filter((one) => one.kind === kind);
    const fixes = own.flatMap((one) => defaultFix(one) ?? []);
    const proposed = fixes.flatMap((fix) => fix.edits);
    return {
      kind,
      name: say(`review.kind.${kind}`),
      severity,
      rows:
        rows.slice(0, MOST_ROWS).join(say('cli.clean.and') === '，' ? '、' : ', ') +
        (rows.length > MOST_ROWS ? ' …' : ''),
      count,
      fix: fixes[0] && say(`review.fix.${fixes[0].id}`),
      isFixed: proposed.length > 0 && proposed.every((edit) => decided.has(JSON.stringify(edit))),
      findings: own,
      sentences: own.slice(0, MOST_SENTENCES).map((one) => findingText(one, say)),
    };
  });
}
