import type { WalkingGraph } from './graph.ts';

/** Connected components by union and find, one-ways ignored; components are numbered by their lowest node. */
export function components(
  graph: Pick<WalkingGraph, 'nodeCount' | 'edgeFrom' | 'edgeTo'>,
): Pick<WalkingGraph, 'component' | 'componentSize'> {
  const parent = Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
  const find = (v: number) => {
    while (parent[v] !== v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  };
  for (let e = 0; e < graph.edgeFrom.length; e++) {
    const [a, b] = [find(graph.edgeFrom[e]), find(graph.edgeTo[e])];
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const component = new Uint32Array(graph.nodeCount);
  const sizes: number[] = [];
  for (let v = 0; v < graph.nodeCount; v++) {
    const root = find(v);
    // A root is the lowest node of its component, so it is met, and numbered, before its members.
    component[v] = root === v ? sizes.push(0) - 1 : component[root];
    sizes[component[v]]++;
  }
  return { component, componentSize: Uint32Array.from(sizes) };
}
