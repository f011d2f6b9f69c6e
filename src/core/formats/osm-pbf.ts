import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';
import { UnusableData } from '../issue.ts';
import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { OsmCollector } from './osm-collector.ts';
import { STREET_TAGS, type Streets, type Tags } from './streets.ts';

/** The OSM wiki's bound on an unpacked block; more is damage, or an attack. */
const MAX_BLOCK_BYTES = 32 * 1024 * 1024;

/**
 * Reads the streets of an OSM extract in the PBF format (https://wiki.openstreetmap.org/wiki/PBF_Format), block by
 * block, in two passes: ways, then the nodes they pass. Throws UnusableData: `pbf-not-osm`, `pbf-truncated`,
 * `pbf-unsupported`, `streets-none`.
 */
export function* readOsmPbf(file: InputFile): Task<Streets> {
  const collector = new OsmCollector();
  const passes = [
    { phase: 'read-streets', read: (group: PbfReader, block: Block) => readWays(group, block, collector) },
    { phase: 'read-nodes', read: (group: PbfReader, block: Block) => readNodes(group, block, collector) },
  ];
  for (const [pass, { phase, read }] of passes.entries()) {
    for (const blob of blobsOf(file.bytes)) {
      if (blob.type === 'OSMData') readBlock(blob.bytes, read);
      yield { phase, done: blob.end, total: file.bytes.length };
    }
    if (pass === 0) collector.finishWays();
  }
  return collector.finish(file.name, 'osm-pbf');
}

interface Blob {
  type: string;
  bytes: Uint8Array;
  end: number;
}

function* blobsOf(bytes: Uint8Array): Generator<Blob> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let seenHeader = false;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) throw new UnusableData({ code: 'pbf-truncated' });
    const headerLength = view.getUint32(at);
    if (!seenHeader && (headerLength === 0 || headerLength > 65536))
      throw new UnusableData({ code: 'pbf-not-osm' });
    if (at + 4 + headerLength > bytes.length)
      throw new UnusableData({ code: seenHeader ? 'pbf-truncated' : 'pbf-not-osm' });
    const header = guarded(seenHeader ? 'pbf-truncated' : 'pbf-not-osm', () =>
      new PbfReader(bytes.subarray(at + 4, at + 4 + headerLength)).readFields(readBlobHeader, {
        type: '',
        size: 0,
      }),
    );
    if (!seenHeader && header.type !== 'OSMHeader') throw new UnusableData({ code: 'pbf-not-osm' });
    seenHeader = true;
    const from = at + 4 + headerLength;
    const end = from + header.size;
    if (header.size <= 0 || end > bytes.length) throw new UnusableData({ code: 'pbf-truncated' });
    yield { type: header.type, bytes: bytes.subarray(from, end), end };
    at = end;
  }
  if (!seenHeader) throw new UnusableData({ code: 'file-empty' });
}

/** Damaged bytes make the decoders throw all kinds of errors: the user gets one. */
function guarded<T>(code: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableData) throw error;
    throw new UnusableData({ code });
  }
}

function readBlobHeader(tag: number, header: { type: string; size: number }, pbf: PbfReader): void {
  if (tag === 1) header.type = pbf.readString();
  else if (tag === 3) header.size = pbf.readVarint();
}

interface Block {
  strings: string[];
  granularity: number;
  latOffset: number;
  lngOffset: number;
  groups: Uint8Array[];
}

function readBlock(bytes: Uint8Array, read: (group: PbfReader, block: Block) => void): void {
  guarded('pbf-truncated', () => {
    const block: Block = { strings: [], granularity: 100, latOffset: 0, lngOffset: 0, groups: [] };
    new PbfReader(inflate(bytes)).readFields((tag, value, pbf) => {
      if (tag === 1)
        pbf.readMessage((t, strings, p) => t === 1 && strings.push(p.readString()), value.strings);
      else if (tag === 2) value.groups.push(pbf.readBytes());
      else if (tag === 17) value.granularity = pbf.readVarint();
      else if (tag === 19) value.latOffset = pbf.readVarint(true);
      else if (tag === 20) value.lngOffset = pbf.readVarint(true);
    }, block);
    for (const group of block.groups) read(new PbfReader(group), block);
  });
}

function inflate(blob: Uint8Array): Uint8Array {
  const content = {
    raw: undefined as Uint8Array | undefined,
    size: 0,
    zlib: undefined as Uint8Array | undefined,
  };
  new PbfReader(blob).readFields((tag, value, pbf) => {
    if (tag === 1) value.raw = pbf.readBytes();
    else if (tag === 2) value.size = pbf.readVarint();
    else if (tag === 3) value.zlib = pbf.readBytes();
  }, content);
  if (content.raw) return content.raw;
  if (!content.zlib) throw new UnusableData({ code: 'pbf-unsupported' });
  if (content.size > MAX_BLOCK_BYTES) throw new UnusableData({ code: 'pbf-truncated' });
  const out = unzlibSync(content.zlib, { out: new Uint8Array(content.size) });
  if (out.length !== content.size) throw new UnusableData({ code: 'pbf-truncated' });
  return out;
}

function readWays(group: PbfReader, block: Block, collector: OsmCollector): void {
  group.readFields((tag, _value, pbf) => {
    if (tag !== 3) return;
    const way = { keys: [] as number[], values: [] as number[], refs: [] as number[] };
    pbf.readMessage((t, value, p) => {
      if (t === 2) p.readPackedVarint(value.keys);
      else if (t === 3) p.readPackedVarint(value.values);
      else if (t === 8) p.readPackedSVarint(value.refs);
    }, way);
    for (let i = 1; i < way.refs.length; i++) way.refs[i] += way.refs[i - 1];
    const tags: Tags = {};
    way.keys.forEach((key, i) => {
      const name = block.strings[key];
      if (STREET_TAGS.has(name)) tags[name] = block.strings[way.values[i]];
    });
    collector.addWay(way.refs, tags);
  }, undefined);
}

function readNodes(group: PbfReader, block: Block, collector: OsmCollector): void {
  group.readFields((tag, _value, pbf) => {
    if (tag === 2) readDenseNodes(pbf, block, collector);
    else if (tag === 1) readPlainNode(pbf, block, collector);
  }, undefined);
}

function readPlainNode(pbf: PbfReader, block: Block, collector: OsmCollector): void {
  const node = { id: 0, keys: [] as number[], values: [] as number[], lat: 0, lng: 0 };
  pbf.readMessage((t, value, p) => {
    if (t === 1) value.id = p.readSVarint();
    else if (t === 2) p.readPackedVarint(value.keys);
    else if (t === 3) p.readPackedVarint(value.values);
    else if (t === 8) value.lat = p.readSVarint();
    else if (t === 9) value.lng = p.readSVarint();
  }, node);
  const row = collector.rowOf(node.id);
  if (row < 0) return;
  let tags: Tags | undefined;
  node.keys.forEach((key, i) => {
    const name = block.strings[key];
    if (!STREET_TAGS.has(name)) return;
    tags ??= {};
    tags[name] = block.strings[node.values[i]];
  });
  collector.setNode(
    row,
    degrees(node.lng, block, block.lngOffset),
    degrees(node.lat, block, block.latOffset),
    tags,
  );
}

function readDenseNodes(pbf: PbfReader, block: Block, collector: OsmCollector): void {
  const dense = {
    ids: [] as number[],
    lats: [] as number[],
    lngs: [] as number[],
    keysValues: [] as number[],
  };
  pbf.readMessage((t, value, p) => {
    if (t === 1) p.readPackedSVarint(value.ids);
    else if (t === 8) p.readPackedSVarint(value.lats);
    else if (t === 9) p.readPackedSVarint(value.lngs);
    else if (t === 10) p.readPackedVarint(value.keysValues);
  }, dense);
  let [id, lat, lng, at] = [0, 0, 0, 0];
  for (let i = 0; i < dense.ids.length; i++) {
    id += dense.ids[i];
    lat += dense.lats[i];
    lng += dense.lngs[i];
    let tags: Tags | undefined;
    // Keys and values of all nodes in one run, each node's ended by 0; no run at all when no node has any.
    for (; at < dense.keysValues.length && dense.keysValues[at] !== 0; at += 2) {
      const name = block.strings[dense.keysValues[at]];
      if (!STREET_TAGS.has(name)) continue;
      tags ??= {};
      tags[name] = block.strings[dense.keysValues[at + 1]];
    }
    at++;
    const row = collector.rowOf(id);
    if (row >= 0)
      collector.setNode(
        row,
        degrees(lng, block, block.lngOffset),
        degrees(lat, block, block.latOffset),
        tags,
      );
  }
}

function degrees(value: number, { granularity }: Block, offset: number): number {
  return (offset + granularity * value) / 1e9;
}
