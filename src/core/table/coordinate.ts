import { isBlank } from './number.ts';

/** Coordinates as people write them: decimal degrees, degrees-minutes-seconds, metres; one in a cell, or two. */
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const DEGREES =
  /^([+-]?)(\d{1,3}(?:\.\d+)?)\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:'(?!')|分)\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|'{2}|秒)?\s*)?$/;
/** Without signs three numbers are needed: two could be a time of day, or two coordinates. */
const BARE_DEGREES = /^([+-]?)(\d{1,3})[\s:]+(\d{1,2})[\s:]+(\d{1,2}(?:\.\d+)?)$/;
/** With a hemisphere two are enough, and hyphens are no signs. */
const BARE_WITH_LETTER = /^()(\d{1,3})[\s:-]+(\d{1,2}(?:\.\d+)?)(?:[\s:-]+(\d{1,2}(?:\.\d+)?))?$/;
const LABEL = /^(?:经度|纬度|longitude|latitude|lng|long|lon|lat)\s*[:=]?\s*/i;
const HEMISPHERE = /^(?:([EWNS东西南北])[经纬]?\s*[:=]?\s*)?(.*?)(?:\s*([EWNS东西南北]))?$/i;

/** One spelling for the many signs of degrees, minutes and seconds. */
function normalSigns(text: string): string {
  return text
    .replace(/[º˚゜]/g, '°')
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[’‘′´`]/g, "'")
    .replace(/[”“]/g, '"')
    .trim();
}

/**
 * A coordinate: decimal, `121°28'17"E`, `E 121.47`, `N39 54 20`. NaN when blank, undefined when it is none. Metres pass
 * as plain numbers.
 */
export function readCoordinate(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  if (isBlank(text)) return Number.NaN;
  const normal = normalSigns(text).replace(LABEL, '');
  if (PLAIN.test(normal)) return Number(normal);
  const parts = HEMISPHERE.exec(normal);
  if (!parts) return undefined;
  const letter = parts[1] ?? parts[3];
  const sign = /[WS西南]/i.test(letter ?? '') ? -1 : 1;
  if (PLAIN.test(parts[2])) return sign * Number(parts[2]);
  const match =
    DEGREES.exec(parts[2]) ??
    BARE_DEGREES.exec(parts[2]) ??
    (letter === undefined ? null : BARE_WITH_LETTER.exec(parts[2]));
  if (!match) return undefined;
  const [minutes, seconds] = [Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (minutes >= 60 || seconds >= 60) return undefined;
  const degrees = Number(match[2]) + minutes / 60 + seconds / 3600;
  return sign * (match[1] === '-' ? -degrees : degrees);
}

const PAIR = /^([+-]?\d+(?:\.\d+)?)(?:\s*[,;|/、]\s*|\s+)([+-]?\d+(?:\.\d+)?)$/;
const POINT = /^(?:SRID=\d+;)?\s*POINT\s*(?:Z\s*)?(?=\()/i;
const BRACKETS = /[()[\]{}<>【】「」《》]/g;
const LABELS = /["']?(?:经度|纬度|longitude|latitude|lng|long|lon|lat)["']?\s*[:=]\s*/gi;
/** What tells that one part of a pair is written with signs or letters. */
const SIGNED = /[°度NSEW东西南北]/i;
const LONGEST_PAIR = 100;

/**
 * Two coordinates in one cell, in the order they are written: `104.07,30.62`, `POINT(104.07 30.62)`, `{"lng":104,"lat":30}`,
 * `31°14′N 121°28′E`, with any separator and brackets. Undefined when it is no such pair.
 */
export function readPair(text: string): [number, number] | undefined {
  if (text.length > LONGEST_PAIR) return undefined;
  const bare = normalSigns(text).replace(POINT, '').replace(LABELS, ' ').replace(BRACKETS, ' ').trim();
  const match = PAIR.exec(bare);
  if (match) return [Number(match[1]), Number(match[2])];
  return SIGNED.test(bare) ? signedPair(bare) : undefined;
}

/** At whatever place the text falls into two coordinates, each with a sign or letter of its own. */
function signedPair(text: string): [number, number] | undefined {
  for (let at = 1; at < text.length; at++) {
    const left = text.slice(0, at).replace(/[\s,;|/、]+$/, '');
    const right = text.slice(at).replace(/^[\s,;|/、]+/, '');
    if (!SIGNED.test(left) || !SIGNED.test(right)) continue;
    const [a, b] = [readCoordinate(left), readCoordinate(right)];
    if (a !== undefined && b !== undefined && !Number.isNaN(a + b)) return [a, b];
  }
  return undefined;
}

/** Whether a pair says by its letters that the latitude comes first. */
export function saysLatitudeFirst(text: string): boolean {
  return /^[^EW东西经]*[NS南北纬]|^\W*lat/i.test(normalSigns(text));
}

/** Beyond every easting of a Gauss-Krüger zone and every Mercator metre: such a number can only be degrees × 10⁶. */
const ABOVE_METERS = 46_000_000;

/**
 * By what a pair of integers has to be divided to be degrees: trackers and old map services store them × 10⁶ or × 10⁷. 1 for
 * anything else.
 */
export function degreeScale(x: number, y: number): 1 | 1_000_000 | 10_000_000 {
  if (!Number.isInteger(x) || !Number.isInteger(y)) return 1;
  const largest = Math.max(Math.abs(x), Math.abs(y));
  const smallest = Math.min(Math.abs(x), Math.abs(y));
  for (const scale of [1_000_000, 10_000_000] as const) {
    const isDegrees = largest <= 180 * scale && smallest <= 90 * scale;
    if (isDegrees && largest > (ABOVE_METERS * scale) / 1_000_000) return scale;
  }
  return 1;
}
