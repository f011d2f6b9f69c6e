import { expect, it } from 'vitest';
import { issueLines, issuesCsv, issueText } from '../../src/view/issue-lines.ts';
import { sayIn } from '../../src/view/words/index.ts';

const zh = sayIn('zh');

it('says an issue with the names of what it is about', () => {
  const text = issueText(
    { severity: 'warning', code: 'service-without-open-facility', values: { service: 'kindergarten' } },
    zh,
    'zh',
  );
  expect(text).toContain('幼儿园');
});

it('shows a code without a sentence rather than hiding it', () => {
  expect(issueText({ severity: 'error', code: 'never-heard-of' }, zh, 'zh')).toContain('never-heard-of');
});

it('writes the list for a spreadsheet, and lets no cell run as a formula', () => {
  const lines = issueLines(
    [{ severity: 'error', code: 'never-heard-of', file: '=cmd.csv', row: 3, column: 'a,"b"' }],
    zh,
    'zh',
  );
  const csv = issuesCsv(lines, zh);
  expect(csv.startsWith('\ufeff文件,行,列,原因\r\n')).toBe(true);
  expect(csv).toContain('\'=cmd.csv,3,"a,""b"""');
});
