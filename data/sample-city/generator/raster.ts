import type { City } from './city.ts';
import type { Compound } from './compounds.ts';
import { fromLngLat, insideRing, type Point, toLngLat } from './geometry.ts';
import { dissolve, ringPoints } from './ground.ts';

export interface Raster {
  width: number;
  height: number;
  west: number;
  north: number;
  pixelDegreesLng: number;
  pixelDegreesLat: number;
  values: Float32Array;
}

export const NO_DATA = -9999;
/** About 100 m by 100 m at this latitude. */
const PIXEL_LNG = 0.00105;
const PIXEL_LAT = 0.0009;
const SAMPLE_METERS = 22;

/** People per pixel: each compound's people spread evenly over its footprint; no data outside the city. */
export function createRaster(city: City): Raster {
  const raster = emptyRaster(city);
  const sums = new Float64Array(raster.width * raster.height);
  for (const compound of city.compounds) {
    const samples = footprintSamples(compound);
    for (const point of samples) {
      const [lng, lat] = toLngLat(point);
      const column = Math.floor((lng - raster.west) / raster.pixelDegreesLng);
      const row = Math.floor((raster.north - lat) / raster.pixelDegreesLat);
      sums[row * raster.width + column] += compound.people / samples.length;
    }
  }
  raster.values = Float32Array.from(sums, (sum, i) => (sum > 0 ? sum : raster.values[i]));
  return raster;
}

function emptyRaster({ ground, blocks }: City): Raster {
  const outline = ringPoints(
    ground,
    dissolve(
      ground,
      blocks.map((block) => block.ring),
    )[0],
  );
  const positions = outline.map(toLngLat);
  const west = Math.floor(Math.min(...positions.map(([lng]) => lng)) * 100) / 100;
  const north = Math.ceil(Math.max(...positions.map(([, lat]) => lat)) * 100) / 100;
  const width = Math.ceil((Math.max(...positions.map(([lng]) => lng)) - west) / PIXEL_LNG);
  const height = Math.ceil((north - Math.min(...positions.map(([, lat]) => lat))) / PIXEL_LAT);
  const values = Float32Array.from({ length: width * height }, (_, i) => {
    const lng = west + ((i % width) + 0.5) * PIXEL_LNG;
    const lat = north - (Math.floor(i / width) + 0.5) * PIXEL_LAT;
    return insideRing(fromLngLat([lng, lat]), outline) ? 0 : NO_DATA;
  });
  return { width, height, west, north, pixelDegreesLng: PIXEL_LNG, pixelDegreesLat: PIXEL_LAT, values };
}

function footprintSamples({ at, footprint }: Compound): Point[] {
  const xs = footprint.map(({ x }) => x);
  const ys = footprint.map(({ y }) => y);
  const samples: Point[] = [];
  for (let x = Math.min(...xs) + SAMPLE_METERS / 2; x < Math.max(...xs); x += SAMPLE_METERS) {
    for (let y = Math.min(...ys) + SAMPLE_METERS / 2; y < Math.max(...ys); y += SAMPLE_METERS) {
      if (insideRing({ x, y }, footprint)) samples.push({ x, y });
    }
  }
  return samples.length > 0 ? samples : [at];
}
