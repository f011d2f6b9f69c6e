/** A set of sites and what it is worth, as the searches know it: sites by number in the instance, ascending. */
export interface Solution {
  chosen: Int32Array;
  objective: number;
}

/** A search that has a best answer at any time, and may find a better one with every step; never loses it. */
export interface Search {
  best(): Solution | undefined;
  step(): void;
}

/** A bound on every answer, that may come nearer with every step; never loosens. */
export interface Bound {
  value(): number;
  /** The step length is guided by the best objective known, if there is one. */
  step(objective: number | undefined): void;
}
