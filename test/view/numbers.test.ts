import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatHeadline,
  formatMeters,
  formatPerPerson,
  formatShare,
  NO_VALUE,
} from '../../src/view/numbers.ts';

describe('numbers as an office writes them', () => {
  it('separates thousands and rounds to whole people', () => {
    expect(formatCount(21340.4, 'zh')).toBe('21,340');
    expect(formatCount(21340.4, 'en')).toBe('21,340');
  });

  it('does not show somebody as nobody', () => {
    expect(formatCount(0.2, 'zh')).toBe('<1');
    expect(formatCount(0, 'zh')).toBe('0');
  });

  it('uses 万 from a million on, in Chinese only', () => {
    expect(formatHeadline(1_234_567, 'zh')).toBe('123.5万');
    expect(formatHeadline(143_571, 'zh')).toBe('143,571');
    expect(formatHeadline(1_234_567, 'en')).toBe('1,234,567');
  });

  it('never rounds a share to all or nothing', () => {
    expect(formatShare(0.99999, 'zh')).toBe('>99.9%');
    expect(formatShare(0.00001, 'zh')).toBe('<0.1%');
    expect(formatShare(1, 'zh')).toBe('100.0%');
    expect(formatShare(0.7834, 'en')).toBe('78.3%');
    expect(formatShare(Number.NaN, 'en')).toBe(NO_VALUE);
  });

  it('has a sign for what is missing', () => {
    expect(formatMeters(Number.POSITIVE_INFINITY, 'en')).toBe(NO_VALUE);
    expect(formatPerPerson(Number.NaN, 'en')).toBe(NO_VALUE);
    expect(formatPerPerson(0.0874, 'en')).toBe('0.087');
  });
});
