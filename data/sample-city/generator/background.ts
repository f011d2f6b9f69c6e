import type { City } from './city.ts';
import { mix, type Point, shrink } from './geometry.ts';
import { ringPoints } from './ground.ts';
import { bend } from './lattice.ts';
import { createNoise } from './random.ts';
import { RAIL_X, RIVER_Y } from './zones.ts';

/** What is drawn behind the result: water, railway, parks, walls of superblocks. In local metres. */
export interface BackgroundShape {
  kind: 'polygon' | 'line';
  points: Point[];
  tags: Record<string, string>;
}

export function createBackground(city: City): BackgroundShape[] {
  return [river(), ...railway(), ...parks(city), ...superblocks(city)];
}

const bankNoise = createNoise('river bank');
const HALF_WATER_METERS = 100;

/** The water keeps some 50 m from the bank roads; its width changes along the way. */
function river(): BackgroundShape {
  const bank = (side: 1 | -1) => {
    const points: Point[] = [];
    for (let x = -8100; x <= 8100; x += 90) {
      points.push(bend(x, RIVER_Y + side * (HALF_WATER_METERS + 22 * bankNoise(x / 500, side))));
    }
    return points;
  };
  return {
    kind: 'polygon',
    points: [...bank(-1), ...bank(1).reverse()],
    tags: { natural: 'water', water: 'river', name: '云汀河' },
  };
}

function railway(): BackgroundShape[] {
  const part = (from: number, to: number, tags: Record<string, string>): BackgroundShape => {
    const count = Math.ceil((to - from) / 140);
    const points = Array.from({ length: count + 1 }, (_, i) =>
      bend(RAIL_X, from + ((to - from) * i) / count),
    );
    return { kind: 'line', points, tags: { railway: 'rail', name: '云石铁路', electrified: 'yes', ...tags } };
  };
  return [
    part(-7000, RIVER_Y - 140, {}),
    part(RIVER_Y - 140, RIVER_Y + 140, { bridge: 'yes', layer: '2' }),
    part(RIVER_Y + 140, 7000, {}),
  ];
}

const PARK_NAMES = [
  '人民公园',
  '鹭湖公园',
  '青屏山公园',
  '铁东公园',
  '文昌公园',
  '浣纱公园',
  '云锦公园',
  '槐荫公园',
  '星河公园',
  '书院公园',
  '梅岗公园',
  '汀岸公园',
  '长岭公园',
  '枫林公园',
];

function parks({ ground, blocks }: City): BackgroundShape[] {
  const shapes: BackgroundShape[] = [];
  blocks
    .filter((block) => block.use === 'park')
    .forEach((block, i) => {
      const ring = shrink(ringPoints(ground, block.ring), 0.95);
      const name = PARK_NAMES[i] ?? `${PARK_NAMES[i % PARK_NAMES.length].slice(0, 2)}游园${i}`;
      shapes.push({ kind: 'polygon', points: ring, tags: { leisure: 'park', name } });
    });
  return shapes;
}

function superblocks({ ground, blocks }: City): BackgroundShape[] {
  return blocks
    .filter((block) => block.use === 'gated')
    .map((block) => ({
      kind: 'polygon' as const,
      // Inside the streets around, where the wall is.
      points: ringPoints(ground, block.ring).map((point) =>
        mix(point, middleOf(ringPoints(ground, block.ring)), 0.035),
      ),
      tags: { landuse: 'residential', barrier: 'wall' },
    }));
}

function middleOf(points: Point[]): Point {
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
}
