/**
 * Items by the square cells of a plane that they touch, in typed arrays. Cells are found by hashing, so a stray item on
 * the other side of the globe costs nothing.
 */
export class CellBuckets {
  private readonly slotMask: number;
  private readonly slotColumn: Int32Array;
  private readonly slotRow: Int32Array;
  /** Number of the bucket in a slot, -1 where the slot is free. */
  private readonly slotBucket: Int32Array;
  /** Bucket b holds `item[start[b]] .. item[start[b + 1] - 1]`, ascending. */
  readonly start: Uint32Array;
  readonly item: Uint32Array;
  readonly bucketColumn: Int32Array;
  readonly bucketRow: Int32Array;

  /** `visitCells` is called twice and must name every (item, column, row) in the same order, items ascending. */
  constructor(visitCells: (visit: (item: number, column: number, row: number) => void) => void) {
    let entries = 0;
    visitCells(() => entries++);
    let slots = 16;
    while (slots < entries * 2) slots *= 2;
    this.slotMask = slots - 1;
    this.slotColumn = new Int32Array(slots);
    this.slotRow = new Int32Array(slots);
    this.slotBucket = new Int32Array(slots).fill(-1);
    const bucketOf = new Uint32Array(entries);
    const itemOf = new Uint32Array(entries);
    let [buckets, entry] = [0, 0];
    visitCells((item, column, row) => {
      const slot = this.slotOf(column, row);
      if (this.slotBucket[slot] < 0) {
        this.slotBucket[slot] = buckets++;
        this.slotColumn[slot] = column;
        this.slotRow[slot] = row;
      }
      bucketOf[entry] = this.slotBucket[slot];
      itemOf[entry++] = item;
    });
    this.start = new Uint32Array(buckets + 1);
    for (const bucket of bucketOf) this.start[bucket + 1]++;
    for (let b = 0; b < buckets; b++) this.start[b + 1] += this.start[b];
    const next = this.start.slice();
    this.item = new Uint32Array(entries);
    for (let e = 0; e < entries; e++) this.item[next[bucketOf[e]]++] = itemOf[e];
    this.bucketColumn = new Int32Array(buckets);
    this.bucketRow = new Int32Array(buckets);
    for (let slot = 0; slot < slots; slot++) {
      if (this.slotBucket[slot] < 0) continue;
      this.bucketColumn[this.slotBucket[slot]] = this.slotColumn[slot];
      this.bucketRow[this.slotBucket[slot]] = this.slotRow[slot];
    }
  }

  get bucketCount(): number {
    return this.start.length - 1;
  }

  /** Bucket of a cell, -1 when nothing touches it. */
  bucketAt(column: number, row: number): number {
    return this.slotBucket[this.slotOf(column, row)];
  }

  /** The slot that holds the cell, or the free one where it would be put. */
  private slotOf(column: number, row: number): number {
    let slot = (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.slotMask;
    while (this.slotBucket[slot] >= 0 && (this.slotColumn[slot] !== column || this.slotRow[slot] !== row))
      slot = (slot + 1) & this.slotMask;
    return slot;
  }
}
