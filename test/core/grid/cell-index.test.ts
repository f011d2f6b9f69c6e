import { cellToParent, latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import {
  cellFromText,
  cellKey,
  cellResolution,
  cellText,
  compareCells,
  keyFromText,
  keyHigh,
  keyLow,
  parentKey,
  splitKeys,
} from '../../../src/core/grid/cell-index.ts';
import { keyOrder } from '../../../src/core/grid/key-order.ts';
import { randomSource } from '../../builders/random.ts';

const random = randomSource(4);
const cellsAt = (resolution: number) =>
  Array.from({ length: 500 }, () => latLngToCell(random() * 180 - 90, random() * 360 - 180, resolution));

it('goes from text to halves and keys and back', () => {
  for (let resolution = 0; resolution <= 15; resolution++) {
    for (const text of cellsAt(resolution)) {
      const [low, high] = cellFromText(text);
      expect(cellText(low, high)).toBe(text);
      expect(BigInt(`0x${text}`)).toBe((BigInt(high) << 32n) | BigInt(low));
      expect(cellResolution(high)).toBe(resolution);
      const key = cellKey(low, high);
      expect(key).toBe(keyFromText(text));
      expect([keyLow(key), keyHigh(key, resolution)]).toEqual([low, high]);
      const split = splitKeys(Float64Array.of(key), resolution);
      expect([split.indexLow[0], split.indexHigh[0]]).toEqual([low, high]);
      const up = Math.max(0, resolution - 3);
      expect(parentKey(key, up)).toBe(keyFromText(cellToParent(text, up)));
    }
  }
});

it('orders as the text does', () => {
  for (const resolution of [0, 3, 8, 12, 15]) {
    const cells = cellsAt(resolution);
    const sorted = cells.toSorted();
    const halves = cells.map(cellFromText).sort((a, b) => compareCells(...a, ...b));
    expect(halves.map(([low, high]) => cellText(low, high))).toEqual(sorted);
    const keys = Float64Array.from(cells, keyFromText);
    expect(Array.from(keyOrder(keys, keys.length, resolution), (i) => cells[i])).toEqual(sorted);
  }
  expect(keyOrder(new Float64Array(0), 0, 9)).toHaveLength(0);
});
