import type { Layer } from '@deck.gl/core';
import { ColumnLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Overview } from '../../../workers/protocol.ts';
import type { CellColours } from '../../view/cell-colours.ts';
import { ABOVE_CELLS } from '../../view/map-style.ts';
import { PALETTE } from '../../view/palette.ts';

type Demand = Overview['demand'];

/** Under the districts, over the backgrounds. */
const PLACE = { beforeId: ABOVE_CELLS };

/**
 * Draws nothing. deck.gl takes its place among the map's layers only while the style is settled, which it is not when data
 * has just come in: this layer takes the place when the map opens, and holds it.
 */
export function anchorLayer(): Layer {
  return new ScatterplotLayer({ id: 'cells-anchor', data: [], ...PLACE });
}

/** The places as layers: hexagonal disks for cells, dots for people judged where they stand. */
export function cellLayers(
  demand: Demand,
  positions: Float64Array,
  colours: CellColours,
  selected: number | undefined,
): Layer[] {
  const data = {
    length: demand.count,
    attributes: {
      getPosition: { value: positions, size: 3 },
      getFillColor: { value: colours.fill, size: 4, normalized: true },
      ...(colours.line ? { getLineColor: { value: colours.line, size: 4, normalized: true } } : {}),
    },
  };
  const look = {
    data,
    ...PLACE,
    stroked: colours.line !== undefined,
    lineWidthUnits: 'pixels' as const,
    getLineWidth: 1,
    pickable: false,
    parameters: { depthCompare: 'always' as const },
  };
  const cells =
    demand.kind === 'cells'
      ? new ColumnLayer({ id: 'cells', ...look, ...hexagonProps(demand) })
      : new ScatterplotLayer({ id: 'points', ...look, radiusUnits: 'pixels', getRadius: 4.5 });
  return selected === undefined ? [cells] : [cells, selectedLayer(demand, selected)];
}

function hexagonProps({ hexagon }: Demand) {
  return {
    diskResolution: 6,
    radius: hexagon.radiusMeters,
    angle: hexagon.angleDegrees,
    extruded: false,
    material: false as const,
  };
}

function selectedLayer(demand: Demand, place: number): Layer {
  const look = {
    data: [[demand.lng[place], demand.lat[place], 0]],
    getPosition: (position: number[]) => position as [number, number, number],
    ...PLACE,
    filled: false,
    stroked: true,
    lineWidthUnits: 'pixels' as const,
    getLineWidth: 3,
    getLineColor: [...PALETTE.selected] as [number, number, number],
    parameters: { depthCompare: 'always' as const },
  };
  return demand.kind === 'cells'
    ? new ColumnLayer({ id: 'selected-cell', ...look, ...hexagonProps(demand) })
    : new ScatterplotLayer({ id: 'selected-point', ...look, radiusUnits: 'pixels', getRadius: 8 });
}
