import type { ShortfallSubject } from '../../store/session.ts';
import { useStore } from '../../store/store.ts';
import { CapacityResult } from '../capacity/CapacityResult.tsx';
import { FairnessResult } from '../fairness/FairnessResult.tsx';
import { FutureResult } from '../future/FutureResult.tsx';
import { StandardsResult } from '../standards/StandardsResult.tsx';

const BODIES: Record<ShortfallSubject, () => React.JSX.Element | null> = {
  standards: StandardsResult,
  capacity: CapacityResult,
  fairness: FairnessResult,
  future: FutureResult,
};

/** The finding of what is looked at in this step. */
export function ShortfallResult() {
  const Body = BODIES[useStore((state) => state.session.shortfallSubject)];
  return <Body />;
}
