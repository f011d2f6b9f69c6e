import { useEffect } from 'react';
import { circleAround, lineBetween, NOTHING } from '../../view/map-features.ts';
import { factorOf } from '../compute/question.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useStore } from '../store/store.ts';
import type { MapController } from './map-controller.ts';

/** Marks of what is chosen or pointed at: a ring, a line to the nearest facility, circles of the limits, an outline. */
export function useMapMarks(controller: MapController | undefined): void {
  const answer = useAnswer();
  const selected = useStore((state) => state.session.selected);
  const hovered = useStore((state) => state.session.hoveredDistrict);

  useEffect(() => {
    if (!controller) return;
    const chosen =
      selected?.kind === 'district' ? [{ district: selected.district, mark: 'selected' as const }] : [];
    const pointed = hovered === undefined ? [] : [{ district: hovered, mark: 'hovered' as const }];
    controller.markDistricts([...chosen, ...pointed]);
  }, [controller, selected, hovered]);

  useEffect(() => {
    if (!controller) return;
    let features: GeoJSON.Feature[] = [];
    let ring = -1;
    if (answer && selected?.kind === 'place') {
      const { demand, facilities } = answer.overview;
      ring = answer.coverage.facility[selected.place] ?? -1;
      if (ring >= 0) {
        const from = [demand.lng[selected.place], demand.lat[selected.place]];
        features = [lineBetween(from, [facilities.lng[ring], facilities.lat[ring]])];
      }
    } else if (answer && selected?.kind === 'facility') {
      const { facilities } = answer.overview;
      ring = selected.row;
      const factor = factorOf(answer.question);
      features = answer.coverage.limitsMeters.map((limit) =>
        circleAround(facilities.lng[ring], facilities.lat[ring], limit / factor),
      );
    }
    controller.setSource('marks', features.length > 0 ? { type: 'FeatureCollection', features } : NOTHING);
    controller.ringFacility(ring);
  }, [controller, answer, selected]);
}
