import { supplyKey } from '../compute/supply-question.ts';
import type { CapacityChoice } from '../store/session.ts';
import { setSession, useStore } from '../store/store.ts';

/** Changes how places are given out and shared, or what of it the map shows. What follows is asked by itself. */
export function changeCapacity(change: Partial<CapacityChoice>): void {
  setSession({ capacity: { ...useStore.getState().session.capacity, ...change } });
}

export function changeKernel(change: Partial<CapacityChoice['kernel']>): void {
  const { kernel } = useStore.getState().session.capacity;
  changeCapacity({ kernel: { ...kernel, ...change } });
}

/** m² that one person needs. */
export function changePerPerson(service: string, supply: string, amount: number): void {
  if (!(amount > 0)) return;
  const { perPerson } = useStore.getState().session.capacity;
  changeCapacity({ perPerson: { ...perPerson, [supplyKey(service, supply)]: amount } });
}
