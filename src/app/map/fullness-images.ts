import type { Map as MapLibreMap } from 'maplibre-gl';
import { type ServiceId, serviceOf } from '../../core/dataset/services.ts';
import { FILLED, FULLNESS, type Fullness, fullnessSymbolId } from '../../view/facility-fullness.ts';
import { outlineOf } from '../../view/facility-symbols.ts';
import { draw, PIXEL_RATIO, SIZE } from './symbol-images.ts';

/** Symbols filled from below as far as the facility is used; a full one has a dark rim, an unknown one a dashed one. */
export function addFullness(map: MapLibreMap, services: readonly ServiceId[]): void {
  for (const service of services) {
    for (const level of FULLNESS) {
      const id = fullnessSymbolId(service, level);
      if (!map.hasImage(id)) map.addImage(id, drawLevel(service, level), { pixelRatio: PIXEL_RATIO });
    }
  }
}

function drawLevel(service: ServiceId, level: Fullness): ImageData {
  const { hue } = serviceOf(service);
  return draw(SIZE, (pen) => {
    const radius = SIZE / 2 - 7;
    pen.translate(SIZE / 2, SIZE / 2);
    const shape = new Path2D();
    for (const [x, y] of outlineOf(service)) shape.lineTo(x * radius, y * radius);
    shape.closePath();
    pen.lineJoin = 'round';
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 9;
    pen.stroke(shape);
    pen.fillStyle = '#ffffff';
    pen.fill(shape);
    pen.save();
    pen.clip(shape);
    pen.fillStyle = hue;
    pen.fillRect(-SIZE / 2, radius - FILLED[level] * 2 * radius, SIZE, SIZE);
    pen.restore();
    pen.strokeStyle = level === 'full' ? '#14181c' : hue;
    pen.lineWidth = level === 'full' ? 6 : 4;
    if (level === 'unknown') pen.setLineDash([6, 5]);
    pen.stroke(shape);
  });
}
