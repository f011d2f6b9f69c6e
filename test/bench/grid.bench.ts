import { cellToLatLng, latLngToCell, polygonToCells, polygonToCellsExperimental } from 'h3-js';
import type { PolygonSet } from '../../src/core/dataset/population.ts';
import { CellTable } from '../../src/core/grid/cell-table.ts';
import { demandCells } from '../../src/core/grid/demand-from-population.ts';
import { fillArea } from '../../src/core/grid/fill-area.ts';
import { hexLattice } from '../../src/core/grid/hex-lattice.ts';
import { assignDistricts } from '../../src/core/grid/polygon-index.ts';
import { runSync } from '../../src/core/task.ts';
import { randomSource } from '../builders/random.ts';
import { type BenchRow, compete } from './bench.ts';

const RESOLUTION = 10;
const POINTS = 1_000_000;

export function run(): BenchRow[] {
  return [fillBench(), ...indexBench(), rasterBench(), districtBench()];
}

/** About 1.0 million cells of resolution 10 around Beijing. */
function fillBench(): BenchRow {
  const ring = [
    [115.7, 39.3],
    [117.15, 39.3],
    [117.15, 40.36],
    [115.7, 40.36],
  ];
  const shapes: PolygonSet = {
    count: 1,
    polygonStart: Uint32Array.of(0, 1),
    ringStart: Uint32Array.of(0, 4),
    lng: Float64Array.from(ring, (point) => point[0]),
    lat: Float64Array.from(ring, (point) => point[1]),
  };
  let ours = 0;
  let theirs = 0;
  const centered = (cells: string[]) => {
    const lng = new Float64Array(cells.length);
    const lat = new Float64Array(cells.length);
    for (let i = 0; i < cells.length; i++) [lat[i], lng[i]] = cellToLatLng(cells[i]);
    return cells.length;
  };
  const closed = [[...ring, ring[0]]];
  const times = compete({
    ours: () => {
      ours = runSync(fillArea(shapes, 0, RESOLUTION)).count;
    },
    standard: () => {
      theirs = centered(polygonToCells(closed, RESOLUTION, true));
    },
    experimental: () => centered(polygonToCellsExperimental(closed, RESOLUTION, 'containmentCenter', true)),
  });
  return {
    task: `fill an area with its cells of resolution ${RESOLUTION}: indices and centres`,
    ours: { name: 'fillArea (sorted, as halves)', milliseconds: times.ours },
    peers: [
      { name: 'h3-js polygonToCells + cellToLatLng', milliseconds: times.standard },
      { name: 'h3-js polygonToCellsExperimental + cellToLatLng', milliseconds: times.experimental },
    ],
    note: `${ours} cells, h3-js ${theirs}`,
  };
}

function indexBench(): BenchRow[] {
  const random = randomSource(1);
  const lng = Float64Array.from({ length: POINTS }, () => 115.7 + random() * 1.45);
  const lat = Float64Array.from({ length: POINTS }, () => 39.3 + random() * 1.06);
  const times = compete({
    key: () => {
      const lattice = hexLattice(RESOLUTION);
      const keys = new Float64Array(POINTS);
      for (let i = 0; i < POINTS; i++) {
        lattice.locate(lng[i], lat[i]);
        keys[i] = lattice.keyOf(lattice.face, lattice.a, lattice.b, lng[i], lat[i]);
      }
      return keys;
    },
    table: () => {
      const table = new CellTable(hexLattice(RESOLUTION));
      const cells = new Int32Array(POINTS);
      for (let i = 0; i < POINTS; i++) cells[i] = table.numberAt(lng[i], lat[i]);
      return cells;
    },
    h3: () => {
      const cells: string[] = new Array(POINTS);
      for (let i = 0; i < POINTS; i++) cells[i] = latLngToCell(lat[i], lng[i], RESOLUTION);
      return cells;
    },
  });
  const values = Float64Array.from({ length: POINTS }, () => 1);
  const population = {
    kind: 'points' as const,
    lng,
    lat,
    name: [],
    columns: [{ id: 'people', unit: 'people' as const, values }],
  };
  const grouped = compete({
    ours: () => runSync(demandCells(population, RESOLUTION)),
    h3: () => {
      const people = new Map<string, number>();
      for (let i = 0; i < POINTS; i++) {
        const cell = latLngToCell(lat[i], lng[i], RESOLUTION);
        people.set(cell, (people.get(cell) ?? 0) + values[i]);
      }
      return [...people.keys()].sort().map((cell) => cellToLatLng(cell));
    },
  });
  const peer = { name: 'h3-js latLngToCell', milliseconds: times.h3 };
  return [
    {
      task: '1,000,000 points: the H3 index of each',
      ours: { name: 'lattice', milliseconds: times.key },
      peers: [peer],
    },
    {
      task: '1,000,000 points: a dense number for the cell of each, with index and centre a cell',
      ours: { name: 'CellTable', milliseconds: times.table },
      peers: [peer],
    },
    {
      task: '1,000,000 points with people → cells with sums, centres, mean positions',
      ours: { name: 'demandCells', milliseconds: grouped.ours },
      peers: [{ name: 'h3-js + Map (sums and centres only)', milliseconds: grouped.h3 }],
    },
  ];
}

function rasterBench(): BenchRow {
  const random = randomSource(2);
  const side = 500;
  const raster = {
    kind: 'raster' as const,
    width: side,
    height: side,
    values: Float32Array.from({ length: side * side }, () => Math.floor(random() * 200)),
    originX: 116,
    originY: 40.3,
    pixelWidth: 1 / 1200,
    pixelHeight: 1 / 1200,
    projection: '',
    column: 'people',
  };
  let cells = 0;
  const times = compete({
    ours: () => {
      cells = runSync(demandCells(raster, RESOLUTION)).value.count;
    },
    h3: () => {
      // The same 4 × 4 samples a pixel.
      const people = new Map<string, number>();
      for (let pixel = 0; pixel < side * side; pixel++) {
        const west = raster.originX + (pixel % side) * raster.pixelWidth;
        const north = raster.originY - Math.floor(pixel / side) * raster.pixelHeight;
        for (let s = 0; s < 16; s++) {
          const lng = west + (((s % 4) + 0.5) / 4) * raster.pixelWidth;
          const lat = north - ((Math.floor(s / 4) + 0.5) / 4) * raster.pixelHeight;
          const cell = latLngToCell(lat, lng, RESOLUTION);
          people.set(cell, (people.get(cell) ?? 0) + raster.values[pixel] / 16);
        }
      }
      return people;
    },
  });
  const micros = ((times.ours / cells) * 1000).toFixed(2);
  return {
    task: 'raster of 500 × 500 pixels (3″, people in nearly all) onto cells, 16 samples a pixel',
    ours: { name: 'demandCells', milliseconds: times.ours },
    peers: [{ name: 'h3-js latLngToCell + Map', milliseconds: times.h3 }],
    note: `${cells} cells, ${micros} µs a cell`,
  };
}

/** 110 wobbly polygons of 150 vertices, side by side, 200,000 places. */
function districtBench(): BenchRow {
  const random = randomSource(3);
  const vertices = 150;
  const count = 110;
  const lng = new Float64Array(count * vertices);
  const lat = new Float64Array(count * vertices);
  for (let p = 0; p < count; p++) {
    for (let v = 0; v < vertices; v++) {
      const angle = (v / vertices) * 2 * Math.PI;
      const radius = 0.05 + 0.01 * random();
      lng[p * vertices + v] = 116 + (p % 11) * 0.1 + radius * Math.cos(angle);
      lat[p * vertices + v] = 39 + Math.floor(p / 11) * 0.1 + radius * Math.sin(angle);
    }
  }
  const shapes: PolygonSet = {
    count,
    polygonStart: Uint32Array.from({ length: count + 1 }, (_, p) => p),
    ringStart: Uint32Array.from({ length: count + 1 }, (_, p) => p * vertices),
    lng,
    lat,
  };
  const districts = {
    count,
    code: Array.from({ length: count }, (_, p) => String(p)),
    name: Array.from({ length: count }, (_, p) => String(p)),
    level: new Int32Array(count),
    levels: ['district'],
    parent: new Int32Array(count).fill(-1),
    shapes,
  };
  const places = {
    lng: Float64Array.from({ length: 200_000 }, () => 116 + random()),
    lat: Float64Array.from({ length: 200_000 }, () => 39 + random()),
  };
  const times = compete({ ours: () => runSync(assignDistricts(places, districts)) });
  return {
    task: '200,000 places × 110 polygons of 16,500 vertices: the district of each',
    ours: { name: 'assignDistricts, index included', milliseconds: times.ours },
    peers: [],
  };
}
