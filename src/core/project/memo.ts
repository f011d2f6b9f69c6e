/**
 * Results kept under a key that says what they were made from. Of two calls with one key the second gets the first's
 * result, or waits for it. A failure is not kept. `sweep` forgets what the last round of work did not ask for.
 */
export class Memo {
  private readonly kept = new Map<string, Promise<unknown>>();
  private asked = new Set<string>();

  get<T>(key: string, make: () => Promise<T>): Promise<T> {
    this.asked.add(key);
    const known = this.kept.get(key);
    if (known) return known as Promise<T>;
    const made = make();
    this.kept.set(key, made);
    made.catch(() => {
      if (this.kept.get(key) === made) this.kept.delete(key);
    });
    return made;
  }

  sweep(): void {
    for (const key of this.kept.keys()) if (!this.asked.has(key)) this.kept.delete(key);
    this.asked = new Set();
  }
}
