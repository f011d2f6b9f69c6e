import type { AllocationGraph } from './allocation-graph.ts';

/**
 * Who is where while places are being given out, the prices, and for every facility the cheapest switch to each other
 * one. The switches are found when first asked for and kept until somebody who offered one has left: a change
 * touches the two facilities concerned, not the city.
 */
export class AllocationState {
  /** Units of people on each route. */
  readonly flow: Float64Array;
  readonly price: Float64Array;
  /** The price at which having no place is as good as the worst place given out. */
  noPlacePrice = 0;
  readonly switches: (Switches | undefined)[];
  private readonly graph: AllocationGraph;
  private readonly load: Float64Array;
  /** Routes in use at each facility, and where each stands in its list. */
  private readonly members: number[][];
  private readonly position: Int32Array;
  private readonly slotOf: Int32Array;

  constructor(graph: AllocationGraph) {
    this.graph = graph;
    this.flow = new Float64Array(graph.cost.length);
    this.price = new Float64Array(graph.count);
    this.load = new Float64Array(graph.count);
    this.switches = new Array(graph.count).fill(undefined);
    this.members = Array.from({ length: graph.count }, () => []);
    this.position = new Int32Array(graph.cost.length).fill(-1);
    this.slotOf = new Int32Array(graph.count).fill(-1);
    for (let i = 0; i < graph.people.length; i++) this.startAtNearest(i);
  }

  private startAtNearest(place: number): void {
    const { start, cost, people } = this.graph;
    if (start[place] === start[place + 1]) return;
    let nearest = start[place];
    for (let r = nearest + 1; r < start[place + 1]; r++) if (cost[r] < cost[nearest]) nearest = r;
    this.add(nearest, people[place]);
  }

  excess(facility: number): number {
    return Math.max(0, this.load[facility] - this.graph.capacity[facility]);
  }

  free(facility: number): number {
    return Math.max(0, this.graph.capacity[facility] - this.load[facility]);
  }

  totalExcess(): number {
    let sum = 0;
    for (let f = 0; f < this.graph.count; f++) sum += this.excess(f);
    return sum;
  }

  /**
   * Sets the prices for the second half. Facilities closed by one search have prices among themselves; those closed
   * earlier kept theirs while the others' rose. Whoever is at one of these reaches no facility closed later, so all
   * their prices may be raised alike until no switch to them is below 0. No place costs at first what the dearest place does.
   */
  startNoPlace(closed: Int32Array): void {
    const closings = closed.reduce((most, closing) => Math.max(most, closing), 0);
    const raise = new Float64Array(closings + 1);
    const latestFirst = Array.from(closed.keys())
      .filter((f) => closed[f] > 0)
      .sort((a, b) => closed[b] - closed[a] || a - b);
    for (const f of latestFirst) {
      this.price[f] += raise[closed[f]];
      const { to, extra, farthest } = this.switchesOf(f);
      for (let slot = 0; slot < to.length; slot++) {
        const closing = closed[to[slot]];
        if (closing >= closed[f]) continue;
        raise[closing] = Math.max(raise[closing], this.price[f] - extra[slot] - this.price[to[slot]]);
      }
      if (farthest < 0) continue;
      this.noPlacePrice = Math.max(this.noPlacePrice, this.graph.cost[farthest] + this.price[f]);
    }
  }

  move(leave: number, enter: number, amount: number): void {
    this.drop(leave, amount);
    this.add(enter, amount);
  }

  drop(route: number, amount: number): void {
    const facility = this.graph.facility[route];
    this.flow[route] -= amount;
    this.load[facility] -= amount;
    if (this.flow[route] > 0) return;
    const list = this.members[facility];
    const last = list.pop() as number;
    if (last !== route) {
      list[this.position[route]] = last;
      this.position[last] = this.position[route];
    }
    this.position[route] = -1;
    if (this.switches[facility]?.uses(route)) this.switches[facility] = undefined;
  }

  private add(route: number, amount: number): void {
    const facility = this.graph.facility[route];
    this.flow[route] += amount;
    this.load[facility] += amount;
    if (this.position[route] >= 0) return;
    this.position[route] = this.members[facility].length;
    this.members[facility].push(route);
    const known = this.switches[facility];
    if (known) this.offer(known, [route]);
  }

  switchesOf(facility: number): Switches {
    const known = this.switches[facility];
    if (known) return known;
    const fresh = new Switches();
    this.switches[facility] = fresh;
    this.offer(fresh, this.members[facility]);
    return fresh;
  }

  /** Lets people on these routes offer their switches; of equal ones the lower place is kept. */
  private offer(switches: Switches, routes: number[]): void {
    const { start, facility, cost, place } = this.graph;
    const { to, leave, enter, extra } = switches;
    const { slotOf } = this;
    for (let slot = 0; slot < to.length; slot++) slotOf[to[slot]] = slot;
    for (const route of routes) {
      const own = facility[route];
      const end = start[place[route] + 1];
      switches.offerFarthest(route, cost, place);
      for (let r = start[place[route]]; r < end; r++) {
        const other = facility[r];
        if (other === own) continue;
        const more = cost[r] - cost[route];
        const slot = slotOf[other];
        if (slot < 0) {
          slotOf[other] = to.push(other) - 1;
          leave.push(route);
          enter.push(r);
          extra.push(more);
        } else if (more < extra[slot] || (more === extra[slot] && route < leave[slot])) {
          leave[slot] = route;
          enter[slot] = r;
          extra[slot] = more;
        }
      }
    }
    for (let slot = 0; slot < to.length; slot++) slotOf[to[slot]] = -1;
  }
}

/** The cheapest switch from one facility to each that some of its people reach, as parallel lists. */
export class Switches {
  readonly to: number[] = [];
  readonly leave: number[] = [];
  readonly enter: number[] = [];
  /** Metres more (or fewer, below 0) a person walks after the switch. */
  readonly extra: number[] = [];
  /** The route in use with the most metres: who leaves first when places run out. -1: none. */
  farthest = -1;

  uses(route: number): boolean {
    return this.farthest === route || this.leave.includes(route);
  }

  offerFarthest(route: number, cost: Float64Array, place: Int32Array): void {
    const { farthest } = this;
    const wins =
      farthest < 0 ||
      cost[route] > cost[farthest] ||
      (cost[route] === cost[farthest] && place[route] < place[farthest]);
    if (wins) this.farthest = route;
  }
}
