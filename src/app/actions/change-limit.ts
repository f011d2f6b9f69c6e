import { limitsFor } from '../compute/question.ts';
import { setSession, useStore } from '../store/store.ts';
import { runCoverage } from './run-coverage.ts';
import { setSettings } from './settings.ts';

/** Moves one of the limits of the chosen service. Limits keep their order: one that is passed is pushed along. */
export async function changeLimit(index: number, meters: number): Promise<void> {
  const { session, document } = useStore.getState();
  if (!session.service || !(meters > 0)) return;
  const limits = limitsFor(document.settings, session.service).map((limit, k) => {
    if (k === index) return meters;
    return k < index ? Math.min(limit, meters) : Math.max(limit, meters);
  });
  setSettings({ limits: { ...document.settings.limits, [session.service]: limits } }, 'limit');
  await runCoverage();
}

/** Which limit the finding, the table and the key figures are about. */
export function chooseLimit(limitIndex: number): void {
  setSession({ limitIndex, limitMinutes: undefined });
}

/** The same for a limit in minutes. */
export function chooseMinutes(limitMinutes: number): void {
  setSession({ limitMinutes });
}
