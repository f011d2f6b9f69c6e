import { latLngToCell } from 'h3-js';
import { CENTER, type DigitTables, UNIT_A, UNIT_B } from './aperture-seven.ts';
import { type CellKey, keyFromText } from './cell-index.ts';
import { FACES } from './icosahedron.ts';

/** Keeps the coordinates positive, so that `%` is a true modulo; a multiple of 7 at every level. */
const SHIFT = 8;
/** Positions of base cells on a face that are kept apart, and at the same time remainders of a pair: 7 × 7. */
const SLOTS = 49;

/**
 * From lattice coordinates on a face to the key of the H3 cell: digits by remainders, base cell and rotation by
 * asking h3-js once for each face, base cell and leading digit (about two thousand questions for the whole world,
 * asked only where someone looks).
 */
export class CellNumbering {
  /** An index could not be made of any base cell and rotation: the digits run otherwise than thought. */
  isUncalibrated = false;
  private readonly resolution: number;
  private readonly tables: DigitTables;
  /** (face·49 + base position)·7 + leading unit → 1 + base cell · 6 + rotation; 0 = not yet asked. */
  private readonly frames = new Int16Array(FACES * SLOTS * 7);
  private readonly remainders = new Uint8Array(8);
  private readonly pairs: number;
  private readonly shift: number;
  private readonly unusedDigits: number;

  constructor(resolution: number, tables: DigitTables) {
    this.resolution = resolution;
    this.tables = tables;
    this.pairs = resolution >> 1;
    this.shift = SHIFT * 7 ** this.pairs;
    this.unusedDigits = 8 ** (15 - resolution);
  }

  /**
   * Key of the cell with these coordinates. `lng, lat`: any position of that cell on that face, used only the first
   * time that a corner of the world is seen.
   */
  keyOf(face: number, a: number, b: number, lng: number, lat: number): CellKey {
    const { tables, remainders } = this;
    // Integers all the way: `%` and `/` on floats cost ten times as much.
    a |= 0;
    b |= 0;
    let leading = CENTER;
    let single = CENTER;
    if (this.resolution % 2 === 1) {
      const remainder = (a + tables.singleWeight * b) % 7;
      single = tables.singleUnit[remainder < 0 ? remainder + 7 : remainder];
      leading = single;
      const restA = a - UNIT_A[single];
      const restB = b - UNIT_B[single];
      const c = tables.conjugate;
      a = ((restA * c.a - restB * c.b) / 7) | 0;
      b = ((restA * c.b + restB * c.a - restB * c.b) / 7) | 0;
    }
    a = (a + this.shift) | 0;
    b = (b + this.shift) | 0;
    for (let pair = this.pairs; pair > 0; pair--) {
      const remainder = (a % 7) * 7 + (b % 7);
      remainders[pair] = remainder;
      if (remainder !== 0) {
        const coarse = tables.pairCoarse[remainder];
        leading = coarse !== CENTER ? coarse : tables.pairFine[remainder];
      }
      a = ((a - tables.pairA[remainder]) / 7) | 0;
      b = ((b - tables.pairB[remainder]) / 7) | 0;
    }
    const slot = (a - SHIFT + 3) * 7 + b - SHIFT + 3;
    const frame = (face * SLOTS + slot) * 7 + leading;
    if (this.frames[frame] === 0) return this.calibrate(frame, leading, single, lng, lat);
    return this.assemble(this.frames[frame] - 1, single);
  }

  /** Base cell, rotated digits and unused digits into a key. */
  private assemble(frame: number, single: number): CellKey {
    const rotation = frame % 6;
    const { pairDigits, ring } = this.tables;
    let digits = (frame - rotation) / 6;
    for (let pair = 1; pair <= this.pairs; pair++) {
      digits = digits * 64 + pairDigits[rotation * SLOTS + this.remainders[pair]];
    }
    if (this.resolution % 2 === 1)
      digits = digits * 8 + (single === CENTER ? 0 : ring[(single + rotation) % 6]);
    return digits * this.unusedDigits + this.unusedDigits - 1;
  }

  /**
   * Which base cell, and turned by how many sixths: read off one answer of h3-js. Around pentagons the turn depends
   * on the face and on the leading digit, which is why both are in the table. Kept only if the whole index agrees.
   */
  private calibrate(frame: number, leading: number, single: number, lng: number, lat: number): CellKey {
    const key = keyFromText(latLngToCell(lat, lng, this.resolution));
    const base = Math.floor(key / 8 ** 15);
    for (let rotation = 0; rotation < (leading === CENTER ? 1 : 6); rotation++) {
      if (this.assemble(base * 6 + rotation, single) === key) {
        this.frames[frame] = 1 + base * 6 + rotation;
        return key;
      }
    }
    this.isUncalibrated = true;
    return key;
  }
}
