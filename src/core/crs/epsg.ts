/**
 * proj4 definitions of the coordinate systems that planning files in China, and the open data beside them, come in.
 * CGCS2000 and WGS-84 are taken as one: they differ by centimetres.
 */
export const WEB_MERCATOR =
  '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
export const MOLLWEIDE = '+proj=moll +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs';

const GEOGRAPHIC = new Set([4326, 4490, 4979, 4480, 4258, 4269, 4674]);
const MERCATOR = new Set([3857, 900913, 102100, 102113, 3785]);

/** Gauss-Krüger on the CGCS2000 ellipsoid; `falseEasting` carries the zone number where the system has one. */
export function gaussKrueger(centralMeridian: number, falseEasting: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}

/** proj4 definition of an EPSG (or ESRI) code; '' for degrees on WGS-84 or its like; undefined when it is not known. */
export function projectionOfEpsg(code: number): string | undefined {
  if (GEOGRAPHIC.has(code)) return '';
  if (MERCATOR.has(code)) return WEB_MERCATOR;
  if (code === 54009) return MOLLWEIDE;
  if (code > 32600 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  if (code > 32700 && code <= 32760)
    return `+proj=utm +zone=${code - 32700} +south +datum=WGS84 +units=m +no_defs`;
  return cgcs2000(code);
}

/** EPSG 4491–4554: 6° and 3° zones, first with the zone number in front of the easting, then without. */
function cgcs2000(code: number): string | undefined {
  if (code >= 4491 && code <= 4501) {
    const zone = code - 4491 + 13;
    return gaussKrueger(zone * 6 - 3, zone * 1_000_000 + 500_000);
  }
  if (code >= 4502 && code <= 4512) return gaussKrueger(75 + (code - 4502) * 6, 500_000);
  if (code >= 4513 && code <= 4533) {
    const zone = code - 4513 + 25;
    return gaussKrueger(zone * 3, zone * 1_000_000 + 500_000);
  }
  if (code >= 4534 && code <= 4554) return gaussKrueger(75 + (code - 4534) * 3, 500_000);
  return undefined;
}
