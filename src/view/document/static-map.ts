import type { Districts } from '../../core/dataset/districts.ts';
import type { Facilities } from '../../core/dataset/facilities.ts';
import { centreOfRing, ringArea, ringsOf } from '../../core/dataset/rings.ts';
import type { ServiceCoverage } from '../../core/project/result.ts';
import { type CoverageQuestion, coverageFinding, methodWords, wholeAreaRow } from '../coverage-finding.ts';
import { symbolScale } from '../facility-symbols.ts';
import { plainSentence } from '../finding.ts';
import { groupName, serviceName } from '../names.ts';
import type { Rgb } from '../palette.ts';
import { type Context, coverageMark } from './context.ts';
import type { Picture } from './document.ts';
import { type Drawing, rectangle, roughMeasure, type Shape } from './drawing.ts';
import { placeShapes } from './map-cells.ts';
import { type MapContent, mapContent } from './map-content.ts';
import { legendShapes, northArrow, scaleBar } from './map-furniture.ts';
import { BORDER, facilitySymbol } from './map-symbols.ts';
import { boundsOf, joinBounds, type Projection, projectionInto } from './projection.ts';

const INK: Rgb = [33, 37, 41];
const PAPER: Rgb = [250, 249, 246];
const MARGIN = 10;

/** A map of a report: the width of its text, with the legend below. */
const WIDTH = 480;
const HEIGHT = 330;

/** The map of one service with legend, scale bar and north arrow, as it stands in a report. */
export function coveragePicture(context: Context, one: ServiceCoverage, question: CoverageQuestion): Picture {
  const { say, language, tracer } = context;
  const content = mapContent(one, question);
  const map = mapDrawing(context, content, WIDTH, HEIGHT);
  const legend = legendShapes(context, content, WIDTH, roughMeasure);
  const row = wholeAreaRow(one.rows, question);
  const finding = row ? plainSentence(coverageFinding(row, question, say, language)) : '';
  return {
    id: `map-${one.service}`,
    caption: say('document.map.caption', {
      service: serviceName(one.service, language),
      group: groupName(one.group, say),
      method: methodWords(question, say, language),
    }),
    alt: say('document.map.alt', { finding }),
    drawing: {
      width: WIDTH,
      height: HEIGHT + 8 + legend.height,
      shapes: [...map.shapes, ...legend.at(0, HEIGHT + 8)],
    },
    trace: coverageMark(tracer, one, { ...question, method: question.reading }),
  };
}

/** The map alone in its frame: places, districts, facilities, names, scale bar, north arrow. */
export function mapDrawing(
  { data, say }: Context,
  { classified, one }: MapContent,
  width: number,
  height: number,
): Drawing {
  const { demand, districts, facilities } = data.result;
  const bounds = joinBounds(
    boundsOf(demand.lng, demand.lat),
    districts && boundsOf(districts.shapes.lng, districts.shapes.lat),
  ) ?? [0, 0, 1, 1];
  const projection = projectionInto(bounds, width, height, MARGIN);
  return {
    width,
    height,
    shapes: [
      rectangle(0, 0, width, height, { fill: PAPER }),
      ...placeShapes(demand, classified, one.values, projection),
      ...(districts ? borderShapes(districts, projection) : []),
      ...facilityShapes(facilities, one.service, projection),
      ...(districts ? nameShapes(districts, projection, [width, height]) : []),
      ...scaleBar(projection, 10, height - 10, say),
      ...northArrow(width - 18, 12, say),
      rectangle(0, 0, width, height, { stroke: INK, width: 0.8 }),
    ],
  };
}

function borderShapes(districts: Districts, { place }: Projection): Shape[] {
  return districts.levels.map((_, level) => {
    const lines = [];
    for (let d = 0; d < districts.count; d++) {
      if (districts.level[d] !== level) continue;
      for (const ring of ringsOf(districts.shapes, d)) lines.push(ring.map(([lng, lat]) => place(lng, lat)));
    }
    const isUpper = level === 0 && districts.levels.length > 1;
    return { kind: 'path' as const, lines, isClosed: true, stroke: BORDER, width: isUpper ? 1.1 : 0.45 };
  });
}

const RADIUS = 3.4;

/** Closed ones are left out: what is printed is what there is and what is planned (hollow). */
function facilityShapes(facilities: Facilities, service: string, { place }: Projection): Shape[] {
  const rows = [...facilities.service.keys()].filter(
    (row) => facilities.service[row] === service && facilities.status[row] !== 'closed',
  );
  const sizes = rows.map((row) => facilities.capacity[row]).filter((size) => size > 0);
  const median = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? Number.NaN;
  return rows.map((row) => {
    const [x, y] = place(facilities.lng[row], facilities.lat[row]);
    const scale = symbolScale(facilities.capacity[row], median);
    return facilitySymbol(service, facilities.status[row] === 'open', x, y, RADIUS * scale);
  });
}

/** More names than this make a map that nobody can read. */
const MOST_NAMES = 80;
const NAME_SIZE = 7.5;

/** Names of the smallest districts that are not too many, the largest first; one that would lie on another is left out. */
function nameShapes(districts: Districts, { place }: Projection, [width, height]: [number, number]): Shape[] {
  const rowsOf = (level: number) =>
    [...districts.name.keys()].filter((d) => districts.level[d] === level && districts.name[d] !== '');
  const levels = districts.levels
    .map((_, level) => rowsOf(level))
    .filter((rows) => rows.length <= MOST_NAMES);
  const rows = levels[levels.length - 1] ?? [];
  const labels = rows.map((d) => {
    const rings = ringsOf(districts.shapes, d);
    const largest = rings.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best), rings[0]);
    return { name: districts.name[d], area: largest ? ringArea(largest) : 0, ring: largest };
  });
  const taken: [number, number, number][] = [];
  return labels
    .filter(({ ring }) => ring !== undefined)
    .sort((a, b) => b.area - a.area)
    .flatMap(({ name, ring }) => {
      const [x, y] = place(...centreOfRing(ring));
      const half = roughMeasure(name, NAME_SIZE) / 2;
      const isFree =
        x - half > 2 &&
        x + half < width - 2 &&
        y > NAME_SIZE &&
        y < height - 4 &&
        taken.every(([tx, ty, th]) => Math.abs(tx - x) > th + half || Math.abs(ty - y) > NAME_SIZE * 1.1);
      if (!isFree) return [];
      taken.push([x, y, half]);
      return [
        {
          kind: 'text' as const,
          x,
          y: y + NAME_SIZE / 3,
          text: name,
          size: NAME_SIZE,
          colour: INK,
          align: 'center' as const,
          hasHalo: true,
        },
      ];
    });
}
