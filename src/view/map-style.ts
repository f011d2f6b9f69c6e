import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { cssColour, PALETTE } from './palette.ts';
import { barrierArea, barrierLine, unlinkedFacilities, walkLayers } from './walk-layers.ts';

/**
 * The quiet map behind the result, as MapLibre takes it. No source is remote and no font is fetched: without `glyphs` all
 * letters are drawn with the fonts of the machine.
 */
export const FONT_FAMILY = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** Layers that others are put before: the backgrounds under the cells, the cells under the districts. */
export const ABOVE_BACKGROUND = 'above-background';
export const ABOVE_CELLS = 'district-fill';

export const HATCH_IMAGE = 'hatch';
export const DOTS_IMAGE = 'dots';

export function baseStyle(): StyleSpecification {
  const source = { type: 'geojson' as const, data: EMPTY };
  return {
    version: 8,
    sources: {
      districts: source,
      names: source,
      facilities: source,
      marks: source,
      walk: source,
      hatched: source,
      barriers: source,
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': '#f6f5f1' } },
      { id: ABOVE_BACKGROUND, type: 'background', layout: { visibility: 'none' } },
      barrierArea(),
      ...districtLayers(),
      barrierLine(),
      ...walkLayers(),
      ...markLayers(),
      unlinkedFacilities(),
      facilityLayer(),
      nameLayer(),
    ],
  };
}

const isState = (state: string): ['==', ['get', 'state'], string] => ['==', ['get', 'state'], state];
const isMarked = (mark: string) => ['boolean', ['feature-state', mark], false];

function districtLayers(): LayerSpecification[] {
  const fill = [
    'match',
    ['get', 'state'],
    'met',
    cssColour(PALETTE.met),
    'short',
    cssColour(PALETTE.short),
    // How many standards a district is short of, said by strength.
    'counted',
    cssColour(PALETTE.short),
    'rgba(255, 255, 255, 0)',
  ];
  return [
    {
      id: ABOVE_CELLS,
      type: 'fill',
      source: 'districts',
      paint: { 'fill-color': fill, 'fill-opacity': ['coalesce', ['get', 'strength'], 0.62] },
    } as unknown as LayerSpecification,
    {
      id: 'district-hatch',
      type: 'fill',
      source: 'districts',
      filter: isState('short'),
      paint: { 'fill-pattern': HATCH_IMAGE },
    },
    {
      id: 'district-dots',
      type: 'fill',
      source: 'districts',
      filter: isState('not-surveyed'),
      paint: { 'fill-pattern': DOTS_IMAGE },
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': '#4a4f55', 'line-width': 0.8, 'line-opacity': 0.75 },
    },
    {
      id: 'district-line-upper',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': '#2e3338', 'line-width': 1.6, 'line-opacity': 0.8 },
    },
    {
      id: 'district-marked',
      type: 'line',
      source: 'districts',
      paint: {
        'line-color': '#111111',
        'line-width': ['case', isMarked('selected'), 3.2, isMarked('hovered'), 2.4, 0],
      },
    } as unknown as LayerSpecification,
  ];
}

function markLayers(): LayerSpecification[] {
  return [
    {
      id: 'marks',
      type: 'line',
      source: 'marks',
      paint: { 'line-color': '#17324d', 'line-width': 1.8, 'line-dasharray': [3, 2] },
    },
    {
      id: 'facility-ring',
      type: 'circle',
      source: 'facilities',
      filter: ['==', ['get', 'row'], -1],
      paint: {
        'circle-radius': ['*', 14, ['get', 'scale']],
        'circle-color': 'rgba(255, 255, 255, 0.35)',
        'circle-stroke-color': '#111111',
        'circle-stroke-width': 2.5,
      },
    },
  ];
}

function facilityLayer(): LayerSpecification {
  const scale = (factor: number) => ['*', factor, ['get', 'scale']];
  return {
    id: 'facility',
    type: 'symbol',
    source: 'facilities',
    layout: {
      'icon-image': ['get', 'symbol'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9, scale(0.42), 12, scale(0.68), 15, scale(1)],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'order'],
    },
  } as unknown as LayerSpecification;
}

function nameLayer(): LayerSpecification {
  return {
    id: 'district-name',
    type: 'symbol',
    source: 'names',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Noto Sans SC', 'sans-serif'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 9, 12, 13, 15],
      'text-max-width': 8,
      'text-padding': 4,
    },
    paint: {
      'text-color': '#14181c',
      'text-halo-color': 'rgba(255, 255, 255, 0.95)',
      'text-halo-width': 2.2,
      'text-halo-blur': 0.4,
    },
  };
}

/** Layers of one background file, by the tags of OpenStreetMap. What has none of them is a thin grey line. */
export function backgroundLayers(source: string): LayerSpecification[] {
  const isArea = ['==', ['geometry-type'], 'Polygon'];
  const isLine = ['==', ['geometry-type'], 'LineString'];
  const isWater = ['any', ['==', ['get', 'natural'], 'water'], ['has', 'water'], ['has', 'waterway']];
  const isGreen = [
    'any',
    ['in', ['get', 'leisure'], ['literal', ['park', 'garden', 'nature_reserve']]],
    ['in', ['get', 'landuse'], ['literal', ['forest', 'grass', 'recreation_ground']]],
    ['==', ['get', 'natural'], 'wood'],
  ];
  const isMajor = ['in', ['get', 'highway'], ['literal', ['motorway', 'trunk', 'primary', 'secondary']]];
  const isMiddle = [
    'in',
    ['get', 'highway'],
    ['literal', ['tertiary', 'unclassified', 'residential', 'living_street']],
  ];
  const width = (near: number, far: number) => [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    9,
    far,
    12,
    near,
    16,
    near * 5,
  ];
  const line = (id: string, filter: unknown, paint: Record<string, unknown>, minzoom?: number) => ({
    id: `${source}-${id}`,
    type: 'line',
    source,
    filter: ['all', isLine, filter],
    paint,
    ...(minzoom === undefined ? {} : { minzoom }),
  });
  const layers = [
    {
      id: `${source}-green`,
      type: 'fill',
      source,
      filter: ['all', isArea, isGreen],
      paint: { 'fill-color': '#e6ecdd' },
    },
    {
      id: `${source}-water`,
      type: 'fill',
      source,
      filter: ['all', isArea, isWater],
      paint: { 'fill-color': '#d3e4ee' },
    },
    line('waterway', isWater, { 'line-color': '#c5dbe8', 'line-width': width(1.5, 0.8) }),
    line(
      'minor',
      ['all', ['has', 'highway'], ['!', isMajor], ['!', isMiddle]],
      { 'line-color': '#e3e1da', 'line-width': width(0.4, 0.2) },
      12.5,
    ),
    line('middle', isMiddle, { 'line-color': '#dedcd5', 'line-width': width(0.8, 0.3) }),
    line('major', isMajor, { 'line-color': '#cfccc3', 'line-width': width(1.8, 0.9) }),
    line('rail', ['has', 'railway'], {
      'line-color': '#aaa69d',
      'line-width': 1.2,
      'line-dasharray': [5, 3],
    }),
  ];
  return layers as unknown as LayerSpecification[];
}
