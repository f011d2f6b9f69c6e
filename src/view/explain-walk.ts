import type { CardLine } from './explain-place.ts';
import { formatFactor, formatMeters, formatMinutes, formatSpeed } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

/** Metres, and where somebody walks them the speed that makes minutes of them. */
export interface Distance {
  meters: number;
  metersPerSecond?: number;
}

/** `690 米、9.6 分钟`; without a speed only the metres. */
export function distanceWords({ meters, metersPerSecond }: Distance, say: Say, language: Language): string {
  const written = formatMeters(meters, language);
  if (metersPerSecond === undefined) return say('screen.meters', { meters: written });
  return say('screen.card.walkDistance', {
    meters: written,
    minutes: formatMinutes(tenths(meters / metersPerSecond / 60), language),
  });
}

/** A walk along the streets, as the engine finds it. */
export interface Walk {
  meters: number;
  fromSnapMeters: number;
  toSnapMeters: number;
  straightMeters: number;
}

/** The walk line by line: to where, how long, what of it lies off the streets, and the straight line beside it. */
export function explainWalk(
  walk: Walk,
  name: string,
  metersPerSecond: number,
  say: Say,
  language: Language,
): CardLine[] {
  const meters = (value: number) => say('screen.meters', { meters: formatMeters(value, language) });
  const minutes = formatMinutes(tenths(walk.meters / metersPerSecond / 60), language);
  const lines = [
    { label: say('screen.card.walkTo'), value: name },
    { label: say('screen.card.walkLength'), value: meters(walk.meters) },
    {
      label: say('screen.card.walkTime', { speed: formatSpeed(metersPerSecond, language) }),
      value: say('screen.minutes', { minutes }),
    },
    { label: say('screen.card.snapFrom'), value: meters(walk.fromSnapMeters) },
    { label: say('screen.card.snapTo'), value: meters(walk.toSnapMeters) },
    { label: say('screen.card.straightTo'), value: meters(walk.straightMeters) },
  ];
  if (walk.straightMeters > 0) {
    lines.push({
      label: say('screen.card.ratio'),
      value: `× ${formatFactor(walk.meters / walk.straightMeters, language)}`,
    });
  }
  return lines;
}

const tenths = (value: number) => Math.round(value * 10) / 10;
