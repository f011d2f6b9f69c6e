import { UnusableData } from '../issue.ts';
import type { InputFile } from './content.ts';
import { decodeText } from './encoding.ts';

/** Streets, water, railways as GeoJSON, drawn behind the result and not computed with: kept as parsed. */
export interface Background {
  file: string;
  geojson: { type: 'FeatureCollection'; features: unknown[] };
}

export function readBackground(file: InputFile): Background {
  let parsed: unknown;
  try {
    parsed = JSON.parse(decodeText(file.bytes).text);
  } catch {
    throw new UnusableData({ code: 'geojson-invalid-json', file: file.name });
  }
  const features = (parsed as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) throw new UnusableData({ code: 'geojson-not-geojson', file: file.name });
  return { file: file.name, geojson: { type: 'FeatureCollection', features } };
}
