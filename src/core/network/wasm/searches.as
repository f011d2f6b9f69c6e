// AssemblyScript. The two hot searches over one graph, each the twin of a plain TypeScript file (nearest-blocks.ts,
// bounded-search.ts) that says what it does and is what this is tested against. Raw memory throughout: addresses are bytes.
//
// An arc is 8 bytes, its target below and its centimetres above, so that one load brings both. Lists are linked by address; 0 ends them.

const NO_CM: u32 = 0xffffffff;
const NO_LABEL: u64 = 0xffffffffffffffff;
const ENTRY_BYTES: usize = 16;
/** Buckets of the catchments: 2^11 cm. Those of the nearest search are 2^12 cm, which is label >> 32. */
const CATCHMENT_SHIFT: u32 = 11;

/** Where the caller writes the graph, and reads results. */
export let firstAt: usize = 0;
export let arcAt: usize = 0;
export let labelAt: usize = 0;
export let distanceAt: usize = 0;
export let touchedAt: usize = 0;

let nodeCount: u32 = 0;
let headsAt: usize = 0;
let headMask: u32 = 0;
let waitingAt: usize = 0;
let queueAt: usize = 0;
let queuedAt: usize = 0;
let queueSize: u32 = 0;
let queueHead: u32 = 0;
let queueLength: u32 = 0;
let blockNodes: u32 = 0;
let blocks: u32 = 0;
/** Entries are taken from the free list, then from the end of the memory, which grows. */
let poolAt: usize = 0;
let poolTop: usize = 0;
let poolEnd: usize = 0;
let poolFree: usize = 0;

// @ts-ignore: decorator
@inline
function aligned(bytes: usize): usize {
  return (bytes + 15) & ~(<usize>15);
}

/** Lays out the memory for a graph, and for searches with at most this many buckets. False where there is not enough memory. */
export function prepare(nodes: u32, arcs: u32, buckets: u32, largestBlockCount: u32): bool {
  nodeCount = nodes;
  firstAt = 1024;
  arcAt = aligned(firstAt + (<usize>nodes + 1) * 4);
  // Labels of one search, or centimetres and touched nodes of the other: the caller runs one at a time.
  labelAt = aligned(arcAt + <usize>arcs * 8);
  distanceAt = labelAt;
  touchedAt = labelAt + <usize>nodes * 4;
  headsAt = aligned(labelAt + <usize>nodes * 8);
  waitingAt = aligned(headsAt + <usize>buckets * 4);
  queueAt = aligned(waitingAt + <usize>largestBlockCount * 4);
  queuedAt = aligned(queueAt + <usize>largestBlockCount * 4);
  poolAt = aligned(queuedAt + <usize>largestBlockCount);
  poolEnd = <usize>memory.size() << 16;
  poolTop = poolAt;
  poolFree = 0;
  return ensure(poolAt + (<usize>nodes / 4 + 4096) * ENTRY_BYTES);
}

function ensure(end: usize): bool {
  if (end <= poolEnd) return true;
  const pages = <i32>((end - poolEnd + 0xffff) >> 16);
  if (memory.grow(pages) < 0) return false;
  poolEnd = <usize>memory.size() << 16;
  return true;
}

/** A fresh entry at the end of the pool. Out of memory is a trap: the caller falls back on TypeScript. */
function fresh(): usize {
  const entry = poolTop;
  if (entry + ENTRY_BYTES > poolEnd && !ensure(entry + (entry - poolAt) + 65536)) unreachable();
  poolTop = entry + ENTRY_BYTES;
  return entry;
}

// @ts-ignore: decorator
@inline
function take(): usize {
  const entry = poolFree;
  if (entry == 0) return fresh();
  poolFree = load<u32>(entry, 12);
  return entry;
}

// @ts-ignore: decorator
@inline
function give(entry: usize): void {
  store<u32>(entry, <u32>poolFree, 12);
  poolFree = entry;
}

function emptyPool(): void {
  poolTop = poolAt;
  poolFree = 0;
}

// ---- Nearest source of every node ----------------------------------------------------------------------------------

/** `bucketCount`: a power of two beyond the longest arc. */
export function nearestBegin(nodesOfBlock: u32, bucketCount: u32): void {
  blockNodes = nodesOfBlock;
  blocks = (nodeCount + nodesOfBlock - 1) / nodesOfBlock;
  headMask = bucketCount - 1;
  memory.fill(labelAt, 0xff, <usize>nodeCount * 8);
  memory.fill(headsAt, 0, <usize>bucketCount * 4);
  memory.fill(waitingAt, 0, <usize>blocks * 4);
  memory.fill(queuedAt, 0, blocks);
  queueSize = blocks;
  queueHead = 0;
  queueLength = 0;
  emptyPool();
}

export function nearestSeed(node: u32, cm: u32, rank: u32): void {
  const key = ((<u64>cm) << 20) + rank;
  const at = labelAt + ((<usize>node) << 3);
  if (key >= load<u64>(at)) return;
  store<u64>(at, key);
  wait(node, key);
}

/** Puts a relaxation off until its block's turn. At most every block is queued, each once, so the ring cannot overflow. */
function wait(node: u32, key: u64): void {
  const block = node / blockNodes;
  const list = waitingAt + ((<usize>block) << 2);
  const entry = take();
  store<u64>(entry, key);
  store<u32>(entry, node, 8);
  store<u32>(entry, load<u32>(list), 12);
  store<u32>(list, <u32>entry);
  if (load<u8>(queuedAt + block)) return;
  store<u8>(queuedAt + block, 1);
  let tail = queueHead + queueLength;
  if (tail >= queueSize) tail -= queueSize;
  store<u32>(queueAt + ((<usize>tail) << 2), block);
  queueLength++;
}

/** Works on at most this many blocks; the number of blocks still queued. */
export function nearestTurns(turns: i32): u32 {
  for (; turns > 0 && queueLength > 0; turns--) {
    const block = load<u32>(queueAt + ((<usize>queueHead) << 2));
    queueHead++;
    if (queueHead == queueSize) queueHead = 0;
    queueLength--;
    store<u8>(queuedAt + block, 0);
    searchBlock(block);
  }
  return queueLength;
}

function searchBlock(block: u32): void {
  const label = labelAt;
  const heads = headsAt;
  const mask = headMask;
  const first = firstAt;
  const arcs = arcAt;
  const size = blockNodes;
  const low = block * size;
  let live: i32 = 0;
  let bucket: u32 = 0xffffffff;
  const list = waitingAt + ((<usize>block) << 2);
  let entry: usize = load<u32>(list);
  store<u32>(list, 0);
  while (entry != 0) {
    const next: usize = load<u32>(entry, 12);
    const key = load<u64>(entry);
    if (key != load<u64>(label + ((<usize>load<u32>(entry, 8)) << 3))) give(entry);
    else {
      const at = <u32>(key >> 32);
      if (at < bucket) bucket = at;
      const head = heads + ((<usize>(at & mask)) << 2);
      store<u32>(entry, load<u32>(head), 12);
      store<u32>(head, <u32>entry);
      live++;
    }
    entry = next;
  }
  for (; live > 0; bucket++) {
    const head = heads + ((<usize>(bucket & mask)) << 2);
    let later: usize = 0;
    for (entry = load<u32>(head); entry != 0; entry = load<u32>(head)) {
      const key = load<u64>(entry);
      const node = load<u32>(entry, 8);
      store<u32>(head, load<u32>(entry, 12));
      if (key != load<u64>(label + ((<usize>node) << 3))) {
        give(entry);
        live--;
        continue;
      }
      if (<u32>(key >> 32) != bucket) {
        store<u32>(entry, <u32>later, 12);
        later = entry;
        continue;
      }
      give(entry);
      live--;
      const span = first + ((<usize>node) << 2);
      const end = arcs + ((<usize>load<u32>(span, 4)) << 3);
      for (let arc = arcs + ((<usize>load<u32>(span)) << 3); arc < end; arc += 8) {
        const both = load<u64>(arc);
        const to = <u32>both;
        const through = key + ((both >> 32) << 20);
        const at = label + ((<usize>to) << 3);
        if (through >= load<u64>(at)) continue;
        store<u64>(at, through);
        if (to - low >= size) {
          wait(to, through);
          continue;
        }
        const slot = heads + ((<usize>(<u32>(through >> 32) & mask)) << 2);
        const fill = take();
        store<u64>(fill, through);
        store<u32>(fill, to, 8);
        store<u32>(fill, load<u32>(slot), 12);
        store<u32>(slot, <u32>fill);
        live++;
      }
    }
    store<u32>(head, <u32>later);
  }
}

/** Labels become float64 in place, as the caller knows them: Infinity where no source came. */
export function nearestEnd(): void {
  const end = labelAt + ((<usize>nodeCount) << 3);
  for (let at = labelAt; at < end; at += 8) {
    const key = load<u64>(at);
    store<f64>(at, key == NO_LABEL ? Infinity : <f64>key);
  }
}

// ---- Everything within a limit of a few seeds ----------------------------------------------------------------------

let reached: u32 = 0;

/** Before the first of a run of catchments: no node has a distance. */
export function catchmentsBegin(): void {
  memory.fill(distanceAt, 0xff, (<usize>nodeCount) << 2);
  reached = 0;
}

/** Forgets the last catchment and empties as many buckets as the limit needs. */
export function catchmentBegin(limitCm: u32): void {
  const distance = distanceAt;
  const end = touchedAt + ((<usize>reached) << 2);
  for (let at = touchedAt; at < end; at += 4) store<u32>(distance + ((<usize>load<u32>(at)) << 2), NO_CM);
  reached = 0;
  memory.fill(headsAt, 0, (<usize>(limitCm >> CATCHMENT_SHIFT) + 1) << 2);
  emptyPool();
}

export function catchmentSeed(node: u32, cm: u32, limitCm: u32): void {
  const at = distanceAt + ((<usize>node) << 2);
  const before = load<u32>(at);
  if (cm > limitCm || cm >= before) return;
  if (before == NO_CM) {
    store<u32>(touchedAt + ((<usize>reached) << 2), node);
    reached++;
  }
  store<u32>(at, cm);
  const slot = headsAt + ((<usize>(cm >> CATCHMENT_SHIFT)) << 2);
  const entry = take();
  store<u32>(entry, node);
  store<u32>(entry, cm, 4);
  store<u32>(entry, load<u32>(slot), 12);
  store<u32>(slot, <u32>entry);
}

/** Nodes reached within the limit, which is below 2^31: distances at `distanceAt`, nodes at `touchedAt`. */
export function catchmentRun(limitCm: u32): u32 {
  const distance = distanceAt;
  const touched = touchedAt;
  const first = firstAt;
  const arcs = arcAt;
  const heads = headsAt;
  const lastHead = heads + ((<usize>(limitCm >> CATCHMENT_SHIFT)) << 2);
  let count = reached;
  for (let head = heads; head <= lastHead; head += 4) {
    for (let entry: usize = load<u32>(head); entry != 0; entry = load<u32>(head)) {
      const node = load<u32>(entry);
      const cm = load<u32>(entry, 4);
      store<u32>(head, load<u32>(entry, 12));
      give(entry);
      if (cm != load<u32>(distance + ((<usize>node) << 2))) continue;
      const room = limitCm - cm;
      const span = first + ((<usize>node) << 2);
      const end = arcs + ((<usize>load<u32>(span, 4)) << 3);
      for (let arc = arcs + ((<usize>load<u32>(span)) << 3); arc < end; arc += 8) {
        const length = load<u32>(arc, 4);
        if (length > room) continue;
        const to = load<u32>(arc);
        const through = cm + length;
        const at = distance + ((<usize>to) << 2);
        const before = load<u32>(at);
        if (through >= before) continue;
        if (before == NO_CM) {
          store<u32>(touched + ((<usize>count) << 2), to);
          count++;
        }
        store<u32>(at, through);
        const slot = heads + ((<usize>(through >> CATCHMENT_SHIFT)) << 2);
        const fill = take();
        store<u32>(fill, to);
        store<u32>(fill, through, 4);
        store<u32>(fill, load<u32>(slot), 12);
        store<u32>(slot, <u32>fill);
      }
    }
  }
  reached = count;
  return count;
}
