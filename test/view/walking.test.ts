import { describe, expect, it } from 'vitest';
import { CERTAIN_COVERED, CERTAIN_UNCOVERED, UNCERTAIN } from '../../src/core/analysis/robust-reading.ts';
import { areaOutline } from '../../src/view/area-outline.ts';
import { classifyByChoice, hatchedPlaces, NOBODY, withUnlinked } from '../../src/view/cell-classes.ts';
import { circleFigures, circleServices, classifyCircle, explainCircle } from '../../src/view/circle.ts';
import { classifyDifference, differenceSentence } from '../../src/view/difference.ts';
import { distanceWords, explainWalk } from '../../src/view/explain-walk.ts';
import { plainSentence } from '../../src/view/finding.ts';
import { limitPlace, limitWords, mergedLimits, pickLimit } from '../../src/view/limits.ts';
import { choiceCounts, reachOf } from '../../src/view/reach.ts';
import { classifyRobust, variantsLine } from '../../src/view/robust.ts';
import { cellPolygons, routeFeatures } from '../../src/view/walk-features.ts';
import { sayIn } from '../../src/view/words/index.ts';

const zh = sayIn('zh');
const people = Float64Array.of(1, 2, 4, 8, 0);

describe('limits', () => {
  const limits = [{ meters: 500 }, { meters: 900, minutes: 15 }, { meters: 1000 }];

  it('stay what they are when the speed moves the time past the metres', () => {
    expect(pickLimit(limits, 1, undefined)).toEqual({ meters: 1000 });
    expect(pickLimit(limits, 1, 15)).toEqual({ meters: 900, minutes: 15 });
    // A time that was taken away leaves the metres.
    expect(pickLimit(limits, 0, 10)).toEqual({ meters: 500 });
    expect(pickLimit([{ meters: 900, minutes: 15 }], 0, undefined)).toEqual({ meters: 900, minutes: 15 });
    expect(limitPlace(limits, { limitMeters: 900, limitMinutes: 15 })).toBe(1);
  });

  it('are said as they were asked for, and merged where they are the same', () => {
    expect(limitWords(limits[1], zh, 'zh')).toBe('15 分钟');
    expect(mergedLimits([{ meters: 500 }, { meters: 500, minutes: 10 }])).toEqual([
      { meters: 500, minutes: 10 },
    ]);
  });
});

describe('a reading of a result', () => {
  const network = {
    meters: Float64Array.of(100, 600, Infinity, 700, 50),
    facility: Int32Array.of(3, 3, -1, 4, 3),
    within: [Uint16Array.of(2, 0, 0, 0, 1)],
  };
  const result = {
    limits: [{ meters: 500 }],
    meters: Float64Array.of(90, 400, 450, 650, 40),
    facility: Int32Array.of(3, 4, 4, 4, 3),
    within: [Uint16Array.of(2, 1, 1, 0, 1)],
    network,
  };
  const question = { reading: 'network' as const, detourFactor: 1.3, limitMeters: 500 };

  it('takes the streets where they are asked for', () => {
    expect(reachOf(result, question)).toEqual({ ...network, within: network.within[0], factor: 1 });
    expect(reachOf(result, { ...question, reading: 'detour' })).toMatchObject({
      meters: result.meters,
      factor: 1.3,
    });
  });

  it('counts choice', () => {
    expect(choiceCounts(people, network.within[0])).toEqual({ none: 14, one: 0, several: 1 });
  });

  it('says who changes class, and leaves nobody out', () => {
    const classified = classifyDifference(people, result.meters, network.meters, 500);
    expect([...classified.classOf]).toEqual([0, 1, 1, 3, NOBODY]);
    expect(plainSentence(differenceSentence(classified, people, 'people', zh, 'zh'))).toBe(
      '其中 6 人按直线距离算覆盖、沿道路走则超出。',
    );
  });
});

it('gives places without a street a class of their own, hatched', () => {
  const classified = classifyByChoice(people, Uint16Array.of(2, 1, 0, 0, 0));
  const marked = withUnlinked(classified, Int32Array.of(2, 4));
  expect([...marked.classOf]).toEqual([0, 1, 3, 2, NOBODY]);
  expect(marked.classes[3]).toMatchObject({ kind: 'unlinked', outlined: true });
  expect(hatchedPlaces(marked)).toEqual([2]);
  expect(withUnlinked(classified, undefined)).toEqual(classified);
});

it('tells a walk: metres, minutes, what lies off the streets, the straight line beside it', () => {
  expect(distanceWords({ meters: 690, metersPerSecond: 1.2 }, zh, 'zh')).toBe('690 米、9.6 分钟');
  expect(distanceWords({ meters: 690 }, zh, 'zh')).toBe('690 米');
  const walk = { meters: 600, fromSnapMeters: 12, toSnapMeters: 3, straightMeters: 400 };
  const values = explainWalk(walk, '驿站', 1, zh, 'zh').map((line) => line.value);
  expect(values).toEqual(['600 米、10 分钟', '起点 12 米，终点 3 米', '400 米（步行为 1.5 倍）']);
});

it('draws the walk with its ends off the streets, and cells as the graphics card does', () => {
  const features = routeFeatures(
    [
      [1, 1],
      [2, 2],
    ],
    [0, 1],
    [2, 3],
  );
  expect(features.map((one) => one.properties?.kind)).toEqual(['route', 'off-street', 'off-street']);
  const hexagon = { angleDegrees: 0, radiusMeters: 6_371_008.8 * (Math.PI / 180) };
  const places = { lng: Float64Array.of(10), lat: Float64Array.of(0), hexagon };
  const [cell] = cellPolygons([0], places);
  const [ring] = (cell.geometry as GeoJSON.Polygon).coordinates;
  expect(ring).toHaveLength(7);
  expect(ring[0][0]).toBeCloseTo(11, 3);
  expect(ring[6]).toEqual(ring[0]);
});

it('classes verdicts that hold in every reading, and names the readings', () => {
  const verdict = Uint8Array.of(CERTAIN_COVERED, UNCERTAIN, CERTAIN_UNCOVERED, UNCERTAIN, UNCERTAIN);
  expect([...classifyRobust(people, verdict).classOf]).toEqual([0, 1, 2, 1, NOBODY]);
  const variants = [
    { method: 'straight' as const, metersPerSecond: 0.8 },
    { method: 'network' as const, metersPerSecond: 0.8 },
    { method: 'network' as const, metersPerSecond: 1.2 },
  ];
  expect(variantsLine(variants, 1.3, zh, 'zh')).toBe('算法：直线距离、步行路网；步行速度 0.80、1.20 米/秒。');
});

describe('the circle', () => {
  const result = {
    services: ['kindergarten', 'primary-school'],
    limitMeters: 900,
    count: Uint8Array.of(2, 1, 0, 1, 0),
    missing: Uint32Array.of(0, 2, 3, 1, 3),
    rows: [],
  };

  it('takes what is open, or what of it was ticked', () => {
    const services = [
      { id: 'kindergarten', open: 2 },
      { id: 'primary-school', open: 0 },
    ];
    expect(circleServices(services, undefined)).toEqual(['kindergarten']);
    expect(circleServices(services, ['primary-school'])).toEqual([]);
  });

  it('classes places from all to none, and counts people', () => {
    const { classes, classOf } = classifyCircle(people, result);
    expect(classes.map((one) => one.kind)).toEqual(['countAll', 'count', 'countNone']);
    expect([...classOf]).toEqual([0, 1, 2, 1, NOBODY]);
    const row = {
      district: -1,
      level: 'all',
      people: 15,
      byCount: Float64Array.of(4, 10, 1),
      lacking: Float64Array.of(12, 6),
      weakest: 0,
    };
    expect(circleFigures(row, zh, 'zh').map((figure) => figure.value)).toEqual(['1', '10', '4']);
  });

  it('says what a place lacks', () => {
    const answer = { result, minutes: 15, metersPerSecond: 1 };
    expect(explainCircle(answer, 1, zh, 'zh')).toMatchObject({ isComplete: false, missing: ['小学'] });
    expect(explainCircle(answer, 0, zh, 'zh').isComplete).toBe(true);
  });

  it('gathers many services into few classes, each place in one', () => {
    const many = { ...result, services: Array.from({ length: 10 }, (_, k) => `s${k}`) };
    const counts = { ...many, count: Uint8Array.from({ length: 11 }, (_, k) => k) };
    const all = classifyCircle(new Float64Array(11).fill(1), counts);
    expect(all.classes.map(({ from, to }) => [from, to])).toEqual([
      [10, 10],
      [9, 9],
      [7, 8],
      [4, 6],
      [1, 3],
      [0, 0],
    ]);
    expect([...all.classOf]).toEqual([5, 4, 4, 4, 3, 3, 3, 2, 2, 1, 0]);
  });
});

it('sketches a walking area: courtyards filled, lakes kept, corners cut, rings closed', () => {
  const square = (at: number, side: number): [number, number][] => [
    [at, 0],
    [at + side, 0],
    [at + side, side],
    [at, side],
    [at, 0],
  ];
  // A thousandth of a degree is about 111 m.
  const [rings] = areaOutline([[square(0, 0.02), square(0.005, 0.001), square(0.01, 0.005)]]);
  expect(rings).toHaveLength(2);
  for (const ring of rings) expect(ring[0]).toEqual(ring.at(-1));
  expect(rings[0]).toHaveLength(17);
});
