import type { InputFile } from '../../src/core/formats/content.ts';
import { sourceOf, textFile } from '../builders/analysis.ts';
import { collection, feature, jsonFile } from '../builders/files.ts';

/** Streets for the district of `own-city.ts`: a lattice of about 230 m, as OSM XML and as lines that nearly meet. */

const WEST = 121.4605;
const SOUTH = 31.2205;
const STEP = 0.0024;
const SIDE = 13;

const position = (i: number, j: number): [number, number] => [WEST + i * STEP, SOUTH + j * STEP];

type Run = [number, number][];

/** West to east, then south to north. */
function runs(): Run[] {
  const along = Array.from({ length: SIDE }, (_, k) => k);
  return [
    ...along.map((j): Run => along.map((i) => [i, j])),
    ...along.map((i): Run => along.map((j) => [i, j])),
  ];
}

export function osmFile(name = '道路.osm'): InputFile {
  const id = ([i, j]: [number, number]) => j * SIDE + i + 1;
  const nodes = Array.from({ length: SIDE * SIDE }, (_, n) => {
    const [lng, lat] = position(n % SIDE, Math.floor(n / SIDE));
    return `<node id="${n + 1}" lat="${lat.toFixed(6)}" lon="${lng.toFixed(6)}"/>`;
  });
  const ways = runs().map(
    (run, w) =>
      `<way id="${w + 1}">${run.map((one) => `<nd ref="${id(one)}"/>`).join('')}<tag k="highway" v="residential"/></way>`,
  );
  return textFile(name, `<osm version="0.6">\n${[...nodes, ...ways].join('\n')}\n</osm>\n`);
}

/** The same as GeoJSON, every run cut in two with a gap of about 1.9 m; without topology, with a locked gate as a point. */
export function gappyLinesFile(name = '道路中心线.geojson'): InputFile {
  const gap = 0.00002;
  const lines = runs().flatMap((run) => {
    const middle = Math.floor(run.length / 2);
    const rest = run.slice(middle).map(([i, j]) => position(i, j));
    const isEastward = run[0][1] === run[1][1];
    rest[0] = isEastward ? [rest[0][0] + gap, rest[0][1]] : [rest[0][0], rest[0][1] + gap];
    return [run.slice(0, middle + 1).map(([i, j]) => position(i, j)), rest];
  });
  const [lng, lat] = position(0.5, 0);
  return jsonFile(
    name,
    collection([
      ...lines.map((coordinates) => feature({ type: 'LineString', coordinates }, { highway: 'residential' })),
      feature({ type: 'Point', coordinates: [lng, lat] }, { barrier: 'gate', locked: 'yes' }),
    ]),
  );
}

/** A canal across the district, just north of a street, 16 m wide: whoever lives beyond it walks to the next one. */
export function canalFile(name = '河流.geojson'): InputFile {
  const [west, south] = position(-1, 8.04);
  const [east, north] = position(SIDE, 8.1);
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return jsonFile(name, collection([feature({ type: 'Polygon', coordinates: [ring] }, { name: '运河' })]));
}

/** Two of Monaco's known walks, as people and the places they walk to. */
export const MONACO = { from: [7.421288, 43.730729], to: [7.419199, 43.727697], meters: 1566 } as const;

export async function monacoFiles(): Promise<InputFile[]> {
  return [
    textFile('monaco-people.csv', `name,lng,lat,population\nA,${MONACO.from.join(',')},100\n`),
    textFile('monaco-clinics.csv', `id,name,type,lng,lat\n1,Clinic,clinic,${MONACO.to.join(',')}\n`),
  ];
}

/** As the page has them once the guesses are confirmed. */
export async function streetSource(file: InputFile) {
  return { files: [file], mapping: { role: 'streets' as const } };
}

export const barrierSource = (file: InputFile) => sourceOf(file, 'barriers');
