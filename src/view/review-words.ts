import type { Issue } from '../core/issue.ts';
import { numberText } from '../core/report/csv.ts';
import { issueMessage } from '../core/report/result-tables.ts';
import type { CleanWords } from '../core/review/clean.ts';
import type { CrsVerdict, Evidence, RankedHypothesis } from '../core/review/crs-detective.ts';
import { defaultFix, type Finding } from '../core/review/finding.ts';
import type { Say } from './words/index.ts';

/** A finding in words: the same on the page, on the command line and in the files written. */
export function findingText(finding: Finding, say: Say): string {
  const { kind, rows, values } = finding;
  // A row without a name is called by its number.
  const named = values.name === '' ? { ...values, name: say('cli.row', { row: rows[0] }) } : values;
  return say(`review.finding.${kind}`, named);
}

export function cleanWords(say: Say): CleanWords {
  return {
    finding: (finding) => findingText(finding, say),
    fixed: (finding) => {
      const fix = defaultFix(finding);
      const text = findingText(finding, say);
      return fix ? say('cli.clean.fixed', { text, fix: say(`review.fix.${fix.id}`) }) : text;
    },
    position: (code) => {
      const issue: Issue = { severity: 'error', code, values: { text: '' } };
      return issueMessage(issue, say);
    },
    rowColumn: say('cli.clean.rowColumn'),
    reasonColumn: say('cli.clean.reasonColumn'),
    noteColumn: say('cli.clean.noteColumn'),
  };
}

export function systemName({ id, meridian }: RankedHypothesis, say: Say): string {
  return say(`review.system.${id}`, Number.isNaN(meridian) ? {} : { meridian });
}

export function evidenceText(evidence: Evidence[], say: Say): string {
  if (evidence.length === 0) return say('review.evidence.none');
  return evidence
    .map(({ source, rows, value, unit }) => {
      const share = `${numberText(Math.round(value * 1000) / 10)} %`;
      const values: Record<string, string | number> =
        unit === 'share' ? { rows, share } : { rows, meters: Math.round(value) };
      return say(`review.evidence.${source}`, values);
    })
    .join(say('cli.clean.and'));
}

/** What the detective found, as lines: one when it is sure, else all hypotheses. */
export function verdictLines(verdict: CrsVerdict, say: Say): string[] {
  const [best] = verdict.ranked;
  if (best && verdict.confidence !== 'undecided') {
    const values = { system: systemName(best, say), evidence: evidenceText(best.evidence, say) };
    const stated = verdict.ranked.find(({ crs }) => crs === verdict.stated);
    if (verdict.contradicted && stated)
      return [say('review.crs.contradicted', { ...values, stated: systemName(stated, say) })];
    const residual = best.residualMeters;
    const rest = residual > 0 ? say('review.crs.residual', { residual }) : '';
    return [`${say(`review.crs.${verdict.confidence}`, values)} ${rest}`.trim()];
  }
  const lines = verdict.ranked.map((one) =>
    say('review.crs.line', {
      system: systemName(one, say),
      score: numberText(one.score),
      evidence: evidenceText(one.evidence, say),
    }),
  );
  return [say('review.crs.undecided'), ...lines.map((line) => `  ${line}`)];
}

/** Sure enough to go on without asking. A file that says one system while its rows say another is for a person. */
export function isUsable({ confidence, contradicted }: CrsVerdict): boolean {
  return confidence !== 'undecided' && !contradicted;
}
