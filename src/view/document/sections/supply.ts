import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import type { FairnessFinding } from '../../../core/project/supply-tables.ts';
import type { ServiceLedger } from '../../../core/report/ledger-table.ts';
import { tableHeader } from '../../../core/report/report-table.ts';
import { fairnessFinding, formatValue, valueWord } from '../../fairness-finding.ts';
import { plainSentence } from '../../finding.ts';
import { limitWords } from '../../limits.ts';
import { districtName, groupName, levelName, serviceName } from '../../names.ts';
import { formatCount, formatFactor, NO_VALUE } from '../../numbers.ts';
import { PALETTE } from '../../palette.ts';
import { type Context, figure, levelsShown, words } from '../context.ts';
import type { Block, DocumentChart, DocumentTable } from '../document.ts';

/** Who has a place, who reaches one that is taken, who reaches none. */
export function capacitySection(context: Context): Block[] {
  const { data, say } = context;
  if (data.ledgers.length === 0) return [];
  return [
    { kind: 'text', text: say('document.capacityIntro') },
    { kind: 'table', table: ledgerTable(context, data.ledgers) },
    { kind: 'chart', chart: ledgerChart(context) },
    ...levelsShown(context)
      .slice(0, 1)
      .map((level): Block => ({ kind: 'table', table: ledgerTable(context, data.ledgers, level) })),
  ];
}

function ledgerTable(
  { data, say, language, tracer }: Context,
  ledgers: ServiceLedger[],
  level?: string,
): DocumentTable {
  const number = (value: number) => formatCount(value, language);
  return {
    id: level ? `ledger-${level}` : 'ledger',
    caption: say(level ? 'document.table.ledgerBy' : 'document.table.ledger', {
      level: level ? levelName(level, say) : '',
    }),
    columns: [
      { label: say('document.column.service') },
      { label: level ? say('screen.column.district') : say('document.column.group') },
      ...(['served', 'noPlace', 'outOfReach', 'total'] as const).map((part) => ({
        label: say(`document.ledger.${part}`),
        isNumber: true,
      })),
      { label: say('document.column.trace') },
    ],
    rows: ledgers.flatMap(({ service, group, rows }) =>
      rows
        .filter((row) =>
          level === undefined
            ? row.district === WHOLE_AREA
            : row.level === level && (row.total > 0 || row.district === OUTSIDE_DISTRICTS),
        )
        .map((row) => [
          words(serviceName(service, language)),
          words(level ? districtName(row.district, data.result.districts, say) : groupName(group, say)),
          ...[row.served, row.noPlace, row.outOfReach, row.total].map((value) => figure(value, number)),
          words(tracer.mark('ledger', { service, group, method: data.reading, sharing: 'all at once' })),
        ]),
    ),
  };
}

function ledgerChart({ data, say, language }: Context): DocumentChart {
  const wholes = data.ledgers.flatMap(({ rows }) => rows.find((row) => row.district === WHOLE_AREA) ?? []);
  const parts = [
    ['served', PALETTE.servedLast],
    ['noPlace', PALETTE.beyond],
    ['outOfReach', PALETTE.farBeyond],
  ] as const;
  return {
    id: 'ledger',
    caption: say('document.chart.ledger'),
    kind: 'bars',
    categories: data.ledgers.map(({ service }) => serviceName(service, language)),
    series: parts.map(([part, colour]) => ({
      name: say(`document.ledger.${part}`),
      colour,
      points: wholes.map((row, k) => [k, row.total > 0 ? row[part] / row.total : Number.NaN] as const),
    })),
    isShare: true,
    xTitle: '',
    yTitle: say('document.chart.shareOfGroup'),
  };
}

/** How unequally reach and supply are spread: figures, and the curves of supply. */
export function fairnessSection(context: Context): Block[] {
  const { data, say, language } = context;
  if (data.fairness.length === 0) return [];
  const sentences = data.fairness.flatMap(({ question, fairness }) => {
    const row = fairness.rows.find((one) => one.district === WHOLE_AREA && one.group === question.group);
    const { detourFactor } = data.settings;
    return row ? [plainSentence(fairnessFinding(row, question, detourFactor, say, language))] : [];
  });
  return [
    { kind: 'list', items: sentences },
    { kind: 'table', table: fairnessIndexTable(context) },
    ...data.fairness
      .filter(({ question, fairness }) => question.value === 'supply' && hasCurve(fairness))
      .slice(0, 1)
      .map((one): Block => ({ kind: 'chart', chart: lorenzOf(context, one) })),
  ];
}

function hasCurve({ curves }: FairnessFinding['fairness']): boolean {
  return (curves[0]?.points.length ?? 0) > 0;
}

function fairnessIndexTable({ data, say, language, tracer }: Context): DocumentTable {
  const index = (value: number) => (Number.isFinite(value) ? formatFactor(value, language) : NO_VALUE);
  return {
    id: 'fairness',
    caption: say('document.table.fairness'),
    columns: [
      { label: say('document.column.value') },
      { label: say('document.column.group') },
      { label: say('document.column.total'), isNumber: true },
      { label: 'P10', isNumber: true },
      { label: 'P90', isNumber: true },
      { label: say('table.fairness.gini'), isNumber: true },
      { label: say('table.fairness.theil'), isNumber: true },
      { label: say('document.column.trace') },
    ],
    rows: data.fairness.flatMap(({ question, value, fairness }) =>
      fairness.rows
        .filter((row) => row.district === WHOLE_AREA)
        .map((row) => [
          words(`${serviceName(question.service, language)} · ${valueWord(question, say, language)}`),
          words(groupName(row.group, say)),
          figure(row.people, (people) => formatCount(people, language)),
          figure(row.p10, (p) => formatValue(question, p, language)),
          figure(row.p90, (p) => formatValue(question, p, language)),
          figure(row.gini, index),
          figure(row.theil, index),
          words(
            tracer.mark('fairness', {
              service: question.service,
              value,
              group: question.group,
              limit: limitWords(question.limit, say, language),
              method: question.reading,
            }),
          ),
        ]),
    ),
  };
}

function lorenzOf({ say, language }: Context, { question, fairness }: FairnessFinding): DocumentChart {
  const [curve] = fairness.curves;
  const service = serviceName(question.service, language);
  return {
    id: `lorenz-${question.service}`,
    caption: say('document.chart.lorenz', { service }),
    kind: 'lines',
    categories: [],
    series: [
      {
        name: say('screen.fairness.equality'),
        colour: PALETTE.neutral,
        points: [
          [0, 0],
          [1, 1],
        ],
        dash: [3, 2],
      },
      { name: groupName(curve.group, say), colour: PALETTE.otherWay, points: curve.points },
    ],
    isShare: true,
    xTitle: say('screen.fairness.peopleAxis'),
    yTitle: valueWord(question, say, language),
  };
}

/** Need and supply by year, where the project looks ahead. */
export function futureSection({ data, say, language }: Context): Block[] {
  const { need } = data;
  if (!need) return [];
  const column = (name: string) => need.columns.indexOf(name);
  const shown = ['year', 'service', 'group', 'people', 'need', 'supply', 'balance'];
  const header = tableHeader(need, say);
  return [
    {
      kind: 'table',
      table: {
        id: 'need',
        caption: say('document.table.need'),
        columns: shown.map((name) => ({
          label: header[column(name)],
          isNumber: !['year', 'service', 'group'].includes(name),
        })),
        rows: need.rows
          .filter((row) => row[column('level')] === 'all')
          .map((row) =>
            shown.map((name) => {
              const cell = row[column(name)];
              if (name === 'service') return words(serviceName(String(cell), language));
              if (name === 'group') return words(groupName(String(cell), say));
              if (name === 'year') return words(String(cell));
              return figure(typeof cell === 'number' ? cell : Number.NaN, (value) =>
                formatCount(value, language),
              );
            }),
          ),
      },
    },
  ];
}
