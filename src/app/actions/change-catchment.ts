import { useStore } from '../store/store.ts';
import { runStandards } from './run-standards.ts';
import { setSettings } from './settings.ts';

/** The radius within which land is shared by those who live there. */
export async function changeCatchment(standardId: string, catchmentMeters: number): Promise<void> {
  if (!(catchmentMeters > 0)) return;
  const standards = useStore
    .getState()
    .document.settings.standards.map((one) => (one.id === standardId ? { ...one, catchmentMeters } : one));
  setSettings({ standards }, 'catchment');
  await runStandards();
}
