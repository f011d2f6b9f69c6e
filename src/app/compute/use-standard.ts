import { useMemo } from 'react';
import type { StandardResult } from '../../core/standards/evaluate.ts';
import { shortfallCounts, type WorkLine, workLines } from '../../view/work-list.ts';
import { useCached, useStore } from '../store/store.ts';
import { useWords } from './use-words.ts';

/** The standard that is looked at; undefined while the list of all is. */
export function useStandard(): StandardResult | undefined {
  const results = useCached('standards');
  const id = useStore((state) => state.session.standardId);
  return results?.find(({ standard }) => standard.id === id);
}

/** Every row of every standard, as lines. */
export function useWorkLines(): WorkLine[] {
  const { say, language } = useWords();
  const results = useCached('standards');
  const districts = useCached('overview')?.districts;
  return useMemo(
    () => workLines(results ?? [], districts, say, language),
    [results, districts, say, language],
  );
}

/** How many standards each district is short of, where the list of all is looked at on the map. */
export function useShortfallCounts(): Float64Array | undefined {
  const results = useCached('standards');
  const districts = useCached('overview')?.districts;
  const standard = useStandard();
  const level = useStore((state) => state.session.level);
  const isShown = useStore(
    ({ session }) => session.step === 'shortfall' && session.shortfallSubject === 'standards',
  );
  return useMemo(
    () =>
      isShown && !standard && results && districts && level
        ? shortfallCounts(results, level, districts.name.length)
        : undefined,
    [isShown, standard, results, districts, level],
  );
}
