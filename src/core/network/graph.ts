/**
 * A walking graph in typed arrays. Nodes are places where one can choose (junctions, dead ends); what lies between two of them is
 * one edge, with its shape kept. Nodes are numbered along a Hilbert curve, so that neighbours on the ground are neighbours
 * in memory: the searches are bound by the cache, not by their queue.
 *
 * Lengths are whole centimetres, so that sums are exact whatever the order of the additions.
 */
export interface WalkingGraph {
  nodeCount: number;
  /** WGS-84 degrees, by node. */
  lng: Float64Array;
  lat: Float64Array;
  /** Edge e joins `edgeFrom[e]` and `edgeTo[e]` over `edgeCm[e]`. A loop has both ends at one node. */
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeCm: Uint32Array;
  /** 1: may be walked from → to; 2: to → from; 3: both. */
  edgeDirections: Uint8Array;
  /** Shape of edge e: points `pointStart[e] .. pointStart[e + 1]`, both ends included, with the centimetres from its start. */
  pointStart: Uint32Array;
  pointLng: Float64Array;
  pointLat: Float64Array;
  pointCm: Uint32Array;
  /**
   * Arcs of the search that starts at facilities: arc a in `first[v] .. first[v + 1]` leads from v to `target[a]`, and may be
   * taken when one may walk from `target[a]` to v, since people walk to the facility.
   */
  first: Uint32Array;
  target: Uint32Array;
  arcCm: Uint32Array;
  arcEdge: Uint32Array;
  /** Connected component of each node (ignoring one-ways), and the number of nodes of each component. */
  component: Uint32Array;
  componentSize: Uint32Array;
}

export const FORWARD = 1;
export const BACKWARD = 2;
