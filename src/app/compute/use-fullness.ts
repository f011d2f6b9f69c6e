import { useMemo } from 'react';
import { type Fullness, fullnessByRow } from '../../view/facility-fullness.ts';
import { useCached, useStore } from '../store/store.ts';

/** How full each facility is, where that is what the map shows; undefined elsewhere. */
export function useFullness(): Map<number, Fullness> | undefined {
  const capacity = useCached('capacity');
  const isWanted = useStore(
    ({ session }) =>
      session.step === 'shortfall' &&
      session.shortfallSubject === 'capacity' &&
      session.capacity.mode === 'use' &&
      session.service === capacity?.question.service,
  );
  return useMemo(() => (isWanted && capacity ? fullnessByRow(capacity) : undefined), [isWanted, capacity]);
}
