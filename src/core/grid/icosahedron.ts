import { cellToLatLng, getPentagons } from 'h3-js';
import { cosineOfDegrees, sineOfDegrees } from '../trigonometry.ts';

/**
 * The 20 faces that H3 projects onto, worked out from h3-js at run time: the 12 pentagons of resolution 0 stand on
 * the corners of the icosahedron, and three mutual neighbours are a face. All vectors are of the unit sphere, three
 * numbers each, flat.
 */
export interface Icosahedron {
  /** 20 × 3: unit vectors to the face centres. */
  normal: Float64Array;
  /** 20 × 3: in the face's plane, towards one of its corners (u) and 90° anticlockwise of that (v). */
  axisU: Float64Array;
  axisV: Float64Array;
  /** 20 × 9: three vectors a face; a point lies on the face where all three dot products are positive. */
  edges: Float64Array;
  /** Distance from a face's centre to its corners in its gnomonic plane. */
  cornerDistance: number;
}

export const FACES = 20;
type Vector = [number, number, number];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const unit = (a: Vector) => scale(a, 1 / Math.sqrt(dot(a, a)));

function unitVector(latDegrees: number, lngDegrees: number): Vector {
  const cosine = cosineOfDegrees(latDegrees);
  return [
    cosine * cosineOfDegrees(lngDegrees),
    cosine * sineOfDegrees(lngDegrees),
    sineOfDegrees(latDegrees),
  ];
}

function faceCorners(corners: Vector[]): [Vector, Vector, Vector][] {
  // Neighbouring corners are 63.4° apart, all others at least 116.6°.
  const near = (a: number, b: number) => dot(corners[a], corners[b]) > 0;
  const faces: [Vector, Vector, Vector][] = [];
  for (let a = 0; a < corners.length; a++) {
    for (let b = a + 1; b < corners.length; b++) {
      for (let c = b + 1; c < corners.length; c++) {
        if (near(a, b) && near(b, c) && near(a, c)) faces.push([corners[a], corners[b], corners[c]]);
      }
    }
  }
  return faces;
}

let cached: Icosahedron | undefined;

export function icosahedron(): Icosahedron {
  cached ??= measureIcosahedron();
  return cached;
}

function measureIcosahedron(): Icosahedron {
  const pentagons = getPentagons(0)
    .sort()
    // h3-js leaves the last bits to the engine's trigonometry. A micrometre coarser, the faces are the same everywhere.
    .map((cell) => cellToLatLng(cell).map((degrees) => Math.round(degrees * 1e11) / 1e11));
  const faces = faceCorners(pentagons.map(([lat, lng]) => unitVector(lat, lng)));
  if (faces.length !== FACES) throw new Error(`the icosahedron has ${faces.length} faces`);
  const normals = faces.map(([a, b, c]) =>
    unit([a[0] + b[0] + c[0], a[1] + b[1] + c[1], a[2] + b[2] + c[2]]),
  );
  const solid: Icosahedron = {
    normal: new Float64Array(FACES * 3),
    axisU: new Float64Array(FACES * 3),
    axisV: new Float64Array(FACES * 3),
    edges: new Float64Array(FACES * 9),
    cornerDistance: 0,
  };
  for (let face = 0; face < FACES; face++) {
    const normal = normals[face];
    const corner = faces[face][0];
    const inPlane = subtract(scale(corner, 1 / dot(corner, normal)), normal);
    const axisU = unit(inPlane);
    solid.cornerDistance = Math.sqrt(dot(inPlane, inPlane));
    solid.normal.set(normal, face * 3);
    solid.axisU.set(axisU, face * 3);
    solid.axisV.set(cross(normal, axisU), face * 3);
    // H3 gives a point to the face whose centre is nearest: the border is the plane between two centres.
    normals
      .filter((other) => other !== normal && dot(other, normal) > 0.7)
      .forEach((other, edge) => {
        solid.edges.set(subtract(normal, other), face * 9 + edge * 3);
      });
  }
  return solid;
}

/** How far inside a face a vector lies, in unit-sphere lengths: the least of three dot products; negative outside. */
export function faceMargin(edges: Float64Array, face: number, x: number, y: number, z: number): number {
  const e = face * 9;
  const first = edges[e] * x + edges[e + 1] * y + edges[e + 2] * z;
  const second = edges[e + 3] * x + edges[e + 4] * y + edges[e + 5] * z;
  const third = edges[e + 6] * x + edges[e + 7] * y + edges[e + 8] * z;
  return Math.min(first, second, third);
}

/** The face whose centre is nearest to a vector. */
export function nearestFace(normal: Float64Array, x: number, y: number, z: number): number {
  let best = 0;
  let bestDot = Number.NEGATIVE_INFINITY;
  for (let face = 0; face < FACES; face++) {
    const d = normal[face * 3] * x + normal[face * 3 + 1] * y + normal[face * 3 + 2] * z;
    if (d > bestDot) {
      bestDot = d;
      best = face;
    }
  }
  return best;
}
