const NONE = 0xffffffff;

/**
 * The least centimetres by place of one catchment, given out in ascending order of places. The order comes from two
 * layers of bits, a bit a place and a bit for each 32 of those: a sort would cost more than the search.
 */
export class FoundPlaces {
  count = 0;
  private readonly cm: Uint32Array;
  private readonly bits: Uint32Array;
  private readonly upper: Uint32Array;

  constructor(placeCount: number) {
    this.cm = new Uint32Array(placeCount).fill(NONE);
    this.bits = new Uint32Array((placeCount >>> 5) + 1);
    this.upper = new Uint32Array((placeCount >>> 10) + 1);
  }

  add(place: number, cm: number): void {
    const before = this.cm[place];
    if (cm >= before) return;
    this.cm[place] = cm;
    if (before !== NONE) return;
    this.bits[place >>> 5] |= 1 << (place & 31);
    this.upper[place >>> 10] |= 1 << ((place >>> 5) & 31);
    this.count++;
  }

  /** Writes places and centimetres from `at` on, and forgets them. */
  drain(place: Int32Array, cm: Uint32Array, at: number): void {
    const { bits, upper } = this;
    for (let u = 0; u < upper.length; u++) {
      for (let words = upper[u]; words !== 0; words &= words - 1) {
        const w = u * 32 + lowestBit(words);
        for (let word = bits[w]; word !== 0; word &= word - 1) {
          const i = w * 32 + lowestBit(word);
          place[at] = i;
          cm[at++] = this.cm[i];
          this.cm[i] = NONE;
        }
        bits[w] = 0;
      }
      upper[u] = 0;
    }
    this.count = 0;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
