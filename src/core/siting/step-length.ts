/** Rounds without a better bound before the steps are halved. */
const PATIENCE = 12;
const SHORTEST = 1e-4;

/**
 * How far to go along a subgradient (Held, Wolfe & Crowder 1974): a factor times the distance between the value here and
 * the best objective known, over the squared length. The factor halves when the bound stays, and starts anew when it
 * has become too short to matter.
 */
export class StepLength {
  private factor = 1.5;
  private start = 1.5;
  private waited = 0;

  next(gap: number, squaredLength: number, improved: boolean): number {
    if (improved) this.waited = 0;
    else if (++this.waited > PATIENCE) {
      this.waited = 0;
      this.factor /= 2;
      if (this.factor < SHORTEST) this.factor = this.start = Math.max(0.1, this.start / 2);
    }
    return squaredLength > 0 ? (this.factor * Math.max(gap, 0)) / squaredLength : 0;
  }
}
