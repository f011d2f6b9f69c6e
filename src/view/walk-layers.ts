import type { LayerSpecification } from 'maplibre-gl';

/** The pattern of places that no street is near, drawn by the page. */
export const THIN_HATCH_IMAGE = 'thin-hatch';

export const BARRIER_COLOUR = '#5b7f99';

/** Barriers under the cells: a faint area. */
export function barrierArea(): LayerSpecification {
  return {
    id: 'barrier-area',
    type: 'fill',
    source: 'barriers',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '#d3dfe8' },
  };
}

/** And above them, quietly, the line that nobody crosses. */
export function barrierLine(): LayerSpecification {
  return {
    id: 'barrier-line',
    type: 'line',
    source: 'barriers',
    paint: { 'line-color': BARRIER_COLOUR, 'line-width': 1.2, 'line-dasharray': [4, 1.5] },
  };
}

export const UNLINKED_COLOUR = '#c2410c';

/** A ring around facilities that no street is near: nobody walks there. */
export function unlinkedFacilities(): LayerSpecification {
  return {
    id: 'facility-unlinked',
    type: 'circle',
    source: 'facilities',
    filter: ['==', ['get', 'isUnlinked'], true],
    paint: {
      'circle-radius': 11,
      'circle-color': 'rgba(255, 255, 255, 0.5)',
      'circle-stroke-color': UNLINKED_COLOUR,
      'circle-stroke-width': 2.2,
    },
  };
}

/** Layers of what is walked: hatched places, the walking area for show, the route with a casing and its dashed ends. */
export function walkLayers(): LayerSpecification[] {
  const isKind = (kind: string): ['==', ['get', 'kind'], string] => ['==', ['get', 'kind'], kind];
  const ink = '#17324d';
  return [
    { id: 'hatched', type: 'fill', source: 'hatched', paint: { 'fill-pattern': THIN_HATCH_IMAGE } },
    {
      id: 'walk-area',
      type: 'fill',
      source: 'walk',
      filter: isKind('area'),
      paint: { 'fill-color': ink, 'fill-opacity': 0.09 },
    },
    {
      id: 'walk-area-line',
      type: 'line',
      source: 'walk',
      filter: isKind('area'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': ink, 'line-width': 2.2, 'line-opacity': 0.75, 'line-blur': 0.6 },
    },
    {
      id: 'route-casing',
      type: 'line',
      source: 'walk',
      filter: isKind('route'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 8 },
    },
    {
      id: 'route-ends-casing',
      type: 'line',
      source: 'walk',
      filter: isKind('off-street'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 6, 'line-opacity': 0.85 },
    },
    {
      id: 'route',
      type: 'line',
      source: 'walk',
      filter: isKind('route'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': ink, 'line-width': 4 },
    },
    {
      id: 'route-ends',
      type: 'line',
      source: 'walk',
      filter: isKind('off-street'),
      paint: { 'line-color': ink, 'line-width': 2.6, 'line-dasharray': [1.4, 1.1] },
    },
  ];
}
