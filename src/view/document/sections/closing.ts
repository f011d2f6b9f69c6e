import type { Issue } from '../../../core/issue.ts';
import { issueText } from '../../issue-lines.ts';
import { formatCount } from '../../numbers.ts';
import { type Context, figure, words } from '../context.ts';
import { type Block, parametersText } from '../document.ts';

/** One example a kind of fault: the list itself is a file of its own. */
export function limitsSection({ data, say, language }: Context): Block[] {
  const { issues } = data.result;
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity}:${issue.code}:${issue.file ?? ''}`;
    kinds.set(key, [...(kinds.get(key) ?? []), issue]);
  }
  const blocks: Block[] = [
    { kind: 'list', items: ['one', 'two', 'three'].map((item) => say(`document.limits.${item}`)) },
  ];
  if (kinds.size === 0) return [...blocks, { kind: 'text', text: say('document.noIssues') }];
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = [...kinds.values()].sort((a, b) => order[a[0].severity] - order[b[0].severity]);
  blocks.push({
    kind: 'table',
    table: {
      id: 'issues',
      caption: say('document.table.issues'),
      columns: [
        { label: say('document.column.file') },
        { label: say('document.column.severity') },
        { label: say('document.column.example') },
        { label: say('document.column.count'), isNumber: true },
      ],
      rows: sorted.map((list) => [
        words(list[0].file ?? ''),
        words(say(`document.severity.${list[0].severity}`)),
        words(issueText(list[0], say, language)),
        figure(list.length, (value) => formatCount(value, language)),
      ]),
    },
  });
  return blocks;
}

/** How to make the same numbers again: version, inputs, and every measure by its mark. */
export function provenanceSection({ data, say, tracer }: Context): Block[] {
  const { tool } = data.summary;
  return [
    { kind: 'text', text: say('document.provenance', { name: tool.name, version: tool.version }) },
    {
      kind: 'table',
      table: {
        id: 'traces',
        caption: say('document.table.traces'),
        columns: [
          { label: say('document.column.trace') },
          { label: say('document.column.measure') },
          { label: say('document.column.parameters') },
        ],
        rows: tracer.traces.map((trace) => [
          words(trace.mark),
          words(trace.measure),
          words(parametersText(trace)),
        ]),
      },
    },
  ];
}
