import { closePairs, comparePoints, type LinePoints, type LineSet } from './line-points.ts';

/** Two positions closer than this are one place written twice. */
export const SAME_PLACE_METERS = 0.01;
/** Two line ends whose outward directions sum to less than this lie on one straight: they meet at more than 150°. */
const STRAIGHT_SUM = 2 * Math.cos((75 * Math.PI) / 180);

/** Which points are one node, by union and find. Points on one level are joined first, levels with each other afterwards. */
export class LineJoins {
  private readonly parent: Uint32Array;
  /** Pairs within the tolerance that lie on different levels: p, q, p, q … */
  private readonly otherLevel: number[] = [];
  /** By root, after the points of each level were joined: lines through, and whether any ends there. */
  readonly uses: Uint32Array;
  readonly isEnd: Uint8Array;
  private readonly endCount: Uint32Array;
  /** By root: sum of the unit directions in which the lines that end there go off. */
  private readonly awayX: Float64Array;
  private readonly awayY: Float64Array;

  constructor(
    private readonly lines: LineSet,
    private readonly points: LinePoints,
    private readonly toleranceMeters: number,
  ) {
    this.parent = Uint32Array.from({ length: points.count }, (_, p) => p);
    this.joinSameLevel();
    this.uses = new Uint32Array(points.count);
    this.isEnd = new Uint8Array(points.count);
    this.endCount = new Uint32Array(points.count);
    this.awayX = new Float64Array(points.count);
    this.awayY = new Float64Array(points.count);
    for (let p = 0; p < points.count; p++) {
      this.uses[this.find(p)] += points.uses[p];
      if (points.isEnd[p]) this.isEnd[this.find(p)] = 1;
    }
    for (let l = 0; l + 1 < lines.start.length; l++) {
      this.addEnd(lines.start[l], lines.start[l] + 1);
      this.addEnd(lines.start[l + 1] - 1, lines.start[l + 1] - 2);
    }
  }

  find(p: number): number {
    while (this.parent[p] !== p) {
      this.parent[p] = this.parent[this.parent[p]];
      p = this.parent[p];
    }
    return p;
  }

  private union(p: number, q: number): void {
    const [a, b] = [this.find(p), this.find(q)];
    if (a < b) this.parent[b] = a;
    else this.parent[a] = b;
  }

  private addEnd(vertex: number, next: number): void {
    const { x, y, pointOf } = this.points;
    const [p, q] = [pointOf[vertex], pointOf[next]];
    const length = Math.hypot(x[q] - x[p], y[q] - y[p]) || 1;
    const root = this.find(p);
    this.endCount[root]++;
    this.awayX[root] += (x[q] - x[p]) / length;
    this.awayY[root] += (y[q] - y[p]) / length;
  }

  /**
   * A line end joins whatever it meets. Between two interior vertices a join is never passed on: of two finely drawn
   * parallel lines everything would become one point.
   */
  private joinSameLevel(): void {
    const { points } = this;
    const interior: [number, number][] = [];
    closePairs(points, this.toleranceMeters, (p, q) => {
      if (points.level[p] !== points.level[q]) this.otherLevel.push(p, q);
      else if (this.isAlongOneLine(p, q) || this.isAlongOneLine(q, p)) return;
      else if (points.isEnd[p] || points.isEnd[q]) this.union(p, q);
      else interior.push(comparePoints(points, p, q) < 0 ? [p, q] : [q, p]);
    });
    interior.sort((a, b) => comparePoints(points, a[0], b[0]) || comparePoints(points, a[1], b[1]));
    const role = new Map<number, 'leads' | 'follows'>();
    for (const [better, worse] of interior) {
      if (role.get(better) === 'follows' || role.has(worse)) continue;
      role.set(better, 'leads');
      role.set(worse, 'follows');
      this.union(better, worse);
    }
  }

  /** Whether q, used once, is close to p only because its own line leads there. */
  private isAlongOneLine(p: number, q: number): boolean {
    const { points, lines } = this;
    if (points.uses[q] !== 1) return false;
    const own = points.vertex[q];
    const line = points.lineOf[own];
    for (const step of [-1, 1]) {
      for (let v = own + step; v >= lines.start[line] && v < lines.start[line + 1]; v += step) {
        const at = points.pointOf[v];
        if (at === p) return true;
        if (Math.hypot(points.x[at] - points.x[q], points.y[at] - points.y[q]) > this.toleranceMeters) break;
      }
    }
    return false;
  }

  /** Two ends that go on in a straight line: the street is only cut here, it does not end. */
  passesStraight(root: number): boolean {
    if (this.uses[root] !== 2 || this.endCount[root] !== 2) return false;
    return Math.hypot(this.awayX[root], this.awayY[root]) < STRAIGHT_SUM;
  }

  /**
   * Ends join across levels: a bridge shares its end nodes with the street it lands on. Not where both go straight on,
   * for there two streets were merely cut where they cross. `endsHere` says whether the end of a root is one on its own
   * level: only such an end joins the middle of a street on another level.
   */
  joinLevels(endsHere: (root: number) => boolean): void {
    // All decisions before the first join, so that the order of the pairs leaves no trace.
    const accepted: number[] = [];
    for (let k = 0; k < this.otherLevel.length; k += 2) {
      const [p, q] = [this.otherLevel[k], this.otherLevel[k + 1]];
      if (this.shouldJoinLevels(p, q, endsHere)) accepted.push(p, q);
    }
    for (let k = 0; k < accepted.length; k += 2) this.union(accepted[k], accepted[k + 1]);
  }

  private shouldJoinLevels(p: number, q: number, endsHere: (root: number) => boolean): boolean {
    const { points } = this;
    const [a, b] = [this.find(p), this.find(q)];
    if (points.isEnd[p] && points.isEnd[q]) return !(this.passesStraight(a) && this.passesStraight(b));
    if (!points.isEnd[p] && !points.isEnd[q]) return false;
    const [end, root] = points.isEnd[p] ? [p, a] : [q, b];
    if (!endsHere(root)) return false;
    const meters = Math.hypot(points.x[p] - points.x[q], points.y[p] - points.y[q]);
    return points.level[end] !== 0 || meters <= SAME_PLACE_METERS;
  }

  /** The point whose position stands for each root: of all joined with it, the one preferred. By root. */
  representatives(): Uint32Array {
    const best = Uint32Array.from({ length: this.points.count }, (_, p) => p);
    for (let p = 0; p < this.points.count; p++) {
      const root = this.find(p);
      if (comparePoints(this.points, p, best[root]) < 0) best[root] = p;
    }
    return best;
  }
}
