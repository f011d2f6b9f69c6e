import { useMemo } from 'react';
import { servedPlaces } from '../../view/capacity-cards.ts';
import { lineBetween, squareAround } from '../../view/map-features.ts';
import { useCached, useStore } from '../store/store.ts';
import { useForecast } from './use-forecast.ts';

/** Lines from the chosen facility to those it serves, where places are looked at; the sites of new housing, where the future is. */
export function useSupplyMarks(): GeoJSON.Feature[] {
  const overview = useCached('overview');
  const capacity = useCached('capacity');
  const { housing } = useForecast();
  const subject = useStore(({ session }) => (session.step === 'shortfall' ? session.shortfallSubject : ''));
  const selected = useStore((state) => state.session.selected);
  const facility = selected?.kind === 'facility' ? selected.row : -1;
  return useMemo(() => {
    if (!overview) return [];
    if (subject === 'future') {
      return housing.flatMap(({ lng, lat }) =>
        lng === undefined || lat === undefined ? [] : [squareAround(lng, lat, 250)],
      );
    }
    if (subject !== 'capacity' || !capacity || facility < 0) return [];
    const { facilities, demand } = overview;
    const to = [facilities.lng[facility], facilities.lat[facility]];
    return Array.from(servedPlaces(capacity, facility), (place) =>
      lineBetween([demand.lng[place], demand.lat[place]], to),
    );
  }, [overview, capacity, housing, subject, facility]);
}
