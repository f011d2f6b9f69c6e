import { describe, expect, it } from 'vitest';
import { middleOffset, roomBetween, zoomFor } from '../../src/view/step-extent.ts';

const KEPT = { lng: 104, lat: 36, zoom: 11, width: 700, height: 500 };

describe('a kept part of the map on another screen', () => {
  it('is one level nearer in twice the room', () => {
    expect(zoomFor(KEPT, { width: 1400, height: 1000 })).toBe(12);
    expect(zoomFor(KEPT, { width: 700, height: 500 })).toBe(11);
    expect(zoomFor(KEPT, { width: 350, height: 250 })).toBe(10);
  });

  it('is never cut off: the tighter side decides', () => {
    expect(zoomFor(KEPT, { width: 1400, height: 500 })).toBe(11);
    expect(zoomFor(KEPT, { width: 700, height: 5000 })).toBe(11);
  });

  it('stays within what the map can show', () => {
    expect(zoomFor({ ...KEPT, zoom: 17.9 }, { width: 7000, height: 5000 })).toBe(18);
    expect(zoomFor({ ...KEPT, zoom: 0.2 }, { width: 80, height: 80 })).toBe(0);
  });

  it('knows what the panels leave, and where its middle is', () => {
    const insets = { left: 340, right: 380, top: 0, bottom: 40 };
    expect(roomBetween({ width: 1440, height: 900 }, insets)).toEqual({ width: 720, height: 860 });
    expect(middleOffset(insets)).toEqual({ x: -20, y: -20 });
    expect(roomBetween({ width: 500, height: 900 }, insets).width).toBe(80);
  });
});
