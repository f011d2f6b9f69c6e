import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createCity } from './generator/city.ts';
import { createFacilities } from './generator/facilities.ts';
import { writeGeoTiff } from './generator/geotiff.ts';
import { backgroundLayer, districtsLayer, streetsLayer } from './generator/layers.ts';
import { projectFile } from './generator/project-files.ts';
import { createRaster } from './generator/raster.ts';
import { readme } from './generator/readme.ts';
import { summarise } from './generator/summary.ts';
import { compoundsTable, elderCareTable, otherFacilitiesTable } from './generator/tables.ts';

/** The sample city as files, by name. The same bytes on every call: all randomness has a fixed seed. */
export function generateSampleCity(): Map<string, Uint8Array> {
  const city = createCity();
  const facilities = createFacilities(city);
  // One feature a line: small, and a change can be read as a difference.
  const json = (layer: { features: unknown[] }) => {
    const { features, ...head } = layer;
    const open = JSON.stringify(head).slice(0, -1);
    return new TextEncoder().encode(
      `${open},"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`,
    );
  };
  return new Map([
    ['facilities-elder-care.csv', elderCareTable(facilities)],
    ['facilities-other.csv', otherFacilitiesTable(facilities)],
    ['population-compounds.csv', compoundsTable(city)],
    ['population.tif', writeGeoTiff(createRaster(city))],
    ['districts.geojson', json(districtsLayer(city))],
    ['streets.geojson', json(streetsLayer(city))],
    ['background.geojson', json(backgroundLayer(city))],
    ['project.json', projectFile('compounds')],
    ['project-raster.json', projectFile('raster')],
    ['README.md', readme(summarise(city, facilities))],
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = dirname(fileURLToPath(import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of generateSampleCity()) writeFileSync(join(folder, name), bytes);
}
