import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { FilterSpecification, GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { ABOVE_BACKGROUND, backgroundLayers } from '../../view/map-style.ts';
import { anchorLayer } from './cell-layers.ts';
import { addFullness } from './fullness-images.ts';
import { addPatterns, addSymbols } from './symbol-images.ts';

type Collection = GeoJSON.FeatureCollection;

/**
 * What the page says to the map, in the page's words. Keeps `data-idle` on the map's element: "true" once everything
 * said so far has been drawn.
 */
export class MapController {
  private readonly overlay = new MapLibreOverlay({ interleaved: true, layers: [anchorLayer()] });
  private backgrounds: string[] = [];
  private marked: { district: number; mark: string }[] = [];

  constructor(
    readonly map: MapLibreMap,
    private readonly element: HTMLElement,
  ) {
    map.addControl(this.overlay);
    addPatterns(map);
    map.on('idle', () => element.setAttribute('data-idle', 'true'));
    map.on('movestart', () => element.setAttribute('data-idle', 'false'));
  }

  setCells(layers: Layer[]): void {
    this.overlay.setProps({ layers: [anchorLayer(), ...layers] });
    this.changed();
  }

  setBackgrounds(collections: Collection[]): void {
    for (const id of this.backgrounds) {
      for (const layer of backgroundLayers(id)) this.map.removeLayer(layer.id);
      this.map.removeSource(id);
    }
    this.backgrounds = collections.map((data, k) => {
      const id = `background-${k}`;
      this.map.addSource(id, { type: 'geojson', data });
      return id;
    });
    // Layer by layer over all files: the streets of one file lie above the water of another.
    const byFile = this.backgrounds.map(backgroundLayers);
    for (let k = 0; k < (byFile[0]?.length ?? 0); k++) {
      for (const layers of byFile) this.map.addLayer(layers[k], ABOVE_BACKGROUND);
    }
    this.changed();
  }

  setSource(
    name: 'districts' | 'names' | 'facilities' | 'marks' | 'walk' | 'hatched' | 'barriers',
    data: Collection,
  ): void {
    this.map.getSource<GeoJSONSource>(name)?.setData(data);
    this.changed();
  }

  setServices(services: readonly string[]): void {
    addSymbols(this.map, services);
  }

  /** Symbols that say how full a facility is. */
  setFullness(services: readonly string[]): void {
    addFullness(this.map, services);
  }

  /** Fills and patterns for districts of one level; lines stronger for the levels above it. */
  setLevel(level: number): void {
    const ofLevel: FilterSpecification = ['==', ['get', 'level'], level];
    this.map.setFilter('district-fill', ofLevel);
    this.map.setFilter('district-hatch', ['all', ofLevel, ['==', ['get', 'state'], 'short']]);
    this.map.setFilter('district-dots', ['all', ofLevel, ['==', ['get', 'state'], 'not-surveyed']]);
    this.map.setFilter('district-line', ofLevel);
    this.map.setFilter('district-line-upper', ['<', ['get', 'level'], level]);
    this.changed();
  }

  ringFacility(row: number): void {
    this.map.setFilter('facility-ring', ['==', ['get', 'row'], row]);
    this.changed();
  }

  markDistricts(marks: { district: number; mark: 'hovered' | 'selected' }[]): void {
    for (const { district, mark } of this.marked) {
      this.map.setFeatureState({ source: 'districts', id: district }, { [mark]: false });
    }
    for (const { district, mark } of marks) {
      this.map.setFeatureState({ source: 'districts', id: district }, { [mark]: true });
    }
    this.marked = marks;
    this.changed();
  }

  showBounds(bounds: [number, number, number, number], padding: { left: number; right: number }): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    // In a window hardly wider than the panels nothing would be left between them: MapLibre then fails.
    const isRoomy = clientWidth - padding.left - padding.right > 120 && clientHeight > 300;
    this.map.fitBounds(bounds, {
      padding: isRoomy ? { top: 24, bottom: 150, left: padding.left, right: padding.right } : 8,
      animate: false,
      maxZoom: 15,
    });
  }

  private changed(): void {
    this.element.setAttribute('data-idle', 'false');
    this.map.triggerRepaint();
  }
}
