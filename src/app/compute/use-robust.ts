import type { RobustView } from '../../../workers/protocol.ts';
import { useCached, useStore } from '../store/store.ts';

/** The robust reading where it is wanted and is about what is shown; undefined else. */
export function useRobust(): RobustView | undefined {
  const robust = useCached('robust');
  const coverage = useCached('coverage');
  const isWanted = useStore(({ session }) => session.isRobust && session.step === 'coverage');
  if (!isWanted || !robust || !coverage) return undefined;
  const isSame = robust.service === coverage.service && robust.group === coverage.group;
  return isSame && robust.reading.verdict.length === coverage.values.length ? robust : undefined;
}
