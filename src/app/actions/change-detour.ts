import { runCoverage } from './run-coverage.ts';
import { setSettings } from './settings.ts';

/** The factor that makes a walk out of a straight line; null leaves the straight line alone. */
export async function changeDetour(detourFactor: number | null): Promise<void> {
  if (detourFactor !== null && !(detourFactor >= 1 && detourFactor <= 5)) return;
  setSettings({ detourFactor }, 'detour');
  await runCoverage();
}
