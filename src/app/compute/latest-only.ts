/**
 * Runs one call at a time; of those that come meanwhile only the newest is run afterwards. A slider that is dragged asks
 * more often than can be answered, and wants the newest answer only.
 */
export function latestOnly(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  let isAskedAgain = false;
  return () => {
    if (current) {
      isAskedAgain = true;
      return current;
    }
    current = (async () => {
      do {
        isAskedAgain = false;
        await run();
      } while (isAskedAgain);
    })().finally(() => {
      current = undefined;
    });
    return current;
  };
}
