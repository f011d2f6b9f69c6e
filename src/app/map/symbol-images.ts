import type { Map as MapLibreMap } from 'maplibre-gl';
import type { FacilityStatus } from '../../core/dataset/facilities.ts';
import { type ServiceId, serviceOf } from '../../core/dataset/services.ts';
import { outlineOf, symbolId } from '../../view/facility-symbols.ts';
import { DOTS_IMAGE, HATCH_IMAGE } from '../../view/map-style.ts';
import { THIN_HATCH_IMAGE } from '../../view/walk-layers.ts';

/** Images that the map's layers name, drawn here: nothing is fetched. Twice the size, for dense screens. */
export const PIXEL_RATIO = 2;
export const SIZE = 30 * PIXEL_RATIO;

export function addSymbols(map: MapLibreMap, services: readonly ServiceId[]): void {
  for (const service of services) {
    for (const status of ['open', 'planned', 'closed'] as const) {
      const id = symbolId(service, status);
      if (!map.hasImage(id)) map.addImage(id, drawSymbol(service, status), { pixelRatio: PIXEL_RATIO });
    }
  }
}

export function addPatterns(map: MapLibreMap): void {
  const options = { pixelRatio: PIXEL_RATIO };
  map.addImage(HATCH_IMAGE, drawHatch(16, 2, 'rgba(110, 46, 4, 0.55)'), options);
  map.addImage(THIN_HATCH_IMAGE, drawHatch(12, 1.5, 'rgba(60, 52, 46, 0.7)'), options);
  map.addImage(
    DOTS_IMAGE,
    drawPattern(16, (pen) => {
      pen.fillStyle = 'rgba(60, 52, 46, 0.55)';
      pen.fillRect(6, 6, 4, 4);
    }),
    options,
  );
}

/** Strokes from lower left to upper right that run on from tile to tile. */
function drawHatch(size: number, lineWidth: number, colour: string) {
  return drawPattern(size, (pen) => {
    pen.strokeStyle = colour;
    pen.lineWidth = lineWidth;
    for (const x of [-size, 0, size]) {
      pen.beginPath();
      pen.moveTo(x, size);
      pen.lineTo(x + size, 0);
      pen.stroke();
    }
  });
}

function drawSymbol(service: ServiceId, status: FacilityStatus): ImageData {
  const { hue } = serviceOf(service);
  return draw(SIZE, (pen) => {
    const radius = SIZE / 2 - 7;
    pen.translate(SIZE / 2, SIZE / 2);
    pen.beginPath();
    for (const [x, y] of outlineOf(service)) pen.lineTo(x * radius, y * radius);
    pen.closePath();
    pen.lineJoin = 'round';
    // A white rim parts the symbol from whatever lies beneath.
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 9;
    pen.stroke();
    pen.fillStyle = status === 'open' ? hue : '#ffffff';
    pen.fill();
    pen.strokeStyle = status === 'closed' ? '#6b6f75' : hue;
    pen.lineWidth = status === 'open' ? 2 : 4.5;
    pen.stroke();
    if (status === 'closed') drawCross(pen, radius * 0.95);
  });
}

function drawCross(pen: CanvasRenderingContext2D, reach: number): void {
  pen.strokeStyle = '#33363a';
  pen.lineWidth = 5;
  pen.beginPath();
  pen.moveTo(-reach, -reach);
  pen.lineTo(reach, reach);
  pen.moveTo(reach, -reach);
  pen.lineTo(-reach, reach);
  pen.stroke();
}

function drawPattern(size: number, paint: (pen: CanvasRenderingContext2D) => void): ImageData {
  return draw(size, paint);
}

export function draw(size: number, paint: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return new ImageData(size, size);
  paint(pen);
  return pen.getImageData(0, 0, size, size);
}
