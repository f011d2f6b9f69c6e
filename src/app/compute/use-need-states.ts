import { useMemo } from 'react';
import { needStates, shownYear } from '../../view/future-finding.ts';
import { useCached, useStore } from '../store/store.ts';

/** Whether there is enough in every district in the year that is shown; undefined where the future is not looked at. */
export function useNeedStates(): ReturnType<typeof needStates> | undefined {
  const answer = useCached('future');
  const districts = useCached('overview')?.districts;
  const { futureYear } = useStore((state) => state.session);
  const isWanted = useStore(
    ({ session }) => session.step === 'shortfall' && session.shortfallSubject === 'future',
  );
  return useMemo(
    () =>
      isWanted && answer && districts
        ? needStates(answer, shownYear(answer, futureYear), districts.name.length)
        : undefined,
    [isWanted, answer, districts, futureYear],
  );
}
