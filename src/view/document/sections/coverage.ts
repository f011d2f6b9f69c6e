import type { CoverageRow } from '../../../core/analysis/coverage.ts';
import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { distanceProfile } from '../../../core/analysis/distance-profile.ts';
import type { ServiceCoverage } from '../../../core/project/result.ts';
import { coverageFinding, methodWords, rowsOf, wholeAreaRow } from '../../coverage-finding.ts';
import { curveEnd, distanceCurve } from '../../distance-curve.ts';
import { plainSentence } from '../../finding.ts';
import { limitWords } from '../../limits.ts';
import { districtName, groupName, levelName, serviceName } from '../../names.ts';
import { formatCount, formatShare } from '../../numbers.ts';
import {
  type Context,
  coverageMark,
  figure,
  levelsShown,
  mainCoverages,
  questionFor,
  words,
} from '../context.ts';
import type { Block, DocumentChart, DocumentTable } from '../document.ts';
import { coveragePicture } from '../static-map.ts';

/** Findings by service: the sentence, the map, the curve, and every limit under every reading. */
export function servicesSection(context: Context): Block[] {
  const { data, template, say, language } = context;
  const mapped = new Set(
    template.maps ??
      mainCoverages(data)
        .slice(0, 1)
        .map((one) => one.service),
  );
  const blocks: Block[] = [];
  for (const one of mainCoverages(data)) {
    const [limit] = one.limits;
    const question = limit && questionFor(data, one, limit);
    const row = question && wholeAreaRow(one.rows, question);
    if (!row) continue;
    blocks.push(
      { kind: 'heading', text: serviceName(one.service, language) },
      { kind: 'text', text: plainSentence(coverageFinding(row, question, say, language)) },
    );
    if (mapped.has(one.service))
      blocks.push({ kind: 'picture', picture: coveragePicture(context, one, question) });
    blocks.push(
      { kind: 'table', table: limitsTable(context, one) },
      { kind: 'chart', chart: curveChart(context, one) },
    );
  }
  return blocks;
}

/** The whole area: each limit under each reading. */
function limitsTable({ data, say, language, tracer }: Context, one: ServiceCoverage): DocumentTable {
  const rows = one.rows.filter((row) => row.district === WHOLE_AREA);
  const number = (value: number) => formatCount(value, language);
  return {
    id: `coverage-${one.service}`,
    caption: say('document.table.limits', {
      service: serviceName(one.service, language),
      group: groupName(one.group, say),
    }),
    columns: [
      { label: say('document.column.limit') },
      { label: say('document.column.method') },
      { label: say('document.column.total'), isNumber: true },
      { label: say('screen.column.covered'), isNumber: true },
      { label: say('screen.column.uncovered'), isNumber: true },
      { label: say('screen.column.share'), isNumber: true },
      { label: say('document.column.trace') },
    ],
    rows: rows.map((row) => [
      words(limitWords(limitOf(row), say, language)),
      words(methodWords({ reading: row.method, detourFactor: one.detourFactor }, say, language)),
      figure(row.total, number),
      figure(row.covered, number),
      figure(row.total - row.covered, number),
      figure(row.share, (value) => formatShare(value, language)),
      words(coverageMark(tracer, one, row)),
    ]),
    trace: rows[0] && coverageMark(tracer, one, questionRow(data, one)),
  };
}

function questionRow(data: Context['data'], one: ServiceCoverage) {
  const question = questionFor(data, one, one.limits[0]);
  return { ...question, method: question.reading };
}

function limitOf({ limitMeters, limitMinutes }: CoverageRow) {
  return limitMinutes === undefined
    ? { meters: limitMeters }
    : { meters: limitMeters, minutes: limitMinutes };
}

const STEP = 50;
const FARTHEST = 3000;
const INK = [31, 90, 150] as const;

/** Share of people against distance, under the reading of the report. */
function curveChart({ data, say, language, tracer }: Context, one: ServiceCoverage): DocumentChart {
  const question = questionFor(data, one, one.limits[0]);
  const along = question.reading === 'network' ? one.network?.nearest.meters : undefined;
  const profile = along ? distanceProfile(one.values, along, STEP, FARTHEST) : one.profile;
  const factor = question.reading === 'detour' ? (one.detourFactor ?? 1) : 1;
  const curve = distanceCurve(profile, factor);
  const end = curveEnd(
    curve,
    one.limits.map((limit) => limit.meters),
  );
  const service = serviceName(one.service, language);
  return {
    id: `curve-${one.service}`,
    caption: say('document.chart.curve', { service, group: groupName(one.group, say) }),
    kind: 'lines',
    categories: [],
    series: [
      {
        name: groupName(one.group, say),
        colour: INK,
        points: curve.points.filter(([meters]) => meters <= end),
      },
    ],
    isShare: true,
    xTitle: say('screen.chart.distance', { method: methodWords(question, say, language) }),
    yTitle: say('document.chart.people'),
    trace: coverageMark(tracer, one, questionRow(data, one)),
  };
}

/** Services beside each other in one table: more make it unreadable. */
const SERVICES_A_TABLE = 5;

/** Findings by district: the share of every service within its first limit, level by level. */
export function districtsSection(context: Context): Block[] {
  const { data, say } = context;
  const coverages = mainCoverages(data).filter((one) => one.limits.length > 0);
  const blocks: Block[] = [];
  for (const level of levelsShown(context)) {
    for (let from = 0; from < coverages.length; from += SERVICES_A_TABLE) {
      const some = coverages.slice(from, from + SERVICES_A_TABLE);
      blocks.push({ kind: 'table', table: sharesTable(context, level, some, from / SERVICES_A_TABLE + 1) });
    }
  }
  if (blocks.length > 0) blocks.unshift({ kind: 'text', text: say('document.districtsIntro') });
  return blocks;
}

function sharesTable(
  { data, say, language, tracer }: Context,
  level: string,
  coverages: ServiceCoverage[],
  part: number,
): DocumentTable {
  const questions = coverages.map((one) => questionFor(data, one, one.limits[0]));
  const rows = coverages.map((one, k) => rowsOf(one.rows, questions[k]).filter((row) => row.level === level));
  const marks = coverages.map((one) => coverageMark(tracer, one, questionRow(data, one)));
  return {
    id: `districts-${level}-${part}`,
    caption: say('document.table.districts', { level: levelName(level, say), part }),
    columns: [
      { label: say('screen.column.district') },
      ...coverages.flatMap((one, k) => {
        const service = serviceName(one.service, language);
        const limit = limitWords(one.limits[0], say, language);
        return [
          { label: say('document.column.serviceShare', { service, limit, mark: marks[k] }), isNumber: true },
          { label: say('document.column.serviceUncovered'), isNumber: true },
        ];
      }),
    ],
    rows: rows[0].map((first, k) => [
      words(districtName(first.district, data.result.districts, say)),
      ...rows.flatMap((ofOne) => {
        const row = ofOne.find((one) => one.district === first.district) ?? ofOne[k];
        return [
          figure(row ? row.share : Number.NaN, (value) => formatShare(value, language)),
          figure(row ? row.total - row.covered : Number.NaN, (value) => formatCount(value, language)),
        ];
      }),
    ]),
    trace: marks.join(' '),
  };
}
