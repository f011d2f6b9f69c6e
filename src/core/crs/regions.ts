/**
 * Where Chinese map services shift coordinates (GCJ-02): the mainland. Hong Kong, Macau and Taiwan are not shifted.
 * The outlines are coarse, drawn through water and along the boundary rivers to within a few hundred metres: they
 * decide a conversion, nothing is drawn from them.
 */
type Outline = readonly (readonly [number, number])[];

const HONG_KONG: Outline = [
  [113.82, 22.13],
  [113.82, 22.22],
  [113.86, 22.42],
  [113.93, 22.453],
  [113.98, 22.483],
  [114.03, 22.502],
  [114.055, 22.512],
  [114.085, 22.526],
  [114.115, 22.532],
  [114.145, 22.542],
  [114.165, 22.561],
  [114.185, 22.555],
  [114.225, 22.546],
  [114.25, 22.556],
  [114.33, 22.566],
  [114.45, 22.566],
  [114.46, 22.5],
  [114.505, 22.42],
  [114.505, 22.13],
];
const MACAU: Outline = [
  [113.534, 22.2],
  [113.534, 22.212],
  [113.548, 22.2165],
  [113.605, 22.2165],
  [113.605, 22.105],
  [113.552, 22.105],
  [113.55, 22.14],
  [113.538, 22.155],
  [113.53, 22.185],
];
const TAIWAN: Outline = [
  [119.15, 23],
  [119.15, 23.9],
  [120.2, 24.9],
  [121.2, 25.6],
  [122.3, 25.6],
  [122.3, 21.7],
  [120, 21.7],
];

/** The box in which the published shift is defined. */
export function inShiftBox(lng: number, lat: number): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

export function isShifted(lng: number, lat: number): boolean {
  return inShiftBox(lng, lat) && ![HONG_KONG, MACAU, TAIWAN].some((outline) => isInside(outline, lng, lat));
}

function isInside(outline: Outline, lng: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [x1, y1] = outline[i];
    const [x2, y2] = outline[j];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
