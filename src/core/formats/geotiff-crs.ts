import { MOLLWEIDE, projectionOfEpsg } from '../crs/epsg.ts';

/** GeoTIFF keys by their names in the specification. */
export type GeoKeys = Readonly<Record<string, unknown>>;

const MODEL_GEOGRAPHIC = 2;
const USER_DEFINED = 32767;

/**
 * proj4 definition of a raster by its GeoKeys; '' for degrees on WGS-84; undefined when it cannot be told. GHS-POP names
 * its Mollweide in the citation only, and some CGCS2000 files spell their projection out as parameters.
 */
export function projectionOfKeys(keys: GeoKeys): string | undefined {
  const projectedCode = number(keys.ProjectedCSTypeGeoKey);
  const geographicCode = number(keys.GeographicTypeGeoKey);
  const citations = `${keys.PCSCitationGeoKey ?? ''} ${keys.GTCitationGeoKey ?? ''} ${keys.GeogCitationGeoKey ?? ''}`;
  if (
    keys.GTModelTypeGeoKey === MODEL_GEOGRAPHIC ||
    (projectedCode === undefined && geographicCode !== undefined)
  ) {
    const known = geographicCode === undefined ? undefined : projectionOfEpsg(geographicCode);
    if (known === '') return '';
    return /WGS[_ ]?(19)?84|CGCS_?2000|China_2000/i.test(citations) ? '' : undefined;
  }
  if (projectedCode !== undefined && projectedCode !== USER_DEFINED) return projectionOfEpsg(projectedCode);
  if (/mollweide/i.test(citations)) return MOLLWEIDE;
  return fromParameters(keys);
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Transverse Mercator, Albers and Lambert conformal conic as user-defined parameters, in metres. */
function fromParameters(keys: GeoKeys): string | undefined {
  const value = (name: string, otherwise: number) => number(keys[name]) ?? otherwise;
  const units = keys.ProjLinearUnitsGeoKey;
  if (units !== undefined && units !== 9001) return undefined;
  const semiMajor = value('GeogSemiMajorAxisGeoKey', 6378137);
  const ellipsoid = `+a=${semiMajor} +rf=${value('GeogInvFlatteningGeoKey', 298.257223563)}`;
  const easting = value('ProjFalseEastingGeoKey', value('ProjFalseOriginEastingGeoKey', 0));
  const northing = value('ProjFalseNorthingGeoKey', value('ProjFalseOriginNorthingGeoKey', 0));
  const lng = value('ProjNatOriginLongGeoKey', value('ProjFalseOriginLongGeoKey', 0));
  const lat = value('ProjNatOriginLatGeoKey', value('ProjFalseOriginLatGeoKey', 0));
  const frame = `+lat_0=${lat} +lon_0=${lng} +x_0=${easting} +y_0=${northing} ${ellipsoid} +units=m +no_defs`;
  const parallels = `+lat_1=${value('ProjStdParallel1GeoKey', 0)} +lat_2=${value('ProjStdParallel2GeoKey', 0)}`;
  switch (keys.ProjCoordTransGeoKey) {
    case 1:
      return `+proj=tmerc +k=${value('ProjScaleAtNatOriginGeoKey', 1)} ${frame}`;
    case 8:
      return `+proj=lcc ${parallels} ${frame}`;
    case 11:
      return `+proj=aea ${parallels} ${frame}`;
    default:
      return undefined;
  }
}
