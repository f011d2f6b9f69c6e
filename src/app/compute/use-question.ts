import { useMemo } from 'react';
import type { CoverageView, Overview } from '../../../workers/protocol.ts';
import type { CoverageQuestion } from '../../view/coverage-finding.ts';
import { useCached, useStore } from '../store/store.ts';
import { questionOf } from './question.ts';

/** The current answer with the question it answers; undefined until both are there. */
export function useAnswer():
  | { overview: Overview; coverage: CoverageView; question: CoverageQuestion }
  | undefined {
  const overview = useCached('overview');
  const coverage = useCached('coverage');
  const session = useStore((state) => state.session);
  return useMemo(
    () =>
      overview && coverage
        ? { overview, coverage, question: questionOf(coverage, session, overview.demand.columns) }
        : undefined,
    [overview, coverage, session],
  );
}
