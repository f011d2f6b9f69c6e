/** Holds a project for this window: the release, or undefined when another window has it. */
export async function lockProject(id: string): Promise<(() => void) | undefined> {
  // Only secure pages have locks; the revision of the record guards the others.
  const locks = globalThis.navigator?.locks;
  if (!locks) return () => {};
  return new Promise((resolve, reject) => {
    locks
      .request(`catchment project ${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        // The lock lasts as long as this promise.
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}

const FILES = 'catchment files';

/** Files are written before a record names them: until then nobody may sweep. */
export function whileWriting<T>(write: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(FILES, { mode: 'shared' }, write) : write();
}

/** Runs `sweep` when no window is writing, else not at all. Without locks it cannot be known, so it is not run. */
export async function ifNobodyWrites(sweep: () => Promise<void>): Promise<void> {
  await globalThis.navigator?.locks?.request(FILES, { ifAvailable: true }, async (lock) => {
    if (lock) await sweep();
  });
}
