import type { ServiceId } from '../../core/dataset/services.ts';
import { cache } from '../store/cache.ts';
import { setSession, useStore } from '../store/store.ts';
import { runCoverage } from './run-coverage.ts';

/** Another service: asked for its own group of people first. */
export async function chooseService(service: ServiceId): Promise<void> {
  const known = cache.overview?.services.find((one) => one.id === service);
  if (!known) return;
  const { selected } = useStore.getState().session;
  setSession({
    service,
    group: known.groups[0],
    limitIndex: 0,
    selected: selected?.kind === 'facility' ? undefined : selected,
  });
  await runCoverage();
}

export async function chooseGroup(group: string): Promise<void> {
  setSession({ group });
  await runCoverage();
}
