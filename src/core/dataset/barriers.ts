import type { FileContent } from '../formats/content.ts';
import { type Checked, UnusableData } from '../issue.ts';
import { BLOCK, type Task } from '../task.ts';
import type { PolygonSet } from './population.ts';

/**
 * Barriers 阻隔: rivers, railways, walls that nobody crosses on the way to the street. Outlines of polygons and lines, as runs
 * of straight pieces: four numbers a piece, from lng, lat to lng, lat, in WGS-84 degrees.
 */
export interface Barriers {
  pieces: Float64Array;
  /** Features read. */
  count: number;
  /** The shapes of each file, for drawing. */
  drawn: { shapes: PolygonSet; isArea: boolean }[];
}

/** The outlines of a file of polygons (a river, a compound) or lines (a railway, a wall). Throws UnusableData `barriers-need-shapes` {kind}. */
export function* toBarriers(content: FileContent): Task<Checked<Barriers>> {
  const kind = content.kind === 'features' ? content.geometry : content.kind;
  if (content.kind !== 'features' || content.geometry === 'point') {
    const file = content.kind === 'raster' ? content.file : content.table.file;
    throw new UnusableData({ code: 'barriers-need-shapes', file, values: { kind } });
  }
  const { shapes } = content;
  const pieces: number[] = [];
  for (let row = 0; row < shapes.count; row++) {
    if (row % BLOCK === 0) yield { phase: 'check-rows', done: row, total: shapes.count };
    for (let ring = shapes.polygonStart[row]; ring < shapes.polygonStart[row + 1]; ring++) {
      const [from, to] = [shapes.ringStart[ring], shapes.ringStart[ring + 1]];
      for (let v = from; v < to; v++) {
        // The closing vertex of a ring is left out; a line has none.
        if (v + 1 === to && kind === 'line') continue;
        const next = v + 1 === to ? from : v + 1;
        pieces.push(shapes.lng[v], shapes.lat[v], shapes.lng[next], shapes.lat[next]);
      }
    }
  }
  const drawn = [{ shapes, isArea: kind === 'polygon' }];
  return { value: { pieces: Float64Array.from(pieces), count: shapes.count, drawn }, issues: [] };
}

/** Barriers of several files as one: water from one office, railways from another. */
export function concatBarriers(parts: Barriers[]): Barriers {
  const pieces = new Float64Array(parts.reduce((sum, part) => sum + part.pieces.length, 0));
  let at = 0;
  for (const part of parts) {
    pieces.set(part.pieces, at);
    at += part.pieces.length;
  }
  return {
    pieces,
    count: parts.reduce((sum, part) => sum + part.count, 0),
    drawn: parts.flatMap((part) => part.drawn),
  };
}
