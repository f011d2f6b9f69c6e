import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { NOBODY } from '../../view/cell-classes.ts';
import { placeAt } from '../../view/place-at.ts';
import { placeHousingAt } from '../actions/change-forecast.ts';
import {
  clearSelection,
  hoverDistrict,
  selectDistrict,
  selectFacility,
  selectPlace,
} from '../actions/select-place.ts';
import { type Picture, usePicture } from '../compute/use-picture.ts';
import { cache } from '../store/cache.ts';
import { setSession, useStore } from '../store/store.ts';
import type { MapController } from './map-controller.ts';

type Point = { x: number; y: number };

/** A press on the map, or Enter at its centre, chooses what lies there: a facility, else a place, else a district. */
export function useMapClicks(controller: MapController | undefined): void {
  const picture = usePicture();
  useEffect(() => {
    if (!controller) return;
    const { map } = controller;
    const onClick = (event: MapMouseEvent) => {
      const { placingHousing } = useStore.getState().session;
      if (placingHousing === undefined) pick(controller, event.point, picture);
      else placeHousingAt(placingHousing, event.lngLat.lng, event.lngLat.lat);
    };
    const onMove = (event: MapMouseEvent) => {
      hoverDistrict(rowAt(controller, event.point, 'district-fill'));
      const isOverFacility = rowAt(controller, event.point, 'facility') !== undefined;
      map.getCanvas().classList.toggle('pointing', isOverFacility);
    };
    const onOut = () => hoverDistrict(undefined);
    const onKey = (event: KeyboardEvent) => {
      const { placingHousing } = useStore.getState().session;
      const isPlacing = placingHousing !== undefined;
      const { lng, lat } = map.getCenter();
      if (event.key === 'Enter' && isPlacing) placeHousingAt(placingHousing, lng, lat);
      else if (event.key === 'Enter') pick(controller, map.project([lng, lat]), picture);
      if (event.key === 'Escape' && isPlacing) setSession({ placingHousing: undefined });
      else if (event.key === 'Escape') clearSelection();
    };
    const canvas = map.getCanvas();
    map.on('click', onClick);
    map.on('mousemove', onMove);
    map.on('mouseout', onOut);
    canvas.addEventListener('keydown', onKey);
    return () => {
      map.off('click', onClick);
      map.off('mousemove', onMove);
      map.off('mouseout', onOut);
      canvas.removeEventListener('keydown', onKey);
    };
  }, [controller, picture]);
}

function pick(controller: MapController, point: Point, picture: Picture | undefined): void {
  const facility = rowAt(controller, point, 'facility', 5);
  const place = placeUnder(controller, point, picture);
  const district = rowAt(controller, point, 'district-fill');
  if (facility !== undefined) selectFacility(facility);
  else if (place >= 0) selectPlace(place);
  else if (district !== undefined) selectDistrict(district);
  else clearSelection();
}

/** Row of the topmost feature of a layer at a point of the screen. */
function rowAt({ map }: MapController, { x, y }: Point, layer: string, reach = 0): number | undefined {
  const box: [[number, number], [number, number]] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const [feature] = map.queryRenderedFeatures(box, { layers: [layer] });
  const row: unknown = feature?.properties.row;
  return typeof row === 'number' ? row : undefined;
}

function placeUnder({ map }: MapController, { x, y }: Point, picture: Picture | undefined): number {
  const demand = cache.overview?.demand;
  if (!demand || !picture) return -1;
  const { lng, lat } = map.unproject([x, y]);
  const reach = demand.kind === 'cells' ? demand.hexagon.radiusMeters : metersOfPixels(map, lat, 8);
  const { classOf } = picture.classified;
  return placeAt(demand, lng, lat, reach, (i) => classOf[i] !== NOBODY);
}

/** Ground metres of so many pixels at the present zoom (Web Mercator, 512-pixel tiles). */
function metersOfPixels(map: MapController['map'], lat: number, pixels: number): number {
  return (pixels * 40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
}
