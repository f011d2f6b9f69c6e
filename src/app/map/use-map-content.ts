import { useEffect, useMemo } from 'react';
import { servicesOfStandard } from '../../core/standards/standard.ts';
import { hatchedPlaces } from '../../view/cell-classes.ts';
import { cellColours } from '../../view/cell-colours.ts';
import { symbolsOfCircle } from '../../view/circle.ts';
import { countPaint } from '../../view/count-paint.ts';
import { statesByDistrict } from '../../view/district-paint.ts';
import { withFullness } from '../../view/facility-fullness.ts';
import { facilityFeatures } from '../../view/facility-symbols.ts';
import { districtFeatures, NOTHING, nameFeatures, positionsOf } from '../../view/map-features.ts';
import { parseView } from '../../view/shared-view.ts';
import { cellPolygons } from '../../view/walk-features.ts';
import { useFullness } from '../compute/use-fullness.ts';
import { useNeedStates } from '../compute/use-need-states.ts';
import { usePicture } from '../compute/use-picture.ts';
import { useShortfallCounts, useStandard } from '../compute/use-standard.ts';
import { cache } from '../store/cache.ts';
import { useCached, useLoaded, useStore } from '../store/store.ts';
import { cellLayers } from './cell-layers.ts';
import type { MapController } from './map-controller.ts';
import { useMapMarks } from './use-map-marks.ts';

/** Keeps the map showing what the state says. */
export function useMapContent(controller: MapController | undefined): void {
  useBackground(controller);
  useCells(controller);
  useDistricts(controller);
  useFacilities(controller);
  useMapMarks(controller);
}

function useBackground(controller: MapController | undefined): void {
  const loaded = useLoaded();
  useEffect(() => {
    if (!controller) return;
    const backgrounds = loaded?.backgrounds ?? [];
    controller.setBackgrounds(backgrounds.map((one) => one.geojson as GeoJSON.FeatureCollection));
    controller.setSource('barriers', loaded?.barriers ?? NOTHING);
  }, [controller, loaded]);

  // A view in the address stands above the bounds of the data; later data is shown whole.
  useEffect(() => {
    if (!controller || !loaded?.bounds) return;
    if (parseView(window.location.hash)) return;
    const { leftOpen, rightOpen } = useStore.getState().session;
    controller.showBounds(loaded.bounds, {
      left: leftOpen ? 380 : 40,
      right: rightOpen && cache.overview ? 420 : 40,
    });
  }, [controller, loaded]);
}

function useCells(controller: MapController | undefined): void {
  const overview = useCached('overview');
  const picture = usePicture();
  const selected = useStore(({ session }) =>
    session.selected?.kind === 'place' ? session.selected.place : undefined,
  );
  const positions = useMemo(() => overview && positionsOf(overview.demand), [overview]);
  const colours = useMemo(() => picture && cellColours(picture.classified, picture.values), [picture]);
  useEffect(() => {
    if (!controller) return;
    const isReady = overview && positions && colours && colours.fill.length === overview.demand.count * 4;
    controller.setCells(isReady ? cellLayers(overview.demand, positions, colours, selected) : []);
  }, [controller, overview, positions, colours, selected]);
  useEffect(() => {
    if (!controller) return;
    const isCells = overview?.demand.kind === 'cells';
    const places = picture && isCells ? hatchedPlaces(picture.classified) : [];
    const features = overview ? cellPolygons(places, overview.demand) : [];
    controller.setSource('hatched', features.length > 0 ? { type: 'FeatureCollection', features } : NOTHING);
  }, [controller, overview, picture]);
}

function useDistricts(controller: MapController | undefined): void {
  const loaded = useLoaded();
  const level = useStore((state) => state.session.level);
  const isFilled = useStore(
    ({ session }) =>
      session.step === 'shortfall' &&
      session.shortfallSubject === 'standards' &&
      session.shortfallMode === 'districts',
  );
  const needs = useNeedStates();
  const standard = useStandard();
  const counts = useShortfallCounts();
  useEffect(() => {
    if (!controller) return;
    const districts = loaded?.districts;
    const states =
      isFilled && districts && standard && level
        ? statesByDistrict(standard.rows, level, districts.name.length)
        : [];
    const paint = counts ? countPaint(counts) : { states: needs ?? states };
    controller.setSource('districts', districts ? districtFeatures(districts, paint) : NOTHING);
  }, [controller, loaded, standard, level, isFilled, needs, counts]);
  useEffect(() => {
    if (!controller) return;
    const districts = loaded?.districts;
    controller.setSource('names', districts ? nameFeatures(districts, level) : NOTHING);
    controller.setLevel(level === undefined ? 0 : (districts?.levels.indexOf(level) ?? 0));
  }, [controller, loaded, level]);
}

function useFacilities(controller: MapController | undefined): void {
  const loaded = useLoaded();
  const overview = useCached('overview');
  const standard = useStandard();
  const step = useStore((state) => state.session.step);
  const service = useStore((state) => state.session.service);
  const subject = useStore((state) => state.session.subject);
  const shortfallSubject = useStore((state) => state.session.shortfallSubject);
  const fullness = useFullness();
  const circle = useCached('circle');
  useEffect(() => {
    if (!controller) return;
    if (!loaded) {
      controller.setSource('facilities', NOTHING);
      return;
    }
    const all = loaded.services.map((one) => one.id);
    controller.setServices(all);
    // The list of all standards shows districts: symbols of every service would hide them.
    const ofStandard = standard ? servicesOfStandard(standard.standard) : [];
    const ofCoverage =
      subject === 'circle' ? symbolsOfCircle(circle?.result.services ?? []) : service ? [service] : [];
    const isOfStandards = shortfallSubject === 'standards';
    const ofService = service ? [service] : [];
    const ofShortfall = isOfStandards ? ofStandard : ofService;
    const ofQuestion = step === 'shortfall' ? ofShortfall : ofCoverage;
    const unlinked = overview?.network?.unlinkedFacilities;
    const features = facilityFeatures(loaded.facilities, overview ? ofQuestion : all, unlinked);
    if (fullness) controller.setFullness(ofService);
    const shown = service && fullness ? withFullness(features, service, fullness) : features;
    controller.setSource('facilities', shown);
  }, [
    controller,
    loaded,
    overview,

    standard,
    step,
    shortfallSubject,
    service,
    subject,
    circle,
    fullness,
  ]);
}
