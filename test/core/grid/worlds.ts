import { cellToLatLng } from 'h3-js';
import type { Demand, DemandColumn, DemandUnit } from '../../../src/core/dataset/demand.ts';
import type { PolygonSet, PopulationCells, PopulationPoints } from '../../../src/core/dataset/population.ts';
import { cellFromText, cellText } from '../../../src/core/grid/cell-index.ts';

export function column(id: string, values: number[], unit: DemandUnit = 'people'): DemandColumn {
  return { id, unit, values: Float64Array.from(values) };
}

export function polygonSet(polygons: [lng: number, lat: number][][][]): PolygonSet {
  const polygonStart = [0];
  const ringStart = [0];
  const vertices: [number, number][] = [];
  for (const rings of polygons) {
    for (const ring of rings) {
      vertices.push(...ring);
      ringStart.push(vertices.length);
    }
    polygonStart.push(ringStart.length - 1);
  }
  return {
    count: polygons.length,
    polygonStart: Uint32Array.from(polygonStart),
    ringStart: Uint32Array.from(ringStart),
    lng: Float64Array.from(vertices, (vertex) => vertex[0]),
    lat: Float64Array.from(vertices, (vertex) => vertex[1]),
  };
}

export function pointsOf(lng: number[], lat: number[], columns: DemandColumn[]): PopulationPoints {
  return {
    kind: 'points',
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
    name: lng.map(() => ''),
    columns,
  };
}

export function cellsOf(cells: string[], resolution: number, columns: DemandColumn[]): PopulationCells {
  return {
    kind: 'cells',
    resolution,
    indexLow: Uint32Array.from(cells, (cell) => cellFromText(cell)[0]),
    indexHigh: Uint32Array.from(cells, (cell) => cellFromText(cell)[1]),
    lng: new Float64Array(cells.length).fill(Number.NaN),
    lat: new Float64Array(cells.length).fill(Number.NaN),
    columns,
  };
}

/** Texts of the cells of a demand, in its order. */
export function cellTexts(demand: Demand): string[] {
  return Array.from(demand.indexLow, (low, i) => cellText(low, demand.indexHigh[i]));
}

/** Largest distance between the demand's centres and those of h3-js, degrees. */
export function worstCenter(demand: Demand): number {
  return cellTexts(demand).reduce((worst, cell, i) => {
    const [lat, lng] = cellToLatLng(cell);
    return Math.max(worst, Math.abs(lat - demand.lat[i]), Math.abs(lng - demand.lng[i]));
  }, 0);
}
