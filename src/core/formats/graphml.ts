import { projected } from '../crs/convert.ts';
import { projectionOfEpsg } from '../crs/epsg.ts';
import { UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { type GraphmlGraph, GraphmlStreets } from './graphml-streets.ts';
import type { Streets } from './streets.ts';
import { refuseProjected } from './streets-extent.ts';
import { textChunks } from './text-chunks.ts';
import { type XmlAttributes, type XmlListener, XmlScanner } from './xml-scan.ts';

/**
 * Reads a street network in GraphML as OSMnx saves it (https://osmnx.readthedocs.io, `save_graphml`): nodes with x and y, edges
 * with OSM tags and a WKT geometry. The two directions of a street become one way. A projected network is brought back
 * to WGS-84 by the `crs` of the graph. Throws UnusableData: `graphml-not-graphml` {root}, `graphml-no-positions`,
 * `crs-unknown` {crs}, `streets-projected`, `streets-none`, and the codes of `XmlScanner` and `textChunks`.
 */
export function* readGraphml(file: InputFile): Task<Streets> {
  const listener = new GraphmlListener(file.name);
  const scanner = new XmlScanner(listener, file.name);
  for (const { text, end } of textChunks(file)) {
    scanner.push(text);
    yield { phase: 'read-streets', done: end, total: file.bytes.length };
  }
  scanner.finish();
  const { graph } = listener;
  const positions = graph.nodes.filter((node) => !Number.isNaN(node.x + node.y));
  if (graph.nodes.length > 0 && positions.length === 0)
    throw new UnusableData({ code: 'graphml-no-positions', file: file.name });
  const definition = projectionOf(graph.crs, file.name);
  if (definition === '')
    refuseProjected(
      positions.map((node) => node.x),
      positions.map((node) => node.y),
      file.name,
    );
  return new GraphmlStreets(graph, projected(definition)).finish(file.name);
}

/** Names of the attributes that hold a position; OSMnx writes x and y. */
const X_NAMES = new Set(['x', 'lon', 'lng', 'longitude']);
const Y_NAMES = new Set(['y', 'lat', 'latitude']);

class GraphmlListener implements XmlListener {
  readonly graph: GraphmlGraph = { crs: '', nodes: [], edges: [] };
  private seenRoot = false;
  /** Attribute names by key id. */
  private readonly names = new Map<string, string>();
  private owner: 'graph' | 'node' | 'edge' | '' = '';
  /** Attribute whose text is being read. */
  private attribute = '';

  constructor(private readonly file: string) {}

  start(name: string, attributes: XmlAttributes): void {
    if (!this.seenRoot) {
      this.seenRoot = true;
      if (name !== 'graphml')
        throw new UnusableData({ code: 'graphml-not-graphml', file: this.file, values: { root: name } });
    } else if (name === 'key') this.names.set(attributes.get('id') ?? '', attributes.get('attr.name') ?? '');
    else if (name === 'data') this.attribute = this.names.get(attributes.get('key') ?? '') ?? '';
    else this.open(name, attributes);
  }

  private open(name: string, attributes: XmlAttributes): void {
    if (name === 'graph') this.owner = 'graph';
    else if (name === 'node') {
      this.owner = 'node';
      this.graph.nodes.push({
        id: attributes.get('id') ?? '',
        x: Number.NaN,
        y: Number.NaN,
        tags: new Map(),
      });
    } else if (name === 'edge') {
      this.owner = 'edge';
      const [source, target] = [attributes.get('source') ?? '', attributes.get('target') ?? ''];
      this.graph.edges.push({ source, target, tags: new Map() });
    }
  }

  end(name: string): void {
    if (name === 'data') this.attribute = '';
    else if (name === 'node' || name === 'edge') this.owner = 'graph';
  }

  text(text: string): void {
    if (this.attribute === '') return;
    const value = text.trim();
    if (this.owner === 'graph' && this.attribute === 'crs') this.graph.crs = value;
    else if (this.owner === 'edge')
      this.graph.edges[this.graph.edges.length - 1].tags.set(this.attribute, value);
    else if (this.owner === 'node') {
      const node = this.graph.nodes[this.graph.nodes.length - 1];
      const key = this.attribute.toLowerCase();
      // A projected network keeps its degrees as lon and lat beside x and y: x and y are what the geometry is in.
      if (X_NAMES.has(key)) node.x = key === 'x' || Number.isNaN(node.x) ? Number(value) : node.x;
      else if (Y_NAMES.has(key)) node.y = key === 'y' || Number.isNaN(node.y) ? Number(value) : node.y;
      else node.tags.set(this.attribute, value);
    }
  }
}

/** `epsg:4326` and its like; degrees when nothing is said. */
function projectionOf(crs: string, file: string): string {
  if (crs === '') return '';
  const code = /^(?:epsg:|\{'init': 'epsg:|.*EPSG::)(\d+)/i.exec(crs);
  const definition = code ? projectionOfEpsg(Number(code[1])) : undefined;
  if (definition === undefined)
    throw new UnusableData({ code: 'crs-unknown', file, values: { crs: crs.slice(0, 200) } });
  return definition;
}
