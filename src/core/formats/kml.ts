import { projected } from '../crs/convert.ts';
import { UnusableData } from '../issue.ts';
import { uniqueHeader } from '../table/header.ts';
import type { Table } from '../table/table.ts';
import type { Task } from '../task.ts';
import type { FeatureContent, InputFile } from './content.ts';
import { collectFeatures } from './features.ts';
import { KmlListener, type Placemark } from './kml-listener.ts';
import { textChunks } from './text-chunks.ts';
import { XmlScanner } from './xml-scan.ts';
import { isZip, unpackBudget, zipEntries } from './zip.ts';
import { scanZipXml } from './zip-xml.ts';

const PHASE = 'read-kml';

/**
 * Placemarks of a KML, or of the KML in a KMZ (OGC 12-007r2): name, description as text, folder and extended data become
 * columns. KML is WGS-84 by definition. Throws UnusableData `kml-not-kml` {root}, `kml-network-link`, `kmz-no-kml`,
 * `table-no-rows`, `no-usable-rows`, and the codes of `XmlScanner`, `textChunks` and `zip`.
 */
export function* readKml(file: InputFile): Task<FeatureContent> {
  const listener = new KmlListener(file.name);
  if (isZip(file.bytes)) yield* scanKmz(file, listener);
  else {
    const scanner = new XmlScanner(listener, file.name);
    for (const { text, end } of textChunks(file)) {
      scanner.push(text);
      yield { phase: PHASE, done: end, total: file.bytes.length };
    }
    scanner.finish();
  }
  const { placemarks } = listener;
  if (placemarks.length === 0) throw emptyKml(listener, file.name);
  const count = listener.overlays;
  return collectFeatures({
    file: file.name,
    format: 'kml',
    projection: '',
    toWgs84: projected(''),
    features: placemarks.map(({ geometry }, i) => ({ row: i + 1, geometry })),
    issues: count > 0 ? [{ severity: 'note', code: 'kml-overlay', file: file.name, values: { count } }] : [],
    tableOf: (kept) => attributeTable(placemarks, kept, file.name),
  });
}

/** The first KML at the top of the archive is the document; others are what it links to. */
function* scanKmz(file: InputFile, listener: KmlListener): Task<void> {
  const documents = zipEntries(file).filter(({ name }) => /\.kml$/i.test(name));
  const depth = (name: string) => name.split('/').length;
  const [entry] = documents.sort((a, b) => depth(a.name) - depth(b.name));
  if (!entry) throw new UnusableData({ code: 'kmz-no-kml', file: file.name });
  yield* scanZipXml(file, entry, unpackBudget(), listener, PHASE);
}

function emptyKml({ networkLinks }: KmlListener, file: string): UnusableData {
  return networkLinks > 0
    ? new UnusableData({ code: 'kml-network-link', file })
    : new UnusableData({ code: 'table-no-rows', file, values: { columns: '' } });
}

function attributeTable(placemarks: Placemark[], kept: number[], file: string): Table {
  const names = new Set<string>();
  for (const index of kept) for (const name of placemarks[index].attributes.keys()) names.add(name);
  const columns = [...names];
  return {
    file,
    encoding: '',
    delimiter: '',
    header: uniqueHeader(columns),
    rows: kept.map((index) => columns.map((name) => placemarks[index].attributes.get(name) ?? '')),
    rowNumbers: Int32Array.from(kept, (index) => index + 1),
  };
}
