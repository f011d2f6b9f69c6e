import { cellToLatLng, getHexagonEdgeLengthAvg, latLngToCell } from 'h3-js';
import { arcTangent2, cosineOfDegrees, sineOfDegrees } from '../trigonometry.ts';
import {
  CENTER,
  type DigitTables,
  digitTables,
  type Eisenstein,
  PI_MINUS,
  PI_PLUS,
  UNIT_A,
  UNIT_B,
} from './aperture-seven.ts';
import { type CellKey, cellKey, keyFromText, keyHigh, keyLow } from './cell-index.ts';
import { CellNumbering, UNKNOWN } from './cell-numbering.ts';
import { FACES, faceMargin, icosahedron, nearestFace } from './icosahedron.ts';
import { latticeAxes } from './lattice-axes.ts';

/**
 * The cells of one H3 resolution as what they are: a regular hexagonal lattice in the gnomonic plane of each of the
 * 20 faces. Everything is plain arithmetic calibrated on h3-js at run time; h3-js is asked again only where a point
 * lies within `SLACK` of a border, so that the answers are its answers, always.
 *
 * Working registers instead of returned objects: `locate` and `nearest` leave `face, a, b` (and the unrounded
 * `planeA, planeB`), `centerOf` leaves `lng, lat`. A cell that lies across two faces has coordinates on both; its
 * key (`keyOf`) is one.
 *
 * When the check at construction fails (an h3-js that works otherwise), `exact` is false: `a, b` are then the halves
 * of the index itself and everything is a plain h3-js call.
 */
const RADIANS = Math.PI / 180;
/** In units of the lattice: 10⁻⁵ of a cell. Rounding in h3-js is some 10⁻⁹ of a cell at resolution 12. */
const SLACK = 1e-5;
/** Unit-sphere lengths, 6 µm. */
const FACE_SLACK = 1e-12;
const EARTH_METERS = 6371007.18;

export class HexLattice {
  readonly resolution: number;
  readonly exact: boolean;
  face = 0;
  a = 0;
  b = 0;
  planeA = 0;
  planeB = 0;
  lng = 0;
  lat = 0;
  /** Centres closer to a face's edge than this may belong to a cell that is known on two faces. */
  readonly edgeZone: number;
  readonly digits: DigitTables;
  private readonly normal: Float64Array;
  private readonly edges: Float64Array;
  private readonly forward: Float64Array;
  private readonly inverse: Float64Array;
  private readonly numbering: CellNumbering;
  /** Times that h3-js's index could not be made of any base cell and rotation: digits run otherwise than thought. */
  private failures = 0;

  constructor(resolution: number, pi: Eisenstein = PI_PLUS) {
    this.resolution = resolution;
    this.digits = digitTables(pi);
    this.numbering = new CellNumbering(resolution, this.digits);
    const solid = icosahedron();
    this.normal = solid.normal;
    this.edges = solid.edges;
    this.edgeZone = (4 * getHexagonEdgeLengthAvg(resolution, 'm')) / EARTH_METERS;
    const axes = latticeAxes(solid, this.digits.pi, resolution);
    this.forward = axes.forward;
    this.inverse = axes.inverse;
    this.exact = true;
    this.exact = this.agreesWithH3();
  }

  /** Finds the cell of a position in WGS-84 degrees. Both numbers must be finite. */
  locate(lng: number, lat: number): void {
    const cosine = cosineOfDegrees(lat);
    const x = cosine * cosineOfDegrees(lng);
    const y = cosine * sineOfDegrees(lng);
    const z = sineOfDegrees(lat);
    let face = this.face;
    let faceIsSure = true;
    if (!(faceMargin(this.edges, face, x, y, z) > FACE_SLACK)) {
      face = nearestFace(this.normal, x, y, z);
      faceIsSure = faceMargin(this.edges, face, x, y, z) > FACE_SLACK;
    }
    this.toPlane(face, x, y, z);
    const isSure = this.nearest(this.planeA, this.planeB) && faceIsSure;
    if (!(isSure && this.exact)) this.askH3(lng, lat);
  }

  /**
   * Coordinates of a position on a face given beforehand, into `planeA, planeB`; returns how far inside that face it
   * lies (see `faceMargin`). The coordinates are meaningful up to about 60° from the face's centre.
   */
  project(face: number, lng: number, lat: number): number {
    const cosine = cosineOfDegrees(lat);
    const x = cosine * cosineOfDegrees(lng);
    const y = cosine * sineOfDegrees(lng);
    const z = sineOfDegrees(lat);
    this.toPlane(face, x, y, z);
    return faceMargin(this.edges, face, x, y, z);
  }

  private toPlane(face: number, x: number, y: number, z: number): void {
    const { normal, forward } = this;
    const height = 1 / (normal[face * 3] * x + normal[face * 3 + 1] * y + normal[face * 3 + 2] * z);
    const f = face * 6;
    this.face = face;
    this.planeA = (forward[f] * x + forward[f + 1] * y + forward[f + 2] * z) * height;
    this.planeB = (forward[f + 3] * x + forward[f + 4] * y + forward[f + 5] * z) * height;
  }

  /** Rounds plane coordinates to the nearest hexagon; true unless a border is within `SLACK`. */
  nearest(planeA: number, planeB: number): boolean {
    // Cube coordinates q + r + s = 0: round all three, then mend the one that was rounded furthest.
    const planeS = planeB - planeA;
    let q = Math.floor(planeA + 0.5);
    let r = -Math.floor(planeB + 0.5);
    let s = Math.floor(planeS + 0.5);
    const offQ = Math.abs(planeA - q);
    const offR = Math.abs(-planeB - r);
    const offS = Math.abs(planeS - s);
    if (offQ > offR && offQ > offS) q = -r - s;
    else if (offR > offS) r = -q - s;
    else s = -q - r;
    this.a = q | 0;
    this.b = -r | 0;
    const restQ = planeA - q;
    const restR = -planeB - r;
    const restS = planeS - s;
    const span = Math.max(Math.abs(restQ - restR), Math.abs(restR - restS), Math.abs(restS - restQ));
    return span < 1 - SLACK;
  }

  /** Too close to a border to trust rounding: take h3's cell, and find its coordinates among the nearest ones. */
  private askH3(lng: number, lat: number): void {
    const key = keyFromText(latLngToCell(lat, lng, this.resolution));
    if (!this.exact) {
      this.face = 0;
      this.a = keyLow(key) | 0;
      this.b = keyHigh(key, this.resolution) | 0;
      return;
    }
    const ownFace = this.face;
    const ownA = this.a;
    const ownB = this.b;
    for (let turn = 0; turn <= FACES; turn++) {
      const face = turn === 0 ? ownFace : turn - 1;
      // Another face only where the point lies on its border.
      if (this.project(face, lng, lat) < -FACE_SLACK) continue;
      this.nearest(this.planeA, this.planeB);
      const { a, b } = this;
      for (let unit = CENTER; unit >= 0; unit--) {
        this.a = a + UNIT_A[unit];
        this.b = b + UNIT_B[unit];
        const known = this.numbering.keyOf(face, this.a, this.b);
        if ((known === UNKNOWN ? this.learnKey(face, this.a, this.b) : known) === key) return;
      }
    }
    this.project(ownFace, lng, lat);
    this.a = ownA;
    this.b = ownB;
  }

  /**
   * Key of the cell with these coordinates. `lng, lat`: any position of that cell on that face, used only the first
   * time that a corner of the world is seen.
   */
  keyOf(face: number, a: number, b: number, lng: number, lat: number): CellKey {
    if (!this.exact) return cellKey(a, b);
    const key = this.numbering.keyOf(face, a, b);
    if (key !== UNKNOWN) return key;
    const learnt = this.learnKey(face, a, b);
    if (learnt !== UNKNOWN) return learnt;
    // A cell of which hardly anything lies on this face.
    return keyFromText(latLngToCell(lat, lng, this.resolution));
  }

  /** Asks h3-js about the inside of a cell of a new corner of the world. `UNKNOWN` if none of it is on this face. */
  private learnKey(face: number, a: number, b: number): CellKey {
    const { lng, lat } = this;
    let isInside = this.planeToDegrees(face, a, b) > FACE_SLACK;
    // The centre lies beyond the edge: then towards one of the neighbours.
    for (let unit = 0; unit < CENTER && !isInside; unit++) {
      isInside = this.planeToDegrees(face, a + 0.45 * UNIT_A[unit], b + 0.45 * UNIT_B[unit]) > FACE_SLACK;
    }
    const isLearnt = isInside && this.numbering.learn(this.lng, this.lat);
    this.failures += isInside && !isLearnt ? 1 : 0;
    this.lng = lng;
    this.lat = lat;
    return isLearnt ? this.numbering.keyOf(face, a, b) : UNKNOWN;
  }

  /**
   * Centre of a cell into `lng, lat`, degrees. Near the edges of a face the lattice is bent, so h3-js is asked by
   * key. Returns true when the cell lies wholly on this face (it cannot be known by other coordinates).
   */
  centerOf(face: number, a: number, b: number, key: CellKey): boolean {
    if (this.exact && this.planeToDegrees(face, a, b) > this.edgeZone) return true;
    const [lat, lng] = cellToLatLng([keyLow(key), keyHigh(key, this.resolution)]);
    // To a tenth of a millimetre: below it, engines differ (see `cell-center.ts`).
    this.lat = Math.round(lat * 1e9) / 1e9;
    this.lng = Math.round(lng * 1e9) / 1e9;
    return !this.exact;
  }

  /** Any plane coordinates to degrees, into `lng, lat`; returns how far inside the face the place lies. */
  planeToDegrees(face: number, planeA: number, planeB: number): number {
    const { normal, inverse } = this;
    const f = face * 6;
    const n = face * 3;
    const x = normal[n] + planeA * inverse[f] + planeB * inverse[f + 3];
    const y = normal[n + 1] + planeA * inverse[f + 1] + planeB * inverse[f + 4];
    const z = normal[n + 2] + planeA * inverse[f + 2] + planeB * inverse[f + 5];
    const level = Math.sqrt(x * x + y * y);
    this.lng = arcTangent2(y, x) / RADIANS;
    this.lat = arcTangent2(z, level) / RADIANS;
    return faceMargin(this.edges, face, x, y, z) / Math.sqrt(level * level + z * z);
  }

  /** Two hundred positions all over the world, once a lattice. */
  private agreesWithH3(): boolean {
    for (let i = 0; i < 200; i++) {
      const lat = Math.asin(1 - (2 * i + 1) / 200) / RADIANS;
      const lng = ((i * 222.4922359) % 360) - 180;
      this.locate(lng, lat);
      const key = this.keyOf(this.face, this.a, this.b, lng, lat);
      if (this.failures > 0 || key !== keyFromText(latLngToCell(lat, lng, this.resolution))) return false;
      this.centerOf(this.face, this.a, this.b, key);
      const [centerLat, centerLng] = cellToLatLng([keyLow(key), keyHigh(key, this.resolution)]);
      const offLng = Math.abs(((centerLng - this.lng + 540) % 360) - 180) * Math.cos(centerLat * RADIANS);
      if (!(Math.abs(centerLat - this.lat) < 1e-9 && offLng < 1e-9)) return false;
    }
    return true;
  }
}

const lattices = new Map<number, HexLattice>();
let sense: Eisenstein | undefined;

/** The lattice of a resolution (0–15, intended for 5–12), made and checked once, some milliseconds. */
export function hexLattice(resolution: number): HexLattice {
  let lattice = lattices.get(resolution);
  if (!lattice) {
    // Which way the first turn goes is not assumed but tried, on an odd resolution, where it moves the centres.
    sense ??= new HexLattice(5, PI_PLUS).exact ? PI_PLUS : PI_MINUS;
    lattice = new HexLattice(resolution, sense);
    lattices.set(resolution, lattice);
  }
  return lattice;
}
