import { UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { OsmCollector } from './osm-collector.ts';
import { STREET_TAGS, type Streets, type Tags } from './streets.ts';
import { textChunks } from './text-chunks.ts';
import { type XmlAttributes, type XmlListener, XmlScanner } from './xml-scan.ts';

/**
 * Reads the streets of an OSM XML file (https://wiki.openstreetmap.org/wiki/OSM_XML), plain or gzip, piece by piece in
 * two passes: ways, then the nodes they pass. What JOSM marks as deleted is not there. Throws UnusableData: `osm-xml-not-osm`
 * {root}, `streets-none`, and the codes of `XmlScanner` and `textChunks`.
 */
export function* readOsmXml(file: InputFile): Task<Streets> {
  const collector = new OsmCollector();
  yield* scan(file, 'read-streets', new WayListener(collector, file.name));
  collector.finishWays();
  yield* scan(file, 'read-nodes', new NodeListener(collector, file.name));
  return collector.finish(file.name, 'osm-xml');
}

function* scan(file: InputFile, phase: string, listener: XmlListener): Task<void> {
  const scanner = new XmlScanner(listener, file.name);
  for (const { text, end } of textChunks(file)) {
    scanner.push(text);
    yield { phase, done: end, total: file.bytes.length };
  }
  scanner.finish();
}

/** What both passes share: the root is checked, and an element that is deleted is passed over. */
abstract class OsmListener implements XmlListener {
  private seenRoot = false;
  protected tags: Tags | undefined;

  constructor(
    protected readonly collector: OsmCollector,
    private readonly file: string,
  ) {}

  start(name: string, attributes: XmlAttributes): void {
    if (!this.seenRoot) {
      this.seenRoot = true;
      if (name !== 'osm')
        throw new UnusableData({ code: 'osm-xml-not-osm', file: this.file, values: { root: name } });
    } else this.element(name, attributes);
  }

  protected abstract element(name: string, attributes: XmlAttributes): void;
  abstract end(name: string): void;

  protected addTag(attributes: XmlAttributes): void {
    const key = attributes.get('k') ?? '';
    if (!STREET_TAGS.has(key)) return;
    this.tags ??= {};
    this.tags[key] = attributes.get('v') ?? '';
  }
}

class WayListener extends OsmListener {
  private refs: number[] | undefined;

  protected element(name: string, attributes: XmlAttributes): void {
    if (name === 'way') {
      this.refs = isDeleted(attributes) ? undefined : [];
      this.tags = undefined;
    } else if (this.refs === undefined) return;
    else if (name === 'nd') {
      const ref = idOf(attributes.get('ref'));
      if (ref !== undefined) this.refs.push(ref);
    } else if (name === 'tag') this.addTag(attributes);
  }

  end(name: string): void {
    if (name !== 'way' || this.refs === undefined) return;
    this.collector.addWay(this.refs, this.tags ?? {});
    this.refs = undefined;
  }
}

class NodeListener extends OsmListener {
  /** Row of the node that is open, -1 when no street passes it. */
  private row = -1;
  private lng = Number.NaN;
  private lat = Number.NaN;

  protected element(name: string, attributes: XmlAttributes): void {
    if (name === 'node') {
      const id = isDeleted(attributes) ? undefined : idOf(attributes.get('id'));
      this.row = id === undefined ? -1 : this.collector.rowOf(id);
      this.tags = undefined;
      if (this.row < 0) return;
      this.lng = degrees(attributes.get('lon'), 180);
      this.lat = degrees(attributes.get('lat'), 90);
    } else if (name === 'tag' && this.row >= 0) this.addTag(attributes);
  }

  end(name: string): void {
    if (name !== 'node' || this.row < 0) return;
    // A node without a usable position stays missing, and is counted as such.
    if (!Number.isNaN(this.lng + this.lat)) this.collector.setNode(this.row, this.lng, this.lat, this.tags);
    this.row = -1;
  }
}

function isDeleted(attributes: XmlAttributes): boolean {
  return attributes.get('action') === 'delete' || attributes.get('visible') === 'false';
}

function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function degrees(text: string | undefined, limit: number): number {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Math.abs(value) <= limit ? value : Number.NaN;
}
