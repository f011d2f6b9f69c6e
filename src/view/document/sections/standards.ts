import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { clauseText, shortfallSentence } from '../../../core/report/shortfall-sentence.ts';
import { goalSign } from '../../../core/report/standard-numbers.ts';
import type { StandardResult } from '../../../core/standards/evaluate.ts';
import type { StandardRow } from '../../../core/standards/row.ts';
import { districtName, levelName } from '../../names.ts';
import { formatCount } from '../../numbers.ts';
import { shortfallLines } from '../../shortfall-table.ts';
import { workText } from '../../work-list.ts';
import { type Context, figure, words } from '../context.ts';
import type { Block, DocumentTable, TableCell } from '../document.ts';

/** The shortfall list: the whole area in sentences, then every district that falls short. */
export function standardsSection(context: Context): Block[] {
  const { data, say } = context;
  const { standards } = data.result;
  if (standards.length === 0) return [];
  const wholes = standards.flatMap((result) => {
    const row = result.rows.find((one) => one.district === WHOLE_AREA);
    return row ? [shortfallSentence(result, row, say('level.all'), say)] : [];
  });
  const table = shortTable(context);
  return [
    { kind: 'table', table: statesTable(context) },
    { kind: 'list', items: wholes },
    table.rows.length > 0
      ? { kind: 'table', table }
      : { kind: 'text', text: say('document.nothingShort'), tone: 'strong' },
  ];
}

/** Each standard: its number, the whole area's, and how many districts are in which state. */
function statesTable({ data, say, language, tracer }: Context): DocumentTable {
  return {
    id: 'standards',
    caption: say('document.table.standards'),
    columns: [
      { label: say('document.column.standard') },
      { label: say('document.column.goal') },
      { label: say('document.column.value'), isNumber: true },
      { label: say('screen.column.state') },
      { label: say('document.column.districtsShort'), isNumber: true },
      { label: say('document.column.unknown'), isNumber: true },
      { label: say('document.column.trace') },
    ],
    rows: data.result.standards.map((result) => {
      const whole = result.rows.find((row) => row.district === WHOLE_AREA);
      const [line] = whole ? shortfallLines([whole], whole.level, data.result.districts, say) : [];
      const count = (is: (row: StandardRow) => boolean) =>
        figure(result.rows.filter((row) => row.district >= 0 && is(row)).length, (value) =>
          formatCount(value, language),
        );
      return [
        words(result.standard[language]),
        words(whole ? goalSign(whole.operator, whole.target, whole.unit, say) : ''),
        whole && line ? { ...figure(whole.value, () => line.valueText) } : words(''),
        words(whole ? say(`state.${whole.state}`) : ''),
        count((row) => row.state === 'short'),
        count((row) => row.state === 'not-surveyed' || row.state === 'not-computable'),
        words(standardMark(tracer, result)),
      ];
    }),
  };
}

function standardMark(tracer: Context['tracer'], { standard, reach }: StandardResult): string {
  return tracer.mark('standard', {
    id: standard.id,
    rule: standard.rule.kind,
    ...(reach
      ? { method: reach.fromTable ? 'table' : reach.reading, limit_m: reach.meters }
      : { method: 'sums of the files' }),
    ...(standard.departure ? { departure: standard.departure } : {}),
  });
}

/** Every district of every level that falls short, in the order of the standards and of the file. */
function shortTable({ data, say, language }: Context): DocumentTable {
  const { standards, districts } = data.result;
  const rows = standards.flatMap((result) =>
    result.rows
      .filter((row) => row.state === 'short' && row.district >= 0)
      .map((row): TableCell[] => {
        const [line] = shortfallLines([row], row.level, districts, say);
        return [
          words(districtName(row.district, districts, say)),
          words(levelName(row.level, say)),
          words(result.standard[language]),
          figure(row.value, () => line.valueText),
          words(goalSign(row.operator, row.target, row.unit, say)),
          figure(row.shortfall, () => workText(row, say)),
          figure(row.peopleConcerned, (value) => formatCount(value, language)),
        ];
      }),
  );
  return {
    id: 'shortfalls',
    caption: say('document.table.shortfalls'),
    columns: [
      { label: say('screen.column.district') },
      { label: say('document.column.level') },
      { label: say('document.column.standard') },
      { label: say('document.column.value'), isNumber: true },
      { label: say('document.column.goal') },
      { label: say('screen.column.missing'), isNumber: true },
      { label: say('screen.column.people'), isNumber: true },
    ],
    rows,
  };
}

/** The appendix: every standard used, with its clause, its force and how far it is verified. */
export function clausesSection({ data, say, language }: Context): Block[] {
  const { standards } = data.result;
  if (standards.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        id: 'clauses',
        caption: say('document.table.clauses'),
        columns: [
          { label: say('document.column.standard') },
          { label: say('document.column.goal') },
          { label: say('document.column.clause') },
          { label: say('document.column.force') },
          { label: say('document.column.verified') },
        ],
        rows: standards.map(({ standard, weaker }) => [
          words([standard[language], standard.scope?.[language]].filter(Boolean).join(' — ')),
          words(
            [
              goalSign(standard.operator, standard.value, standard.unit, say),
              weaker ? say('document.weaker') : '',
            ]
              .filter(Boolean)
              .join(' '),
          ),
          words(clauseText(standard.source, standard.targetYear, say)),
          words(forceWord(standard.force)),
          words(say(`document.verified.${standard.verified ? 'yes' : 'no'}`)),
        ]),
      },
    },
  ];

  /** The source's own word stands as it is where we have none. */
  function forceWord(force: string): string {
    const key = `force.${force}`;
    const text = say(key);
    return text === key ? force : text;
  }
}
