import { gaussKrueger } from '../crs/epsg.ts';
import { degreeScale, readPair, saysLatitudeFirst } from './coordinate.ts';
import type { CoordinateSystem, PositionMapping } from './mapping.ts';
import { type ColumnProfile, columnByWords } from './profile.ts';

export type Confidence = 'header' | 'values' | 'none';

export interface PositionGuess {
  mapping: PositionMapping;
  position: Confidence;
  crs: Confidence;
}

const LNG: readonly RegExp[] = [
  /^(lng|lon|long|longitude|经度)$/,
  /^经度|经度(\(|（|$)/,
  /(^|_)(lng|lon|long|longitude)(_|\(|\d|$)/,
  /^(x|x坐标|坐标x|x_?coord(inate)?|coord_?x|point_x|东坐标|横坐标)$/,
];
const LAT: readonly RegExp[] = [
  /^(lat|latitude|纬度)$/,
  /^纬度|纬度(\(|（|$)/,
  /(^|_)(lat|latitude)(_|\(|\d|$)/,
  /^(y|y坐标|坐标y|y_?coord(inate)?|coord_?y|point_y|北坐标|纵坐标)$/,
];
const BOTH: readonly RegExp[] = [
  /坐标|经纬|coord|lng_?lat|lat_?l(o)?ng|lon_?lat|location|position|位置|point|wkt/,
];
const LAT_FIRST = /lat_?l|纬度?经/;

const CRS_WORDS: readonly { crs: CoordinateSystem; pattern: RegExp }[] = [
  { crs: 'bd09mc', pattern: /bd-?_?09-?_?(mc|m\b)|百度墨卡托|百度米制|百度平面/ },
  { crs: 'bd09', pattern: /bd-?_?09|百度|baidu/ },
  { crs: 'gcj02', pattern: /gcj|火星|高德|amap|gaode|腾讯/ },
  // Plain "Mercator" says nothing: Baidu's metres are a Mercator too, and are told by their size below.
  { crs: 'webmercator', pattern: /web_?mercator|3857|900913/ },
  { crs: 'wgs84', pattern: /wgs|gps|4326|cgcs|4490|国家2000|2000国家/ },
];

/** Where the positions of a table are, and in which system; fields are absent where nothing fits. */
export function guessPosition(profiles: ColumnProfile[], file: string): PositionGuess {
  const pair = pairColumn(profiles);
  if (pair) return guessPair(pair.column, pair.confidence, profiles, file);
  const byHeader = twoColumns(
    columnByWords(profiles, LNG, isNumeric),
    columnByWords(profiles, LAT, isNumeric),
  );
  const columns = byHeader ?? byValues(profiles);
  if (!columns) return { mapping: { crs: 'wgs84' }, position: 'none', crs: 'none' };
  const [lng, lat] = isExchanged(columns) ? [columns[1], columns[0]] : columns;
  const { crs, confidence } = guessCrs([lng, lat], [lng.median, lat.median], profiles, file);
  const mapping = { lng: lng.name, lat: lat.name, crs };
  return { mapping, position: byHeader ? 'header' : 'values', crs: confidence };
}

function isNumeric(profile: ColumnProfile): boolean {
  return profile.filled === 0 || (profile.numericShare >= 0.5 && profile.pairShare < 0.5);
}

function twoColumns(lng?: ColumnProfile, lat?: ColumnProfile): [ColumnProfile, ColumnProfile] | undefined {
  return lng && lat && lng !== lat ? [lng, lat] : undefined;
}

/** Columns without a telling name, whose decimals lie where China does. */
function byValues(profiles: ColumnProfile[]): [ColumnProfile, ColumnProfile] | undefined {
  const decimals = profiles.filter((profile) => profile.decimalShare > 0.8 && profile.numericShare > 0.9);
  const found = twoColumns(
    decimals.find(({ min, max }) => min >= 73 && max <= 136),
    decimals.find(({ min, max }) => min >= 3 && max <= 54),
  );
  return found ?? scaledByValues(profiles);
}

/** The same as integers, degrees × 10⁶. */
function scaledByValues(profiles: ColumnProfile[]): [ColumnProfile, ColumnProfile] | undefined {
  const numbers = profiles.filter((profile) => profile.numericShare > 0.9 && profile.decimalShare === 0);
  return twoColumns(
    numbers.find(({ min, max }) => min >= 73e6 && max <= 136e6),
    numbers.find(({ min, max }) => min >= 3e6 && max <= 54e6),
  );
}

/**
 * A latitude above 90, or a "longitude" of Chinese latitudes beside it; and the surveyors' x that runs north, whose
 * easting carries a zone number.
 */
function isExchanged([lng, lat]: [ColumnProfile, ColumnProfile]): boolean {
  const scale = degreeScale(lng.median, lat.median);
  const [x, y] = [lng.median / scale, lat.median / scale];
  if (Math.abs(y) > 90 && Math.abs(y) <= 180) return Math.abs(x) <= 90;
  if (x >= 15 && x <= 54 && y >= 73 && y <= 136) return true;
  return zoneOf(x) === undefined && zoneOf(y) !== undefined && x > 1_500_000 && x < 6_500_000;
}

/** Zone number in front of a Gauss-Krüger easting: 16–23 (6°) or 25–45 (3°). Below lie Mercator metres of China. */
function zoneOf(easting: number): number | undefined {
  const zone = Math.floor(easting / 1_000_000);
  const rest = easting - zone * 1_000_000;
  const known = (zone >= 16 && zone <= 23) || (zone >= 25 && zone <= 45);
  return known && rest > 200_000 && rest < 800_000 ? zone : undefined;
}

function pairColumn(
  profiles: ColumnProfile[],
): { column: ColumnProfile; confidence: Confidence } | undefined {
  const named = columnByWords(profiles, BOTH, (profile) => profile.pairShare >= 0.8);
  if (named) return { column: named, confidence: 'header' };
  const column = profiles.find(({ pairShare, decimalShare }) => pairShare >= 0.9 && decimalShare >= 0.9);
  return column && { column, confidence: 'values' };
}

function guessPair(
  column: ColumnProfile,
  position: Confidence,
  profiles: ColumnProfile[],
  file: string,
): PositionGuess {
  const pair = readPair(column.example) ?? [Number.NaN, Number.NaN];
  const scale = degreeScale(...pair);
  const [a, b] = [pair[0] / scale, pair[1] / scale];
  const latFirst = isLatitudeFirst(a, b, column);
  const { crs, confidence } = guessCrs([column], latFirst ? [b, a] : [a, b], profiles, file);
  const mapping: PositionMapping = {
    coordinates: column.name,
    coordinatesOrder: latFirst ? 'lat-lng' : 'lng-lat',
    crs,
  };
  return { mapping, position, crs: confidence };
}

/** By what cannot be a latitude, by where China lies, by the letters of the cell, by the header. */
function isLatitudeFirst(a: number, b: number, column: ColumnProfile): boolean {
  if (!(Math.abs(a) <= 90)) return false;
  if (Math.abs(b) > 90 || (a >= 3 && a <= 54 && b >= 73 && b <= 136)) return true;
  return LAT_FIRST.test(column.words) || saysLatitudeFirst(column.example);
}

/** By the words of the position columns, of a column that names the system, or of the file name; else by magnitude. */
function guessCrs(
  columns: ColumnProfile[],
  [x, y]: [number, number],
  profiles: ColumnProfile[],
  file: string,
): { crs: CoordinateSystem; confidence: Confidence } {
  const stated = columnByWords(profiles, [/坐标系|^crs$|^srs$|coordinate_?system/]);
  const texts = [
    ...columns.map((column) => column.words),
    stated?.example.toLowerCase() ?? '',
    file.toLowerCase(),
  ];
  const word = texts
    .map((text) => CRS_WORDS.find(({ pattern }) => pattern.test(text)))
    .find((found) => found);
  const metric = (Math.abs(x) > 180 || Math.abs(y) > 180) && degreeScale(x, y) === 1;
  if (!metric)
    return word && word.crs !== 'bd09mc' && word.crs !== 'webmercator' ? header(word.crs) : degrees();
  if (word?.crs === 'bd09' || word?.crs === 'bd09mc') return header('bd09mc');
  if (word?.crs === 'webmercator') return header('webmercator');
  const zone = zoneOf(x);
  if (zone !== undefined) {
    const meridian = zone >= 25 ? zone * 3 : zone * 6 - 3;
    return { crs: `proj:${gaussKrueger(meridian, zone * 1_000_000 + 500_000)}`, confidence: 'values' };
  }
  // Metres of this size in China come from Baidu's exports far more often than from EPSG:3857.
  if (x > 8e6 && x < 1.56e7 && y > 1.5e6 && y < 7.6e6) return { crs: 'bd09mc', confidence: 'values' };
  if (Math.abs(x) > 1e6 && Math.abs(x) < 2.004e7 && Math.abs(y) < 2.004e7) {
    return { crs: 'webmercator', confidence: 'values' };
  }
  return { crs: 'wgs84', confidence: 'none' };
}

function header(crs: CoordinateSystem): { crs: CoordinateSystem; confidence: Confidence } {
  return { crs, confidence: 'header' };
}

/** Degrees without a word: WGS-84 is assumed, and said to be an assumption. */
function degrees(): { crs: CoordinateSystem; confidence: Confidence } {
  return { crs: 'wgs84', confidence: 'none' };
}
