import type { Step } from '../store/session.ts';
import { setSession, useStore } from '../store/store.ts';

/** Goes to another step of the journey. A card that belongs to the former closes. */
export function switchStep(step: Step): void {
  const { selected } = useStore.getState().session;
  setSession({ step, selected: selected?.kind === 'district' ? selected : undefined });
}
