import { cellToLatLng } from 'h3-js';
import { cellResolution } from './cell-index.ts';
import { hexLattice } from './hex-lattice.ts';

/**
 * Centre of a cell in degrees, the same bits in every engine: h3-js says which cell of the lattice it is, the lattice
 * where that stands. Near the edges of a face, where the lattice is bent, h3-js's own answer to 10⁻⁹ degrees.
 */
export function cellCenter(low: number, high: number): [lat: number, lng: number] {
  const lattice = hexLattice(cellResolution(high));
  const [lat, lng] = cellToLatLng([low, high]);
  if (!lattice.exact) return [lat, lng];
  lattice.locate(lng, lat);
  const margin = lattice.planeToDegrees(lattice.face, lattice.a, lattice.b);
  return margin > lattice.edgeZone
    ? [lattice.lat, lattice.lng]
    : [Math.round(lat * 1e9) / 1e9, Math.round(lng * 1e9) / 1e9];
}
