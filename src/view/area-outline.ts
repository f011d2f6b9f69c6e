import { EARTH_RADIUS_METERS } from '../core/analysis/distance.ts';

type Ring = [lng: number, lat: number][];

/** Holes of a block or less are courtyards that nobody looks for on a sketch; a lake or a rail yard stays. */
const SMALLEST_HOLE = 60_000;

/** The walking area as it is drawn, for show: small holes filled, the steps of its outline rounded. */
export function areaOutline(polygons: Ring[][]): Ring[][] {
  return polygons.map(([outer, ...holes]) => [
    rounded(outer),
    ...holes.filter((hole) => squareMeters(hole) > SMALLEST_HOLE).map(rounded),
  ]);
}

/** Cuts the corners twice (Chaikin): each side keeps its middle half. */
function rounded(ring: Ring): Ring {
  return cut(cut(ring));
}

function cut(ring: Ring): Ring {
  const sides = ring.length - 1;
  if (sides < 3) return ring;
  const points: Ring = [];
  for (let k = 0; k < sides; k++) {
    const [a, b] = [ring[k], ring[k + 1]];
    points.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25]);
    points.push([a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
  }
  points.push(points[0]);
  return points;
}

/** Flat around its first point: exact enough to tell a courtyard from a lake. */
function squareMeters(ring: Ring): number {
  const perDegree = (Math.PI / 180) * EARTH_RADIUS_METERS;
  const [lng0, lat0] = ring[0];
  const stretch = Math.cos((lat0 * Math.PI) / 180);
  let twice = 0;
  for (let k = 0; k + 1 < ring.length; k++) {
    const [x, y] = [ring[k][0] - lng0, ring[k][1] - lat0];
    const [u, v] = [ring[k + 1][0] - lng0, ring[k + 1][1] - lat0];
    twice += x * v - u * y;
  }
  return (Math.abs(twice) / 2) * perDegree * perDegree * stretch;
}
