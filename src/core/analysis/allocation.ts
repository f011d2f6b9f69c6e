import { BLOCK, type Task } from '../task.ts';
import { type AllocationGraph, allocationGraph, type Route } from './allocation-graph.ts';
import { type Allocation, allocationOf } from './allocation-result.ts';
import { type SearchResult, SwitchSearch } from './allocation-search.ts';
import { AllocationState } from './allocation-state.ts';
import type { Catchments } from './catchments.ts';
import { PERSON } from './people-units.ts';

/** How many searches between two reports of progress: one takes up to a millisecond. */
const SEARCHES = BLOCK / 16;

/**
 * Gives out the places of all facilities at once, whatever their order: as many people as possible are served, and among
 * all ways to do so the one of least total person-metres (a transport problem). `capacity` by facility row: NaN is not
 * surveyed, Infinity is unlimited.
 *
 * Exact, by successive shortest paths over the facilities. Everybody starts at the nearest facility. From one that is
 * too full the cheapest chain of switches (a cell of it moves on to g, one of g to h …) is sought to a facility with
 * places left; where no chain leads to one, the chain to "no place" that saves most. Each facility has a price, the
 * metres at which one more place there would be bought; prices keep every switch at a cost ≥ 0 (Ahuja, Magnanti &
 * Orlin, Network Flows, 1993, chapter 9).
 *
 * Where several answers are equally good, facilities are taken by their catchments (the lower first place, the shorter
 * first metres, the smaller capacity), then the place with the lower number: the order of facility rows leaves no trace.
 */
export function* allocate(
  matrix: Catchments,
  capacity: ArrayLike<number>,
  people: Float64Array,
): Task<Allocation> {
  const graph = yield* allocationGraph(matrix, capacity, people);
  const state = new AllocationState(graph);
  const closed = yield* fillFreePlaces(graph, state);
  yield* leaveWithoutPlace(graph, state, closed);
  const takes = new Float64Array(matrix.place.length);
  for (let r = 0; r < graph.source.length; r++) takes[graph.source[r]] = state.flow[r];
  return allocationOf(matrix, capacity, people, takes);
}

/** First half: chains to facilities with places left. Returns the facilities from which none can be reached. */
function* fillFreePlaces(graph: AllocationGraph, state: AllocationState): Task<Int32Array> {
  const closed = new Int32Array(graph.count);
  const search = new SwitchSearch(graph, state, closed);
  const excess = state.totalExcess();
  let searches = 0;
  for (let from = 0; from < graph.count; from++) {
    while (closed[from] === 0 && state.excess(from) > 0) {
      const found = search.toFreePlace(from);
      if (found) follow(state, search, found);
      else search.closeSettled();
      if (searches++ % SEARCHES === 0) {
        yield { phase: 'allocate', done: (excess - state.totalExcess()) / PERSON, total: excess / PERSON };
      }
    }
  }
  return closed;
}

/**
 * Second half: what is still too full has no way to a free place. So many people stay without, and who they are is
 * chosen by the least person-metres of the rest. The price of having no place may be anything to begin with.
 */
function* leaveWithoutPlace(graph: AllocationGraph, state: AllocationState, closed: Int32Array): Task<void> {
  const search = new SwitchSearch(graph, state, new Int32Array(graph.count));
  const excess = state.totalExcess();
  state.startNoPlace(closed);
  let searches = 0;
  for (let from = 0; from < graph.count; from++) {
    while (state.excess(from) > 0) {
      follow(state, search, search.toNoPlace(from));
      if (searches++ % SEARCHES === 0) {
        yield { phase: 'allocate', done: (excess - state.totalExcess()) / PERSON, total: excess / PERSON };
      }
    }
  }
}

/** Moves as many people along the chain as all its links allow, and raises the prices of the facilities before its end. */
function follow(state: AllocationState, search: SwitchSearch, found: SearchResult): void {
  const chain: Route[] = search.chainTo(found.end);
  let amount = Math.min(state.excess(search.from), found.leaves < 0 ? Infinity : state.flow[found.leaves]);
  if (found.leaves < 0) amount = Math.min(amount, state.free(found.end));
  for (const { leave } of chain) amount = Math.min(amount, state.flow[leave]);
  for (const { leave, enter } of chain) state.move(leave, enter, amount);
  if (found.leaves >= 0) state.drop(found.leaves, amount);
  search.raisePrices(found.distance);
}
