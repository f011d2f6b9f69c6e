import { type Converter, projected } from '../crs/convert.ts';
import { type Issue, UnusableData } from '../issue.ts';

/** proj4 definition or '' for degrees, and what brings a position to WGS-84. */
export interface FileCrs {
  projection: string;
  toWgs84: Converter;
}

/** Degrees as they are: WGS-84 or what is taken as such. */
export const DEGREES: FileCrs = { projection: '', toWgs84: projected('') };

/**
 * The coordinate system that a well-known text describes. A datum whose shift is not known is taken as WGS-84 and named in
 * a warning. Throws UnusableData `crs-unknown` {crs}.
 */
export function crsOfWkt(wkt: string, file: string, issues: Issue[]): FileCrs {
  const datum = /(Beijing_?1954|Xian_?1980|Xian_?80|Krasovsky|Tokyo)/i.exec(wkt);
  if (datum)
    issues.push({ severity: 'warning', code: 'datum-shift-unknown', file, values: { datum: datum[1] } });
  if (/^\s*GEOG(CS|CRS)/i.test(wkt)) return DEGREES;
  try {
    return { projection: wkt, toWgs84: projected(wkt) };
  } catch {
    throw new UnusableData({ code: 'crs-unknown', file, values: { crs: wkt.slice(0, 200) } });
  }
}
