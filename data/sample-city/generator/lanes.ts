import type { Block } from './blocks.ts';
import { distance, mix } from './geometry.ts';
import { addPoint, expand, type Ground } from './ground.ts';
import { type Cutting, cutBlock } from './parcels.ts';
import { createRandom, type Random } from './random.ts';
import { laneName } from './road-names.ts';
import type { Way } from './roads.ts';

/** A piece of land between streets or walls: a compound, a school, a field. */
export interface Parcel {
  ring: number[];
  block: Block;
  /** Row of the block it is cut from. */
  blockRow: number;
}

export interface Fabric {
  parcels: Parcel[];
  lanes: Way[];
}

function cuttingOf(block: Block): Cutting {
  if (block.use === 'park') return { laneArea: 70_000, parcelArea: 70_000, bendShare: 0.12, skew: 0.5 };
  if (block.use === 'industry') return { laneArea: 130_000, parcelArea: 60_000, bendShare: 0, skew: 0.1 };
  if (block.use === 'gated') {
    return block.zone === 'new'
      ? { laneArea: 95_000, parcelArea: 62_000, bendShare: 0.04, skew: 0.08 }
      : { laneArea: 60_000, parcelArea: 34_000, bendShare: 0.05, skew: 0.18 };
  }
  return {
    old: { laneArea: 15_000, parcelArea: 11_000, bendShare: 0.07, skew: 0.34 },
    belt: { laneArea: 42_000, parcelArea: 27_000, bendShare: 0.03, skew: 0.18 },
    new: { laneArea: 64_000, parcelArea: 48_000, bendShare: 0, skew: 0.05 },
    suburb: { laneArea: 80_000, parcelArea: 24_000, bendShare: 0.1, skew: 0.4 },
  }[block.zone];
}

export function createFabric(ground: Ground, blocks: Block[]): Fabric {
  const random = createRandom('lanes');
  const fabric: Fabric = { parcels: [], lanes: [] };
  let named = 0;
  blocks.forEach((block, blockRow) => {
    if (block.use === 'water' || block.use === 'rail') return;
    if (block.zone === 'suburb' && block.use === 'housing' && !random.chance(0.52)) {
      fabric.parcels.push({ ring: block.ring, block, blockRow }); // fields
      return;
    }
    const cut = cutBlock(ground, random, block, cuttingOf(block));
    for (const ring of cut.parcels) fabric.parcels.push({ ring, block, blockRow });
    if (block.use === 'gated') {
      fabric.lanes.push(...gatedLanes(ground, random, block, cut.lanes));
      return;
    }
    for (const line of cut.lanes) {
      const tags = laneTags(random, block);
      if (tags.highway === 'living_street' || (block.zone === 'old' && random.chance(0.5))) {
        const name = laneName(named++);
        if (name) tags.name = name;
      }
      fabric.lanes.push({ line, tags });
    }
  });
  return fabric;
}

function laneTags(random: Random, block: Block): Record<string, string> {
  if (block.use === 'park') return { highway: 'footway', foot: 'yes' };
  if (block.use === 'industry') return { highway: 'service', access: 'private', foot: 'no' };
  switch (block.zone) {
    case 'old':
      return {
        highway: random.pick(['living_street', 'residential', 'residential', 'pedestrian', 'footway']),
      };
    case 'suburb':
      return { highway: random.pick(['unclassified', 'track', 'residential']) };
    default:
      return random.chance(0.12) ? { highway: 'residential', oneway: 'yes' } : { highway: 'residential' };
  }
}

const GATE_METERS = 14;

/**
 * Lanes inside a gated superblock. Of the places where they meet the streets around, two stay open as gates, one may be
 * a locked gate, and the others end at the wall: whoever lives inside walks round.
 */
function gatedLanes(ground: Ground, random: Random, block: Block, lines: number[][]): Way[] {
  const outer = new Set(expand(ground, [...block.ring, block.ring[0]]));
  const ends = lines.flatMap((line, row) =>
    [0, line.length - 1].filter((at) => outer.has(line[at])).map((at) => ({ row, at })),
  );
  for (let i = ends.length - 1; i > 0; i--) {
    const other = random.integer(0, i);
    [ends[i], ends[other]] = [ends[other], ends[i]];
  }
  const ways: Way[] = [];
  // Lanes that join later have set points on the earlier ones: a line is cut back from its last junction only.
  const trimmed = lines.map((line) => expand(ground, line));
  ends.forEach(({ row, at }, order) => {
    const line = trimmed[row];
    const end = at === 0 ? 0 : line.length - 1; // `at` counts the points before expanding
    const inner = at === 0 ? line[1] : line[line.length - 2];
    const outside = line[end];
    const share = Math.min(0.4, GATE_METERS / distance(ground.points[outside], ground.points[inner]));
    line[end] = addPoint(ground, mix(ground.points[outside], ground.points[inner], share));
    if (order > 2) return;
    const open = order < 2;
    ways.push({
      line: [outside, line[end]],
      tags: {
        highway: 'service',
        barrier: 'gate',
        access: open ? 'private' : 'no',
        foot: open ? 'permissive' : 'no',
      },
    });
  });
  for (const line of trimmed) {
    ways.push({ line, tags: { highway: 'service', access: 'private', foot: 'permissive' } });
  }
  return ways;
}
