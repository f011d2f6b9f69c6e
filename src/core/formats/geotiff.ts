import { fromArrayBuffer, type GeoTIFFImage } from 'geotiff';
import { type Checked, type Issue, UnusableData } from '../issue.ts';
import type { InputFile, RasterContent } from './content.ts';
import { type GeoKeys, projectionOfKeys } from './geotiff-crs.ts';

export const MAX_PIXELS = 100_000_000;
const RASTER_PIXEL_IS_POINT = 2;

interface Placement {
  originX: number;
  originY: number;
  pixelWidth: number;
  pixelHeight: number;
}

/**
 * First band of a GeoTIFF, people per pixel. NoData, not-a-number and negative values become NaN; negative ones are
 * counted in a warning. Throws UnusableData `file-empty`, `geotiff-unreadable`, `geotiff-rotated`,
 * `geotiff-no-position`, `raster-too-large`, `raster-no-values`, `crs-unknown`.
 */
export async function readGeoTiff(file: InputFile): Promise<Checked<RasterContent>> {
  if (file.bytes.length === 0) throw new UnusableData({ code: 'file-empty', file: file.name });
  const image = await openImage(file);
  const width = image.getWidth();
  const height = image.getHeight();
  if (!(width > 0 && height > 0)) throw unreadable(file);
  if (width * height > MAX_PIXELS) {
    const values = { megapixels: Math.round((width * height) / 1e6), limit: MAX_PIXELS / 1e6 };
    throw new UnusableData({ code: 'raster-too-large', file: file.name, values });
  }
  const keys = geoKeysOf(image, file);
  const placement = placementOf(image, keys, file);
  const projection = projectionOfKeys(keys);
  if (projection === undefined) {
    const crs = String(keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey ?? '');
    const citation = String(keys.PCSCitationGeoKey ?? keys.GTCitationGeoKey ?? '');
    throw new UnusableData({
      code: 'crs-unknown',
      file: file.name,
      values: { crs: `${crs} ${citation}`.trim() },
    });
  }
  const { values, issues } = people(await readBand(image, file), noDataOf(image), file.name);
  const raster = {
    kind: 'raster' as const,
    width,
    height,
    values,
    ...placement,
    projection,
    column: 'people',
  };
  return { value: { kind: 'raster', format: 'geotiff', file: file.name, raster }, issues };
}

/** The library throws plain errors where a key points outside its directory. */
function geoKeysOf(image: GeoTIFFImage, file: InputFile): GeoKeys {
  try {
    return { ...image.getGeoKeys() };
  } catch {
    throw unreadable(file);
  }
}

function noDataOf(image: GeoTIFFImage): number | null {
  try {
    return image.getGDALNoData();
  } catch {
    return null;
  }
}

function unreadable(file: InputFile): UnusableData {
  return new UnusableData({ code: 'geotiff-unreadable', file: file.name });
}

async function openImage(file: InputFile): Promise<GeoTIFFImage> {
  try {
    // A copy: the library keeps the buffer, and `bytes` may be a view into a larger one.
    const tiff = await fromArrayBuffer(file.bytes.slice().buffer);
    return await tiff.getImage(0);
  } catch {
    throw unreadable(file);
  }
}

type Band = ArrayLike<number> & { BYTES_PER_ELEMENT: number };

/** The library fills missing blocks of a cut file with zeros, which would count as nobody living there: look first. */
async function readBand(image: GeoTIFFImage, file: InputFile): Promise<Band> {
  try {
    await checkBlocks(image, file.bytes.length);
    const rasters = await image.readRasters({ samples: [0] });
    const band = Array.isArray(rasters) ? rasters[0] : rasters;
    if (band.length !== image.getWidth() * image.getHeight()) throw unreadable(file);
    return band;
  } catch {
    throw unreadable(file);
  }
}

async function checkBlocks(image: GeoTIFFImage, fileBytes: number): Promise<void> {
  const directory = image.fileDirectory;
  const tiled = directory.hasTag('TileOffsets');
  const offsets = await directory.loadValue(tiled ? 'TileOffsets' : 'StripOffsets');
  const counts = await directory.loadValue(tiled ? 'TileByteCounts' : 'StripByteCounts');
  if (!offsets || !counts || offsets.length === 0) throw new Error('no blocks');
  for (let i = 0; i < offsets.length; i++) {
    if (Number(offsets[i]) + Number(counts[i]) > fileBytes) throw new Error('block outside the file');
  }
}

/** Outer corner of the first pixel and size of a pixel, rows running southwards. */
function placementOf(image: GeoTIFFImage, keys: GeoKeys, file: InputFile): Placement {
  const scale = tagNumbers(image, 'ModelPixelScale');
  const tie = tagNumbers(image, 'ModelTiepoint');
  const matrix = tagNumbers(image, 'ModelTransformation');
  let placement: Placement;
  if (scale.length >= 2 && tie.length >= 6) {
    const [pixelWidth, pixelHeight] = scale;
    placement = {
      originX: tie[3] - tie[0] * pixelWidth,
      originY: tie[4] + tie[1] * pixelHeight,
      pixelWidth,
      pixelHeight,
    };
  } else if (matrix.length === 16) {
    if (matrix[1] !== 0 || matrix[4] !== 0)
      throw new UnusableData({ code: 'geotiff-rotated', file: file.name });
    placement = { originX: matrix[3], originY: matrix[7], pixelWidth: matrix[0], pixelHeight: -matrix[5] };
  } else {
    throw new UnusableData({ code: 'geotiff-no-position', file: file.name });
  }
  // Rows that run northwards, or columns that run westwards, are a mirror image: as unusual, and as unusable here.
  if (!(placement.pixelWidth > 0 && placement.pixelHeight > 0)) {
    throw new UnusableData({ code: 'geotiff-rotated', file: file.name });
  }
  if (keys.GTRasterTypeGeoKey === RASTER_PIXEL_IS_POINT) {
    placement.originX -= placement.pixelWidth / 2;
    placement.originY += placement.pixelHeight / 2;
  }
  return placement;
}

type PlacementTag = 'ModelPixelScale' | 'ModelTiepoint' | 'ModelTransformation';

/** The numbers of a tag, none where it is absent or damaged. */
function tagNumbers(image: GeoTIFFImage, tag: PlacementTag): number[] {
  try {
    return Array.from(image.fileDirectory.getValue(tag) ?? []);
  } catch {
    return [];
  }
}

function people(
  band: Band,
  noData: number | null,
  file: string,
): { values: Float32Array | Float64Array; issues: Issue[] } {
  const values =
    band instanceof Float64Array || band instanceof Uint32Array || band instanceof Int32Array
      ? new Float64Array(band.length)
      : new Float32Array(band.length);
  let negative = 0;
  let used = 0;
  // NoData is written as text in double precision; in a 32-bit band it is its nearest 32-bit number.
  const rounded = noData === null ? null : Math.fround(noData);
  for (let i = 0; i < band.length; i++) {
    const value = band[i];
    const missing =
      Number.isNaN(value) || value === noData || (band instanceof Float32Array && value === rounded);
    if (!missing && value < 0) negative++;
    values[i] = missing || value < 0 || !Number.isFinite(value) ? Number.NaN : value;
    if (!Number.isNaN(values[i])) used++;
  }
  if (used === 0) throw new UnusableData({ code: 'raster-no-values', file });
  const issues: Issue[] = [];
  if (negative > 0) {
    issues.push({ severity: 'warning', code: 'raster-negative-values', file, values: { count: negative } });
  }
  return { values, issues };
}
