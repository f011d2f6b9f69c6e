import { zlibSync } from 'fflate';
import { NO_DATA, type Raster } from './raster.ts';

/**
 * A GeoTIFF of one Float32 band in EPSG:4326, one deflated strip, little-endian. Written by hand because the usual
 * writer does not compress. Tags: TIFF 6.0 and OGC GeoTIFF 1.1.
 */
export function writeGeoTiff(raster: Raster): Uint8Array {
  const { width, height, values, west, north, pixelDegreesLng, pixelDegreesLat } = raster;
  const raw = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) raw.setFloat32(i * 4, values[i], true);
  const strip = zlibSync(new Uint8Array(raw.buffer), { level: 9 });
  const entries: Entry[] = [
    short(256, width),
    short(257, height),
    short(258, 32),
    short(259, 8), // Adobe deflate
    short(262, 1),
    { tag: 273, type: 4, values: [0] }, // strip offset, set below
    short(277, 1),
    short(278, height),
    { tag: 279, type: 4, values: [strip.length] },
    short(284, 1),
    short(339, 3), // IEEE floats
    { tag: 33550, type: 12, values: [pixelDegreesLng, pixelDegreesLat, 0] },
    { tag: 33922, type: 12, values: [0, 0, 0, west, north, 0] },
    // Geographic model, pixel is area, EPSG:4326.
    { tag: 34735, type: 3, values: [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326] },
    { tag: 42113, type: 2, values: [...`${NO_DATA}\0`].map((letter) => letter.charCodeAt(0)) },
  ];
  return assemble(entries, strip);
}

interface Entry {
  tag: number;
  /** 2 ASCII, 3 SHORT, 4 LONG, 12 DOUBLE */
  type: 2 | 3 | 4 | 12;
  values: number[];
}

const SIZES = { 2: 1, 3: 2, 4: 4, 12: 8 };

function short(tag: number, value: number): Entry {
  return { tag, type: 3, values: [value] };
}

function assemble(entries: Entry[], strip: Uint8Array): Uint8Array {
  const directoryBytes = 2 + entries.length * 12 + 4;
  const sizeOf = (entry: Entry) => SIZES[entry.type] * entry.values.length;
  const even = (size: number) => size + (size % 2);
  const extraBytes = entries
    .map((entry) => (sizeOf(entry) > 4 ? even(sizeOf(entry)) : 0))
    .reduce((a, b) => a + b, 0);
  const stripOffset = 8 + directoryBytes + extraBytes;
  const view = new DataView(new ArrayBuffer(stripOffset + strip.length));
  view.setUint16(0, 0x4949, false);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, entries.length, true);
  let extra = 8 + directoryBytes;
  entries.forEach((entry, i) => {
    const at = 10 + i * 12;
    view.setUint16(at, entry.tag, true);
    view.setUint16(at + 2, entry.type, true);
    view.setUint32(at + 4, entry.values.length, true);
    const values = entry.tag === 273 ? [stripOffset] : entry.values;
    if (sizeOf(entry) <= 4) writeValues(view, at + 8, entry.type, values);
    else {
      view.setUint32(at + 8, extra, true);
      writeValues(view, extra, entry.type, values);
      extra += even(sizeOf(entry));
    }
  });
  const bytes = new Uint8Array(view.buffer);
  bytes.set(strip, stripOffset);
  return bytes;
}

function writeValues(view: DataView, at: number, type: Entry['type'], values: number[]): void {
  values.forEach((value, i) => {
    const offset = at + i * SIZES[type];
    if (type === 2) view.setUint8(offset, value);
    else if (type === 3) view.setUint16(offset, value, true);
    else if (type === 4) view.setUint32(offset, value, true);
    else view.setFloat64(offset, value, true);
  });
}
