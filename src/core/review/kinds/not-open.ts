import { statusFromWords } from '../../dataset/status-words.ts';
import { excludeFix, type Finding, type Kind } from '../finding.ts';
import { eachRow, type ReviewSubject } from '../subject.ts';

const ID = 'not-open';

export type NotOpen = 'closed' | 'planned' | 'renovation';

/** What stands in brackets behind a name, or alone in a remark. Whole words only: 建设中学 is a school. */
const STATES: readonly { state: NotOpen; pattern: string }[] = [
  { state: 'renovation', pattern: '(?:内部)?(?:装修|改造|升级改造|维修|修缮)中?' },
  {
    state: 'closed',
    pattern:
      '(?:已|永久)?(?:关闭|停业|停办|停用|歇业|撤销|注销|拆除|搬迁|搬走|撤并|停诊)|暂停(?:营业|开放|服务)?|暂不开放|closed|temporarily closed|permanently closed|demolished',
  },
  {
    state: 'planned',
    pattern:
      '建设中|在建|施工中?|待建|筹|筹建中?|筹备中?|(?:尚)?未(?:开业|开园|开放|启用)|待(?:开业|启用)|即将开业|规划中?|拟建|under construction|planned|proposed',
  },
];
const BRACKETED = STATES.map(({ state, pattern }) => ({
  state,
  test: new RegExp(`[(\\[【](?:${pattern})[)\\]】]|[-—–](?:${pattern})$`, 'i'),
}));
/** Behind a name without brackets only what can be nothing else. */
const BEHIND = /(?:暂停营业|已关闭|已停业|已停办|已歇业|已撤销|已注销|已拆除|已搬迁)$/;
const REMARK = STATES.map(({ state, pattern }) => ({
  state,
  test: new RegExp(`^(?:\\d{2,4}年(?:\\d{1,2}月)?)?(?:已|目前|现|该?园?)?(?:${pattern})$`, 'i'),
}));

/** What a name or a remark says of the state of a place, undefined when nothing. */
export function stateInName(name: string): NotOpen | undefined {
  const text = name.normalize('NFKC').trim();
  return BRACKETED.find(({ test }) => test.test(text))?.state ?? (BEHIND.test(text) ? 'closed' : undefined);
}

function stateInRemark(remark: string): NotOpen | undefined {
  const text = remark.normalize('NFKC').trim();
  return REMARK.find(({ test }) => test.test(text))?.state;
}

/** Closed, not yet open or being rebuilt, by the name or a remark, where the status column does not say so itself. */
export const notOpen: Kind = {
  id: ID,
  *find(subject) {
    const findings: Finding[] = [];
    yield* eachRow(subject.count, (row) => {
      if (statusFromWords(subject.text(row, subject.columns.status)) !== 'open') return;
      const remark = subject.text(row, subject.columns.remark);
      const name = subject.text(row, subject.columns.name);
      const state = stateInName(name) ?? stateInRemark(remark);
      if (state) findings.push(finding(subject, row, state, stateInName(name) ? name : remark));
    });
    return findings;
  },
};

function finding(subject: ReviewSubject, row: number, state: NotOpen, text: string): Finding {
  const rows = [subject.rowNumbers[row]];
  const name = subject.text(row, subject.columns.name);
  return {
    kind: ID,
    severity: 'warning',
    rows,
    values: { name, text, state },
    // A place that is being rebuilt will serve again: a person decides.
    fixes: [excludeFix(ID, rows, state !== 'renovation')],
  };
}

/** The rows that the status column itself calls closed or planned: read so, drawn so, and not counted as serving. */
export const notOpenByStatus: Kind = {
  id: 'not-open-by-status',
  *find(subject) {
    const rows: number[] = [];
    yield* eachRow(subject.count, (row) => {
      const status = statusFromWords(subject.text(row, subject.columns.status));
      if (status === 'closed' || status === 'planned') rows.push(subject.rowNumbers[row]);
    });
    if (rows.length === 0) return [];
    const column = subject.content.table.header[subject.columns.status];
    const fixes = [excludeFix('not-open-by-status', rows, false)];
    const values = { count: rows.length, column };
    return [{ kind: 'not-open-by-status', severity: 'note', rows, column, values, fixes }];
  },
};
