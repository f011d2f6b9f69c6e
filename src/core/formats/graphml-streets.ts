import type { Converter } from '../crs/convert.ts';
import { type Issue, UnusableData } from '../issue.ts';
import { couldBeStreet, STREET_TAGS, type Streets, type Tags } from './streets.ts';

/** A GraphML file as read: attributes by name, positions in the file's own system. */
export interface GraphmlGraph {
  crs: string;
  nodes: { id: string; x: number; y: number; tags: Map<string, string> }[];
  edges: { source: string; target: string; tags: Map<string, string> }[];
}

/** Of several values of one tag, the first of these decides: where streets were merged, every part has to be walked. */
const STRICT_VALUES = ['motorway', 'motorway_link', 'no', 'private', 'military', 'steps'];
/** Tags whose meaning hangs on the order of the nodes. */
const DIRECTED_TAGS = ['oneway:foot', 'conveying', 'incline'];

type Position = [x: number, y: number];

/** Turns the nodes and edges of a GraphML file into streets that share nodes. */
export class GraphmlStreets {
  private readonly rowOf = new Map<string, number>();
  private readonly lng: number[] = [];
  private readonly lat: number[] = [];
  private readonly ref: number[] = [];
  private readonly wayStart: number[] = [0];
  private readonly wayTags: Tags[] = [];
  private readonly nodeTags = new Map<number, Tags>();
  private readonly seen = new Set<string>();
  private missing = 0;
  private merged = 0;
  private unclassified = 0;

  constructor(
    private readonly graph: GraphmlGraph,
    private readonly toWgs84: Converter,
  ) {}

  finish(file: string): Streets {
    this.addNodes();
    const hasHighway = this.graph.edges.some((edge) => edge.tags.has('highway'));
    for (const edge of this.graph.edges) this.addEdge(edge, hasHighway);
    if (this.wayTags.length === 0) throw new UnusableData({ code: 'streets-none', file });
    return {
      file,
      format: 'graphml',
      topological: true,
      nodeCount: this.lng.length,
      lng: Float64Array.from(this.lng),
      lat: Float64Array.from(this.lat),
      wayStart: Uint32Array.from(this.wayStart),
      ref: Uint32Array.from(this.ref),
      wayTags: this.wayTags,
      nodeTags: this.nodeTags,
      issues: this.issues(file),
    };
  }

  private issues(file: string): Issue[] {
    const { nodes, edges } = this.graph;
    const values = { nodes: nodes.length, edges: edges.length, streets: this.wayTags.length };
    const issues: Issue[] = [{ severity: 'note', code: 'graphml-edges-paired', file, values }];
    if (this.missing > 0)
      issues.push({ severity: 'note', code: 'street-nodes-missing', file, values: { count: this.missing } });
    if (this.merged > 0)
      issues.push({ severity: 'note', code: 'graphml-tags-merged', file, values: { count: this.merged } });
    if (this.unclassified > 0) {
      const count = this.unclassified;
      issues.push({ severity: 'note', code: 'streets-without-highway', file, values: { count } });
    }
    return issues;
  }

  private addNodes(): void {
    for (const { id, x, y, tags } of this.graph.nodes) {
      const row = this.addPosition([x, y]);
      if (row < 0) continue;
      this.rowOf.set(id, row);
      const { known } = streetTags(tags);
      if (Object.keys(known).length > 0) this.nodeTags.set(row, known);
    }
  }

  /** Row of a new node, -1 where the position is none. */
  private addPosition([x, y]: Position): number {
    const [lng, lat] = this.toWgs84(x, y);
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return -1;
    this.lng.push(lng);
    return this.lat.push(lat) - 1;
  }

  private addEdge({ source, target, tags }: GraphmlGraph['edges'][number], hasHighway: boolean): void {
    const [from, to] = [this.rowOf.get(source), this.rowOf.get(target)];
    if (from === undefined || to === undefined) {
      this.missing++;
      return;
    }
    const { known, severalValues } = streetTags(tags);
    if (!hasHighway) known.highway = 'road';
    if (!couldBeStreet(known)) return;
    let line = { from, to, inner: innerPositions(tags.get('geometry') ?? '', this.endsOf(source, target)) };
    const directed = DIRECTED_TAGS.some((key) => known[key] !== undefined);
    // OSMnx says of an edge that runs against its OSM way that it is reversed; the tags are those of the way.
    if (directed ? tags.get('reversed') === 'True' : isAgainst(line)) line = turned(line);
    const key = JSON.stringify([line.from, line.to, line.inner, Object.entries(known).sort()]);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (severalValues) this.merged++;
    if (!hasHighway) this.unclassified++;
    this.ref.push(line.from);
    for (const position of line.inner) {
      const row = this.addPosition(position);
      if (row >= 0) this.ref.push(row);
    }
    this.ref.push(line.to);
    this.wayStart.push(this.ref.length);
    this.wayTags.push(known);
  }

  private nodeById: Map<string, Position> | undefined;

  private endsOf(source: string, target: string): [Position, Position] {
    this.nodeById ??= new Map(
      this.graph.nodes.map((node): [string, Position] => [node.id, [node.x, node.y]]),
    );
    const at = (id: string) => this.nodeById?.get(id) ?? [Number.NaN, Number.NaN];
    return [at(source), at(target)];
  }
}

interface EdgeLine {
  from: number;
  to: number;
  /** Positions between the two nodes. */
  inner: Position[];
}

function turned({ from, to, inner }: EdgeLine): EdgeLine {
  return { from: to, to: from, inner: [...inner].reverse() };
}

/** Of the two directions of a street one is kept: the one from the lower row; of a loop, the one whose shape reads lower. */
function isAgainst({ from, to, inner }: EdgeLine): boolean {
  if (from !== to) return from > to;
  for (let i = 0, j = inner.length - 1; i < j; i++, j--) {
    const order = inner[i][0] - inner[j][0] || inner[i][1] - inner[j][1];
    if (order !== 0) return order > 0;
  }
  return false;
}

/** The shape of an edge between its nodes, in their order; some tools leave the shape in the order of the opposite edge. */
function innerPositions(geometry: string, [source, target]: [Position, Position]): Position[] {
  const list = /^\s*LINESTRING\s*Z?\s*\(([^()]*)\)\s*$/i.exec(geometry)?.[1];
  if (list === undefined) return [];
  const positions = list.split(',').map((pair): Position => {
    const [x, y] = pair.trim().split(/\s+/).map(Number);
    return [x, y];
  });
  const gap = (a: Position, b: Position) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (gap(first, target) + gap(last, source) < gap(first, source) + gap(last, target)) positions.reverse();
  if (gap(positions[0], source) < SAME_POSITION) positions.shift();
  if (positions.length > 0 && gap(positions[positions.length - 1], target) < SAME_POSITION) positions.pop();
  return positions;
}

/** Written twice, as a node and as the end of a shape, a position may differ in its last digit. */
const SAME_POSITION = 1e-7;

/** The tags that matter, with one value each; OSMnx writes the values of merged ways as a Python list. */
function streetTags(tags: Map<string, string>): { known: Tags; severalValues: boolean } {
  const known: Tags = {};
  let severalValues = false;
  for (const [key, text] of tags) {
    if (!STREET_TAGS.has(key) || text === '' || text === 'nan' || text === 'None') continue;
    const values = pythonList(text);
    if (values.length > 1 && key !== 'name') severalValues = true;
    known[key] =
      key === 'name'
        ? values.join('; ')
        : (STRICT_VALUES.find((value) => values.includes(value)) ?? values[0]);
  }
  return { known, severalValues };
}

/** `['residential', "Rue de l'Eau"]` as its values; any other text as itself. */
function pythonList(text: string): string[] {
  if (!/^\[.*\]$/s.test(text)) return [text];
  const values = [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s,[\]'"]+)/g)].map((match) =>
    (match[1] ?? match[2] ?? match[3]).replace(/\\(.)/g, '$1'),
  );
  return values.length > 0 ? values : [text];
}
