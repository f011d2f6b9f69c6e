import { describe, expect, it } from 'vitest';
import type { ReviewEdit } from '../../src/core/review/edits.ts';
import type { Finding } from '../../src/core/review/finding.ts';
import { reviewLines } from '../../src/view/review-lines.ts';
import { sayIn } from '../../src/view/words/index.ts';

const exclude = (row: number): ReviewEdit => ({ kind: 'gate', action: 'exclude', rows: [row] });

function gate(row: number): Finding {
  return {
    kind: 'gate',
    severity: 'warning',
    rows: [row],
    values: { name: `甲园(${row}门)`, main: '甲园', row: 2 },
    fixes: [{ id: 'exclude', byDefault: true, edits: [exclude(row)] }],
  };
}

const LOOK: Finding = {
  kind: 'shared-position',
  severity: 'note',
  rows: [8, 9],
  values: { count: 2, rows: '8, 9' },
  fixes: [],
};

describe('faults of a file, kind by kind', () => {
  const findings = [gate(5), gate(3), LOOK];

  it('counts them, names the rows and what is proposed', () => {
    const [gates, shared] = reviewLines(findings, [], sayIn('zh'));
    expect(gates).toMatchObject({ kind: 'gate', count: 2, fix: '剔除', isFixed: false });
    expect(gates.rows).toMatch(/^3.+5$/);
    expect(gates.sentences).toHaveLength(2);
    // Nothing is proposed where somebody has to look.
    expect(shared).toMatchObject({ count: 1, fix: undefined, isFixed: false });
  });

  it('is decided only when every one of them is', () => {
    const say = sayIn('en');
    expect(reviewLines(findings, [exclude(5)], say)[0].isFixed).toBe(false);
    expect(reviewLines(findings, [exclude(5), exclude(3)], say)[0].isFixed).toBe(true);
  });
});
