import { theKeeper } from '../compute/keeper.ts';
import { newId } from '../storage/new-id.ts';
import { put, setDocument, setSession, useStore } from '../store/store.ts';
import { openSample } from './open-sample.ts';
import { remember } from './remember.ts';

/** Shows the projects kept in this browser. */
export async function showProjects(): Promise<void> {
  await listProjects();
  setSession({ projectsOpen: true });
}

export function hideProjects(): void {
  setSession({ projectsOpen: false });
}

export async function removeProject(id: string): Promise<void> {
  await theKeeper().remove(id);
  await listProjects();
}

/** The project on screen goes on under another name, beside the one it was. */
export async function continueAsCopy(name: string): Promise<void> {
  setDocument({ id: newId(), name, isSample: false });
  await theKeeper().flush();
  await listProjects();
}

export function renameProject(name: string): void {
  const { document } = useStore.getState();
  if (name.trim() === '' || name === document.name) return;
  remember('rename');
  setDocument({ name: name.trim() });
}

/** From now on nothing is written; or again. */
export function setMemoryOnly(isOn: boolean): void {
  theKeeper().setOff(isOn);
}

/** Removes every trace in this browser, and begins anew with the sample. */
export async function wipeEverything(): Promise<void> {
  await theKeeper().wipe();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  setSession({ projectsOpen: false });
  await openSample();
  const { history } = useStore.getState();
  // The way back would lead to what was just wiped.
  useStore.setState({ history: { ...history, past: [], future: [] }, saving: { state: 'nothing' } });
}

async function listProjects(): Promise<void> {
  put('projects', await theKeeper().store.list());
}
