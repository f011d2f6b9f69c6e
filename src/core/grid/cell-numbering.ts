import { latLngToCell } from 'h3-js';
import { CENTER, type DigitTables, UNIT_A, UNIT_B } from './aperture-seven.ts';
import { type CellKey, keyFromText } from './cell-index.ts';
import { FACES } from './icosahedron.ts';

/** Keeps the coordinates positive, so that `%` is a true modulo; a multiple of 7 at every level. */
const SHIFT = 8;
/** Positions of base cells on a face that are kept apart, and at the same time remainders of a pair: 7 × 7. */
const SLOTS = 49;
/** No key is negative. */
export const UNKNOWN = -1;
const FINE_PAIRS = 2;
const CACHE = 1024;

/**
 * From lattice coordinates on a face to the key of the H3 cell: digits by remainders, base cell and rotation by
 * asking h3-js once for each face, base cell and leading digit (about two thousand questions for the whole world,
 * asked only where someone looks).
 */
export class CellNumbering {
  private readonly resolution: number;
  private readonly tables: DigitTables;
  /** (face·49 + base position)·7 + leading unit → 1 + base cell · 6 + rotation; 0 = not yet asked. */
  private readonly frames = new Int16Array(FACES * SLOTS * 7);
  private asked = { frame: 0, leading: CENTER, single: CENTER };
  private readonly remainders = new Uint8Array(8);
  /**
   * The ancestors met last, four resolutions up: their base cell and digits, and the rotation of what follows.
   * Neighbours share them, and half the work with them.
   */
  private readonly cacheA = new Int32Array(CACHE);
  private readonly cacheB = new Int32Array(CACHE);
  private readonly cacheFace = new Int8Array(CACHE).fill(-1);
  private readonly cachePrefix = new Float64Array(CACHE);
  private readonly cacheRotation = new Uint8Array(CACHE);
  private readonly isOdd: boolean;
  private readonly pairs: number;
  private readonly shift: number;
  private readonly unusedDigits: number;

  constructor(resolution: number, tables: DigitTables) {
    this.resolution = resolution;
    this.tables = tables;
    this.isOdd = resolution % 2 === 1;
    this.pairs = resolution >> 1;
    this.shift = SHIFT * 7 ** this.pairs;
    this.unusedDigits = 8 ** (15 - resolution);
  }

  /** Key of the cell with these coordinates; `UNKNOWN` until `learn` has been told a position inside that cell. */
  keyOf(face: number, a: number, b: number): CellKey {
    const { tables } = this;
    // Integers all the way: `%` and `/` on floats cost ten times as much.
    a |= 0;
    b |= 0;
    let single = CENTER;
    if (this.isOdd) {
      const remainder = (a + tables.singleWeight * b) % 7;
      single = tables.singleUnit[remainder < 0 ? remainder + 7 : remainder];
      const restA = a - UNIT_A[single];
      const restB = b - UNIT_B[single];
      const c = tables.conjugate;
      a = ((restA * c.a - restB * c.b) / 7) | 0;
      b = ((restA * c.b + restB * c.a - restB * c.b) / 7) | 0;
    }
    return this.keyOfEven(face, (a + this.shift) | 0, (b + this.shift) | 0, single);
  }

  /** From the coordinates at the last even resolution, and the digit after it, if any. */
  private keyOfEven(face: number, a: number, b: number, single: number): CellKey {
    const { cacheA, cacheB, cacheFace } = this;
    const coarsePairs = Math.max(0, this.pairs - FINE_PAIRS);
    for (let pair = this.pairs; pair > coarsePairs; pair--) {
      const remainder = (a % 7) * 7 + (b % 7);
      this.remainders[pair] = remainder;
      a = ((a - this.tables.pairA[remainder]) / 7) | 0;
      b = ((b - this.tables.pairB[remainder]) / 7) | 0;
    }
    const at = (Math.imul(a, 31) + Math.imul(b, 1013) + face) & (CACHE - 1);
    if (cacheA[at] === a && cacheB[at] === b && cacheFace[at] === face) {
      return this.append(this.cachePrefix[at], this.cacheRotation[at], coarsePairs, single);
    }
    const ancestorA = a;
    const ancestorB = b;
    for (let pair = coarsePairs; pair > 0; pair--) {
      const remainder = (a % 7) * 7 + (b % 7);
      this.remainders[pair] = remainder;
      a = ((a - this.tables.pairA[remainder]) / 7) | 0;
      b = ((b - this.tables.pairB[remainder]) / 7) | 0;
    }
    const leading = this.leadingUnit(1, coarsePairs);
    const anyLeading = leading !== CENTER ? leading : this.leadingUnit(coarsePairs + 1, this.pairs, single);
    const frame = (face * SLOTS + (a - SHIFT + 3) * 7 + b - SHIFT + 3) * 7 + anyLeading;
    if (this.frames[frame] === 0) {
      this.asked = { frame, leading: anyLeading, single };
      return UNKNOWN;
    }
    const rotation = (this.frames[frame] - 1) % 6;
    const prefix = this.prefixOf(this.frames[frame] - 1, coarsePairs);
    if (leading !== CENTER) {
      // Otherwise the rotation hangs on the finer digits, and is not the same for all descendants.
      cacheA[at] = ancestorA;
      cacheB[at] = ancestorB;
      cacheFace[at] = face;
      this.cachePrefix[at] = prefix;
      this.cacheRotation[at] = rotation;
    }
    return this.append(prefix, rotation, coarsePairs, single);
  }

  /** The first unit that is not the centre, from pair to pair, coarse to fine. */
  private leadingUnit(firstPair: number, lastPair: number, single = CENTER): number {
    for (let pair = firstPair; pair <= lastPair; pair++) {
      const remainder = this.remainders[pair];
      if (remainder === 0) continue;
      const coarse = this.tables.pairCoarse[remainder];
      return coarse !== CENTER ? coarse : this.tables.pairFine[remainder];
    }
    return single;
  }

  /** Base cell and the rotated digits of the first pairs. */
  private prefixOf(frame: number, coarsePairs: number): number {
    const rotation = frame % 6;
    let digits = (frame - rotation) / 6;
    for (let pair = 1; pair <= coarsePairs; pair++) {
      digits = digits * 64 + this.tables.pairDigits[rotation * SLOTS + this.remainders[pair]];
    }
    return digits;
  }

  /** The other pairs, the single digit, and the unused ones. */
  private append(prefix: number, rotation: number, coarsePairs: number, single: number): CellKey {
    const { pairDigits, ring } = this.tables;
    let digits = 0;
    let values = 1;
    for (let pair = coarsePairs + 1; pair <= this.pairs; pair++) {
      digits = digits * 64 + pairDigits[rotation * SLOTS + this.remainders[pair]];
      values *= 64;
    }
    if (this.isOdd) {
      digits = digits * 8 + (single === CENTER ? 0 : ring[(single + rotation) % 6]);
      values *= 8;
    }
    return (prefix * values + digits) * this.unusedDigits + this.unusedDigits - 1;
  }

  /**
   * Which base cell, and turned by how many sixths, for the cell that `keyOf` has just called unknown: read off
   * h3-js's answer for a position well inside that cell. Around pentagons the turn depends on the face and on the
   * leading digit, which is why both are in the table. False, and nothing learnt, unless the whole index agrees.
   */
  learn(lng: number, lat: number): boolean {
    const { frame, leading, single } = this.asked;
    const key = keyFromText(latLngToCell(lat, lng, this.resolution));
    const base = Math.floor(key / 8 ** 15);
    for (let rotation = 0; rotation < (leading === CENTER ? 1 : 6); rotation++) {
      const candidate = base * 6 + rotation;
      if (this.append(this.prefixOf(candidate, this.pairs), rotation, this.pairs, single) !== key) continue;
      this.frames[frame] = 1 + candidate;
      return true;
    }
    return false;
  }
}
