import { useEffect } from 'react';
import { areaOutline } from '../../view/area-outline.ts';
import { circleAround, lineBetween, NOTHING } from '../../view/map-features.ts';
import { factorOf, reachOf } from '../../view/reach.ts';
import { areaFeature, routeFeatures } from '../../view/walk-features.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useSupplyMarks } from '../compute/use-supply-marks.ts';
import type { SessionState } from '../store/session.ts';
import { useCached, useStore } from '../store/store.ts';
import type { MapController } from './map-controller.ts';

/** Marks of what is chosen or pointed at: a ring, the way to the nearest facility, where its limits reach, an outline. */
export function useMapMarks(controller: MapController | undefined): void {
  const selected = useStore((state) => state.session.selected);
  const hovered = useStore((state) => state.session.hoveredDistrict);

  useEffect(() => {
    if (!controller) return;
    const chosen =
      selected?.kind === 'district' ? [{ district: selected.district, mark: 'selected' as const }] : [];
    const pointed = hovered === undefined ? [] : [{ district: hovered, mark: 'hovered' as const }];
    controller.markDistricts([...chosen, ...pointed]);
  }, [controller, selected, hovered]);

  useStraightMarks(controller);
  useWalkMarks(controller);
}

/** The circle is about many services: no way to a single one is drawn. */
function isCircleShown({ step, subject }: SessionState): boolean {
  return step === 'coverage' && subject === 'circle';
}

/** The ring, and as the crow flies: a line to the nearest facility, circles of the limits. */
function useStraightMarks(controller: MapController | undefined): void {
  const answer = useAnswer();
  const selected = useStore((state) => state.session.selected);
  const isCircle = useStore(({ session }) => isCircleShown(session));
  const own = useSupplyMarks();
  useEffect(() => {
    if (!controller) return;
    let features: GeoJSON.Feature[] = [];
    let ring = -1;
    const isStraight = answer?.question.reading !== 'network' || !answer.overview.network;
    if (isCircle) ring = selected?.kind === 'facility' ? selected.row : -1;
    else if (answer && selected?.kind === 'place') {
      const { demand, facilities } = answer.overview;
      ring = reachOf(answer.coverage, answer.question).facility[selected.place] ?? -1;
      if (ring >= 0 && isStraight) {
        const from = [demand.lng[selected.place], demand.lat[selected.place]];
        features = [lineBetween(from, [facilities.lng[ring], facilities.lat[ring]])];
      }
    } else if (answer && selected?.kind === 'facility') {
      const { facilities } = answer.overview;
      ring = selected.row;
      const factor = factorOf(answer.question);
      if (isStraight) {
        features = answer.coverage.limitsMeters.map((limit) =>
          circleAround(facilities.lng[ring], facilities.lat[ring], limit / factor),
        );
      }
    }
    const all = [...features, ...own];
    controller.setSource('marks', all.length > 0 ? { type: 'FeatureCollection', features: all } : NOTHING);
    controller.ringFacility(ring);
  }, [controller, answer, selected, isCircle, own]);
}

/** Along the streets: the walk from the chosen place, the walking area of the chosen facility. */
function useWalkMarks(controller: MapController | undefined): void {
  const selected = useStore((state) => state.session.selected);
  const isCircle = useStore(({ session }) => isCircleShown(session));
  const found = useCached('route');
  const area = useCached('area');
  useEffect(() => {
    if (!controller) return;
    let features: GeoJSON.Feature[] = [];
    if (isCircle) features = [];
    else if (selected?.kind === 'place' && found?.place === selected.place) {
      const { path, from, to } = found.route;
      features = routeFeatures(path, from, to);
    } else if (selected?.kind === 'facility' && area?.facility === selected.row) {
      features = area.shapes.map((shape) => areaFeature(areaOutline(shape)));
    }
    controller.setSource('walk', features.length > 0 ? { type: 'FeatureCollection', features } : NOTHING);
  }, [controller, selected, found, area, isCircle]);
}
