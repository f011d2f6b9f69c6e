import type { CellKey } from './cell-index.ts';
import type { HexLattice } from './hex-lattice.ts';

/**
 * The distinct cells met so far, numbered densely from 0 in order of appearance: an open hash over lattice
 * coordinates. Index and centre are worked out once a cell. A cell that is known by coordinates on two faces gets one
 * number.
 */
export class CellTable {
  readonly lattice: HexLattice;
  count = 0;
  /** By cell number; longer than `count`. */
  key = new Float64Array(1024);
  lng = new Float64Array(1024);
  lat = new Float64Array(1024);
  private mask = 4095;
  private used = 0;
  /** Four integers a slot: 1 + cell number (0 = free), face, a, b. */
  private slots = new Int32Array(4096 * 4);
  private readonly edgeCells = new Map<CellKey, number>();

  constructor(lattice: HexLattice) {
    this.lattice = lattice;
  }

  /** Number of the cell with these coordinates; `lng, lat` is any position in it on that face. */
  numberOf(face: number, a: number, b: number, lng: number, lat: number): number {
    const { mask, slots } = this;
    let slot = hash(face, a, b) & mask;
    while (true) {
      const at = slot * 4;
      const found = slots[at];
      if (found === 0) return this.insert(slot, face, a, b, lng, lat);
      if (slots[at + 2] === a && slots[at + 3] === b && slots[at + 1] === face) return found - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** Number of the cell that a position lies in; both coordinates finite. */
  numberAt(lng: number, lat: number): number {
    const { lattice } = this;
    lattice.locate(lng, lat);
    return this.numberOf(lattice.face, lattice.a, lattice.b, lng, lat);
  }

  private insert(slot: number, face: number, a: number, b: number, lng: number, lat: number): number {
    const { lattice } = this;
    const key = lattice.keyOf(face, a, b, lng, lat);
    const isInner = lattice.centerOf(face, a, b, key);
    let number = isInner ? undefined : this.edgeCells.get(key);
    if (number === undefined) {
      number = this.count++;
      if (number === this.key.length) this.growCells();
      this.key[number] = key;
      this.lng[number] = lattice.lng;
      this.lat[number] = lattice.lat;
      if (!isInner) this.edgeCells.set(key, number);
    }
    this.slots[slot * 4] = number + 1;
    this.slots[slot * 4 + 1] = face;
    this.slots[slot * 4 + 2] = a;
    this.slots[slot * 4 + 3] = b;
    if (++this.used * 2 > this.mask) this.growSlots();
    return number;
  }

  private growCells(): void {
    this.key = grown(this.key, this.key.length * 2);
    this.lng = grown(this.lng, this.lng.length * 2);
    this.lat = grown(this.lat, this.lat.length * 2);
  }

  private growSlots(): void {
    const old = this.slots;
    const mask = old.length - 1;
    const slots = new Int32Array((mask + 1) * 4);
    for (let at = 0; at < old.length; at += 4) {
      if (old[at] === 0) continue;
      let slot = hash(old[at + 1], old[at + 2], old[at + 3]) & mask;
      while (slots[slot * 4] !== 0) slot = (slot + 1) & mask;
      for (let field = 0; field < 4; field++) slots[slot * 4 + field] = old[at + field];
    }
    this.slots = slots;
    this.mask = mask;
  }
}

function hash(face: number, a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + face * 0x10001, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}

/** A longer copy, the new part filled with `fill`. */
export function grown(values: Float64Array, length: number, fill = 0): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(values);
  if (fill !== 0) longer.fill(fill, values.length);
  return longer;
}
