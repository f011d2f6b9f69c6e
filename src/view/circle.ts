import type { LifeCircle, LifeCircleRow } from '../core/analysis/life-circle.ts';
import type { ServiceId } from '../core/dataset/services.ts';
import { type CellClass, type CellClasses, classify } from './cell-classes.ts';
import type { Figure } from './coverage-figures.ts';
import type { CardLine } from './explain-place.ts';
import { type FindingPart, sentenceParts } from './finding.ts';
import { type DistrictNames, districtName, serviceInSentence, serviceName } from './names.ts';
import { formatCount, formatHeadline, formatMeters, formatShare, formatSpeed } from './numbers.ts';
import { mix, type Rgb } from './palette.ts';
import type { Language, Say } from './words/index.ts';

/** How complete the circle of services around people's homes is. */
export interface CircleAnswer {
  result: LifeCircle;
  minutes: number;
  metersPerSecond: number;
}

/** Services of the circle: those the user ticked and that are open, else all that are open. */
export function circleServices(
  services: readonly { id: ServiceId; open: number }[],
  ticked: readonly ServiceId[] | undefined,
): ServiceId[] {
  const open = services.filter((one) => one.open > 0).map((one) => one.id);
  return ticked === undefined ? open : open.filter((id) => ticked.includes(id));
}

/** Symbols on the map: those of many services at once would hide what the cells say. */
export function symbolsOfCircle(services: readonly ServiceId[]): ServiceId[] {
  return services.length <= 2 ? [...services] : [];
}

/** ColorBrewer's BuPu: even steps, darker where more is missing. */
const STOPS: readonly Rgb[] = [
  [158, 202, 225],
  [140, 150, 198],
  [140, 107, 177],
  [129, 15, 124],
  [60, 0, 60],
];

function scaleColour(t: number): Rgb {
  const at = t * (STOPS.length - 1);
  const k = Math.min(STOPS.length - 2, Math.floor(at));
  return mix(STOPS[k], STOPS[k + 1], at - k);
}

/** How many services may be missing in each class: none, one, a few, more, nearly all, all. */
function missingBands(most: number): { from: number; to: number }[] {
  const ends = [0, 1, 3, 6, most - 1, most].filter(
    (end, k, all) => end <= most && (k === 0 || end > all[k - 1]),
  );
  return [...new Set(ends)]
    .sort((a, b) => a - b)
    .map((to, k, all) => ({ from: k === 0 ? 0 : all[k - 1] + 1, to }));
}

/** Classes by the number of services within reach, from all down to none. */
export function classifyCircle(people: Float64Array, { count, services }: LifeCircle): CellClasses {
  const most = services.length;
  const bands = missingBands(most);
  const classes = bands.map(({ from, to }, k): CellClass => {
    const colour = scaleColour(bands.length < 2 ? 0 : k / (bands.length - 1));
    const one = from === to ? ('count' as const) : ('countSome' as const);
    const kind = from === 0 ? 'countAll' : from === most ? 'countNone' : one;
    return { kind, from: most - to, to: most - from, colour };
  });
  return classify(classes, people, (i) => bands.findIndex((band) => most - count[i] <= band.to));
}

/** How the circle was measured: along the streets where there are any. */
export function circleMethod(
  { result, metersPerSecond }: CircleAnswer,
  hasNetwork: boolean,
  say: Say,
  language: Language,
): string {
  return say('screen.circle.method', {
    method: say(hasNetwork ? 'method.network' : 'method.straight'),
    speed: formatSpeed(metersPerSecond, language),
    meters: formatMeters(result.limitMeters, language),
  });
}

export function circleFinding(
  answer: CircleAnswer,
  row: LifeCircleRow,
  method: string,
  say: Say,
  language: Language,
): FindingPart[] {
  const { services } = answer.result;
  const figures: Record<string, string> = { total: formatHeadline(row.people, language) };
  const words = { minutes: String(answer.minutes), method, count: String(services.length), service: '' };
  if (row.weakest < 0) return sentenceParts((all) => say('screen.circle.findingAll', all), figures, words);
  figures.share = formatShare(row.byCount[services.length] / row.people, language);
  figures.lacking = formatHeadline(row.lacking[row.weakest], language);
  words.service = serviceInSentence(services[row.weakest], language);
  return sentenceParts((all) => say('screen.circle.finding', all), figures, words);
}

export function circleFigures({ people, byCount }: LifeCircleRow, say: Say, language: Language): Figure[] {
  const unit = language === 'en' ? '' : say('unit.people');
  const most = byCount.length - 1;
  const [all, one] = [byCount[most], byCount[most - 1] ?? 0];
  const figure = (id: string, value: number): Figure => ({
    id,
    label: say(`screen.figure.${id}`),
    value: formatHeadline(value, language),
    unit,
  });
  return [
    figure('circleAll', all),
    figure('circleOne', one),
    figure('circleMore', Math.max(0, people - all - one)),
  ];
}

export interface CircleLine {
  district: number;
  name: string;
  total: number;
  allShare: number;
  weakest: string;
  lacking: number;
}

export function circleLines(
  { rows, services }: LifeCircle,
  level: string,
  districts: DistrictNames | undefined,
  say: Say,
  language: Language,
): CircleLine[] {
  return rows
    .filter((row) => row.level === level)
    .map((row) => ({
      district: row.district,
      name: districtName(row.district, districts, say),
      total: row.people,
      allShare: row.byCount[services.length] / row.people,
      weakest: row.weakest < 0 ? '' : serviceName(services[row.weakest], language),
      lacking: row.weakest < 0 ? 0 : row.lacking[row.weakest],
    }));
}

/** What one place has within reach and what it lacks. */
export function explainCircle(
  { result, minutes }: CircleAnswer,
  place: number,
  say: Say,
  language: Language,
) {
  const lacks = (_: ServiceId, s: number) => ((result.missing[place] >>> s) & 1) === 1;
  const names = (ids: ServiceId[]) => ids.map((id) => serviceName(id, language));
  const missing = result.services.filter(lacks);
  return {
    isComplete: missing.length === 0,
    text: say('screen.card.circle', {
      count: formatCount(result.count[place], language),
      total: formatCount(result.services.length, language),
      minutes: String(minutes),
      meters: formatMeters(result.limitMeters, language),
    }),
    missing: names(missing),
    present: names(result.services.filter((id) => !missing.includes(id))),
  };
}

/** How many of a district have all services, and how many lack each. */
export function explainCircleDistrict(
  { result }: CircleAnswer,
  district: number,
  say: Say,
  language: Language,
): { text: string; isGood: boolean; lines: CardLine[] } {
  const row = result.rows.find((one) => one.district === district);
  if (!row || !(row.people > 0)) return { text: say('state.no-people'), isGood: false, lines: [] };
  const all = row.byCount[result.services.length];
  return {
    text: say('screen.card.circleDistrict', {
      all: formatCount(all, language),
      total: formatCount(row.people, language),
      share: formatShare(all / row.people, language),
      count: formatCount(result.services.length, language),
    }),
    isGood: all >= row.people,
    lines: result.services.map((id, s) => ({
      label: serviceName(id, language),
      value: `${formatCount(row.lacking[s], language)} ${say('unit.people')}`,
    })),
  };
}
