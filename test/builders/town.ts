import type { InputFile } from '../../src/core/formats/content.ts';
import { riverTown } from '../worlds/river-town.ts';
import { collection, feature, jsonFile } from './files.ts';

/** The town by hand as GeoJSON lines, without its gate, which stands on a node. */
export function townGeoJson(name = 'town.geojson'): InputFile {
  const { lng, lat, ref, wayStart, wayTags } = riverTown();
  const ways = wayTags.map((tags, way) =>
    feature(
      {
        type: 'LineString',
        coordinates: Array.from(ref.slice(wayStart[way], wayStart[way + 1]), (row) => [lng[row], lat[row]]),
      },
      tags,
    ),
  );
  return jsonFile(name, collection(ways));
}
