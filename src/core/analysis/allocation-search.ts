import FlatQueue from 'flatqueue';
import type { AllocationGraph, Route } from './allocation-graph.ts';
import type { AllocationState } from './allocation-state.ts';

/** Where a cheapest chain ends. */
export interface SearchResult {
  /** The facility it ends at, and its cost at present prices. */
  end: number;
  distance: number;
  /** The route whose people stay without a place; -1 when the chain ends at a free place. */
  leaves: number;
}

/** Cheapest chains of switches from one facility (Dijkstra over facilities; costs at prices are never below 0). */
export class SwitchSearch {
  from = -1;
  private readonly graph: AllocationGraph;
  private readonly state: AllocationState;
  /** Facilities known to lead to no free place are never entered: the number of the search that found it, from 1; 0: open. */
  private readonly closed: Int32Array;
  private closings = 0;
  private readonly queue = new FlatQueue<number>();
  private readonly distance: Float64Array;
  private readonly settled: Uint8Array;
  private readonly leave: Int32Array;
  private readonly enter: Int32Array;
  private touched: number[] = [];

  constructor(graph: AllocationGraph, state: AllocationState, closed: Int32Array) {
    this.graph = graph;
    this.state = state;
    this.closed = closed;
    this.distance = new Float64Array(graph.count).fill(Number.POSITIVE_INFINITY);
    this.settled = new Uint8Array(graph.count);
    this.leave = new Int32Array(graph.count).fill(-1);
    this.enter = new Int32Array(graph.count).fill(-1);
  }

  /** The cheapest chain to a facility with places left; undefined when none leads there. */
  toFreePlace(from: number): SearchResult | undefined {
    this.begin(from);
    for (let at = this.settleNext(); at >= 0; at = this.settleNext()) {
      if (this.state.free(at) > 0) return { end: at, distance: this.distance[at], leaves: -1 };
      this.relax(at);
    }
    return undefined;
  }

  /** The cheapest chain at whose end somebody stays without a place. There always is one: `from` itself is too full. */
  toNoPlace(from: number): SearchResult {
    this.begin(from);
    const best: SearchResult = { end: -1, distance: Number.POSITIVE_INFINITY, leaves: -1 };
    for (let at = this.settleNext(); at >= 0; at = this.settleNext()) {
      if (this.distance[at] >= best.distance) break;
      const { farthest } = this.state.switchesOf(at);
      const spare = this.state.noPlacePrice - this.graph.cost[farthest] - this.state.price[at];
      const distance = this.distance[at] + Math.max(0, spare);
      if (distance < best.distance) Object.assign(best, { end: at, distance, leaves: farthest });
      this.relax(at);
    }
    return best;
  }

  /** After a search without an end: what it has seen is closed for good, since no place there becomes free again. */
  closeSettled(): void {
    this.closings++;
    for (const f of this.touched) this.closed[f] = this.closings;
  }

  /** The links of the chain that ends at a facility, from the last to the first. */
  chainTo(end: number): Route[] {
    const chain: Route[] = [];
    for (let at = end; at !== this.from; at = this.graph.facility[this.leave[at]])
      chain.push({ leave: this.leave[at], enter: this.enter[at] });
    return chain;
  }

  /** Facilities nearer than the end become dearer by the difference, so that the chain costs nothing any more. */
  raisePrices(distance: number): void {
    for (const f of this.touched) {
      if (this.distance[f] < distance) this.state.price[f] += distance - this.distance[f];
    }
  }

  private begin(from: number): void {
    for (const f of this.touched) {
      this.distance[f] = Number.POSITIVE_INFINITY;
      this.settled[f] = 0;
    }
    this.queue.clear();
    this.from = from;
    this.touched = [from];
    this.distance[from] = 0;
    this.queue.push(from, 0);
  }

  private settleNext(): number {
    while (this.queue.length > 0) {
      const at = this.queue.pop() as number;
      if (this.settled[at]) continue;
      this.settled[at] = 1;
      return at;
    }
    return -1;
  }

  private relax(at: number): void {
    const { price } = this.state;
    const { to, leave, enter, extra } = this.state.switchesOf(at);
    const reached = this.distance[at] - price[at];
    for (let slot = 0; slot < to.length; slot++) {
      const next = to[slot];
      if (this.settled[next] || this.closed[next]) continue;
      // Rounding may put a switch a hair below 0.
      const distance = Math.max(this.distance[at], reached + extra[slot] + price[next]);
      if (distance >= this.distance[next]) continue;
      if (this.distance[next] === Number.POSITIVE_INFINITY) this.touched.push(next);
      this.distance[next] = distance;
      this.leave[next] = leave[slot];
      this.enter[next] = enter[slot];
      this.queue.push(next, distance);
    }
  }
}
