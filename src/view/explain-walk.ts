import type { CardLine } from './explain-place.ts';
import { formatFactor, formatMeters, formatMinutes } from './numbers.ts';
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
  const meters = (value: number) => formatMeters(value, language);
  return [
    {
      label: say('screen.card.walkName', { name }),
      value: distanceWords({ meters: walk.meters, metersPerSecond }, say, language),
    },
    {
      label: say('screen.card.snap'),
      value: say('screen.card.snapEnds', {
        from: meters(walk.fromSnapMeters),
        to: meters(walk.toSnapMeters),
      }),
    },
    {
      label: say('screen.card.straightTo'),
      value:
        walk.straightMeters > 0
          ? say('screen.card.straightRatio', {
              meters: meters(walk.straightMeters),
              ratio: formatFactor(walk.meters / walk.straightMeters, language),
            })
          : say('screen.meters', { meters: meters(walk.straightMeters) }),
    },
  ];
}

const tenths = (value: number) => Math.round(value * 10) / 10;
