import { cellToChildren, cellToLatLng, getIndexDigit, getRes0Cells, isPentagon } from 'h3-js';

/**
 * From lattice coordinates to H3 digits. The cells of one face are the Eisenstein integers a + bω (ω = a third of a
 * turn). A parent p has seven children p·π + d, where π has norm 7 and d is 0 or one of the six units; π turns by
 * ±19.1° from one resolution to the next, so that two resolutions together are a plain multiplication by 7. A pair of
 * digits is therefore read off the remainders of a and b by 7: a table of 49.
 *
 * Units are numbered by sixths of a turn, anticlockwise, 0–5; 6 stands for the centre child (digit 0).
 */
export const UNIT_A = [1, 1, 0, -1, -1, 0, 0];
export const UNIT_B = [0, 1, 1, 0, -1, -1, 0];
export const CENTER = 6;

/** 3 + ω and its conjugate 2 − ω: the two elements of norm 7 that turn by +19.1° and −19.1°. */
export const PI_PLUS = { a: 3, b: 1 };
export const PI_MINUS = { a: 2, b: -1 };

export interface Eisenstein {
  a: number;
  b: number;
}

export function multiply(x: Eisenstein, y: Eisenstein): Eisenstein {
  return { a: x.a * y.a - x.b * y.b, b: x.a * y.b + x.b * y.a - x.b * y.b };
}

export interface DigitTables {
  /** Which π leads from an even resolution to the next odd one; its conjugate leads on to the next even one. */
  pi: Eisenstein;
  conjugate: Eisenstein;
  /** Digits 1–6 of h3 by sixths of a turn, up to a rotation that is settled for each face and base cell. */
  ring: number[];
  /** By remainder (a mod 7)·7 + (b mod 7): offset of the grandchild from seven times its grandparent. */
  pairA: Int8Array;
  pairB: Int8Array;
  /** Units of the two digits (coarse, fine). */
  pairCoarse: Uint8Array;
  pairFine: Uint8Array;
  /** rotation·49 + remainder → coarse digit · 8 + fine digit. */
  pairDigits: Uint8Array;
  /** By (a + b·weight) mod 7: unit of a single digit, for the step from odd to even resolutions. */
  singleUnit: Uint8Array;
  singleWeight: number;
}

const modulo7 = (value: number) => ((value % 7) + 7) % 7;

/** The order of the digits around a parent, measured on the children of a base cell. */
function measureRing(): number[] {
  const parent = getRes0Cells().find((cell) => !isPentagon(cell) && Math.abs(cellToLatLng(cell)[0]) < 20)!;
  const [lat0, lng0] = cellToLatLng(parent);
  const shrink = Math.cos((lat0 * Math.PI) / 180);
  return cellToChildren(parent, 1)
    .map((child) => ({ digit: getIndexDigit(child, 1), at: cellToLatLng(child) }))
    .filter(({ digit }) => digit !== 0)
    .map(({ digit, at }) => {
      const east = ((at[1] - lng0 + 540) % 360) - 180;
      return { digit, angle: Math.atan2(at[0] - lat0, east * shrink) };
    })
    .sort((x, y) => x.angle - y.angle)
    .map(({ digit }) => digit);
}

export function digitTables(pi: Eisenstein): DigitTables {
  const conjugate = pi === PI_PLUS ? PI_MINUS : PI_PLUS;
  const ring = measureRing();
  const tables: DigitTables = {
    pi,
    conjugate,
    ring,
    pairA: new Int8Array(49),
    pairB: new Int8Array(49),
    pairCoarse: new Uint8Array(49),
    pairFine: new Uint8Array(49),
    pairDigits: new Uint8Array(6 * 49),
    singleUnit: new Uint8Array(7),
    singleWeight: modulo7(-pi.a * (pi.b === 1 ? 1 : -1)),
  };
  const digit = (unit: number, rotation: number) => (unit === CENTER ? 0 : ring[(unit + rotation) % 6]);
  for (let coarse = 0; coarse < 7; coarse++) {
    tables.singleUnit[modulo7(UNIT_A[coarse] + tables.singleWeight * UNIT_B[coarse])] = coarse;
    const middle = multiply({ a: UNIT_A[coarse], b: UNIT_B[coarse] }, conjugate);
    for (let fine = 0; fine < 7; fine++) {
      const a = middle.a + UNIT_A[fine];
      const b = middle.b + UNIT_B[fine];
      const remainder = modulo7(a) * 7 + modulo7(b);
      tables.pairA[remainder] = a;
      tables.pairB[remainder] = b;
      tables.pairCoarse[remainder] = coarse;
      tables.pairFine[remainder] = fine;
      for (let rotation = 0; rotation < 6; rotation++) {
        tables.pairDigits[rotation * 49 + remainder] = digit(coarse, rotation) * 8 + digit(fine, rotation);
      }
    }
  }
  return tables;
}

/** The lattice offsets, at the finer resolution, of all descendants of the cell at the origin; 7^levels of them. */
export function descendantOffsets(
  tables: DigitTables,
  resolution: number,
  finer: number,
): { multiplier: Eisenstein; a: Int32Array; b: Int32Array } {
  let multiplier: Eisenstein = { a: 1, b: 0 };
  let offsets: Eisenstein[] = [{ a: 0, b: 0 }];
  for (let level = resolution + 1; level <= finer; level++) {
    const step = level % 2 === 1 ? tables.pi : tables.conjugate;
    multiplier = multiply(multiplier, step);
    offsets = offsets.flatMap((offset) => {
      const center = multiply(offset, step);
      return UNIT_A.map((unitA, unit) => ({ a: center.a + unitA, b: center.b + UNIT_B[unit] }));
    });
  }
  return {
    multiplier,
    a: Int32Array.from(offsets, (offset) => offset.a),
    b: Int32Array.from(offsets, (offset) => offset.b),
  };
}
