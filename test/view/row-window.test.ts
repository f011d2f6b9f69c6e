import { expect, it } from 'vitest';
import { rowWindow } from '../../src/view/row-window.ts';

it('draws what is in sight and some around, and keeps room for the rest', () => {
  expect(rowWindow(2000, 30, 3000, 300)).toEqual({ from: 90, to: 120, above: 2700, below: 56_400 });
});

it('draws short tables whole', () => {
  expect(rowWindow(5, 30, 0, 300)).toEqual({ from: 0, to: 5, above: 0, below: 0 });
});

it('stays within the rows when the table has become shorter than it was scrolled', () => {
  expect(rowWindow(3, 30, 9000, 300)).toEqual({ from: 0, to: 3, above: 0, below: 0 });
});
