import Flatbush from 'flatbush';
import { METERS_PER_DEGREE } from '../analysis/distance.ts';
import type { Streets, Tags } from '../formats/streets.ts';
import type { Checked, Issue } from '../issue.ts';
import { cosineOfDegrees } from '../trigonometry.ts';

/** A point of a street file with the tags of an OSM node: a gate, a bollard, a kerb. */
export interface Gate {
  lng: number;
  lat: number;
  tags: Tags;
}

/** Where a gate stands: on which piece of a way (by its place in `ref`), and how far along it. */
interface Foot {
  piece: number;
  t: number;
  gate: Gate;
}

/** Nearer to a node of the street than this, the gate is that node. */
const SAME_PLACE_METERS = 0.01;

/**
 * Puts gates that were drawn as points onto the streets: within the tolerance of a line each becomes a node of it, and then
 * lets through or not by the same rules as a gate of OpenStreetMap. The nearest line takes it, and any other as near as that.
 * Notes `gates-placed` {count}, `gates-off-streets` {count, meters}, `points-not-gates` {count}.
 */
export function placeGates(streets: Streets, points: Gate[], toleranceMeters: number): Checked<Streets> {
  const gates = points.filter(({ tags }) => tags.barrier !== undefined || tags.kerb !== undefined);
  if (points.length === 0) return { value: streets, issues: [] };
  const finder = gates.length > 0 ? new PieceFinder(streets) : undefined;
  const found = gates.map((gate) => finder?.find(gate, toleranceMeters) ?? []);
  const feet = found.flat();
  const placed = found.filter((ofGate) => ofGate.length > 0).length;
  const issues = [
    ...note('gates-placed', placed, toleranceMeters),
    ...note('gates-off-streets', gates.length - placed, toleranceMeters),
    ...note('points-not-gates', points.length - gates.length, toleranceMeters),
  ].map((issue) => ({ ...issue, file: streets.file }));
  return { value: feet.length > 0 ? withNodes(streets, feet) : streets, issues };
}

function note(code: string, count: number, meters: number): Issue[] {
  const severity = code === 'gates-off-streets' ? 'warning' : 'note';
  return count === 0 ? [] : [{ severity, code, values: { count, meters } }];
}

/** Straight pieces of the ways by their boxes; piece r runs from node `ref[r]` to `ref[r + 1]`. */
class PieceFinder {
  private readonly tree: Flatbush;
  private readonly pieces: Uint32Array;

  constructor(private readonly streets: Streets) {
    const { wayStart, wayTags, ref, lng, lat } = streets;
    this.pieces = new Uint32Array(ref.length - wayTags.length);
    this.tree = new Flatbush(this.pieces.length);
    let count = 0;
    for (let way = 0; way < wayTags.length; way++) {
      for (let r = wayStart[way]; r + 1 < wayStart[way + 1]; r++) {
        const [a, b] = [ref[r], ref[r + 1]];
        this.tree.add(
          Math.min(lng[a], lng[b]),
          Math.min(lat[a], lat[b]),
          Math.max(lng[a], lng[b]),
          Math.max(lat[a], lat[b]),
        );
        this.pieces[count++] = r;
      }
    }
    this.tree.finish();
  }

  /** Every piece that the gate is nearest to: of a street drawn twice, both. */
  find(gate: Gate, toleranceMeters: number): Foot[] {
    const { lng, lat } = gate;
    const xScale = METERS_PER_DEGREE * cosineOfDegrees(lat);
    const [lngReach, latReach] = [toleranceMeters / xScale, toleranceMeters / METERS_PER_DEGREE];
    const near = this.tree
      .search(lng - lngReach, lat - latReach, lng + lngReach, lat + latReach)
      .map((k) => this.pieces[k])
      .map((piece) => ({ piece, gate, ...this.footOn(piece, gate, xScale) }))
      .filter((foot) => foot.meters <= toleranceMeters);
    const nearest = near.reduce((least, foot) => Math.min(least, foot.meters), Infinity);
    return near.filter((foot) => foot.meters <= nearest + SAME_PLACE_METERS);
  }

  /** Metres of a plane that touches the globe at the gate. */
  private footOn(piece: number, gate: Gate, xScale: number): { t: number; meters: number } {
    const { ref, lng, lat } = this.streets;
    const [a, b] = [ref[piece], ref[piece + 1]];
    const ax = (lng[a] - gate.lng) * xScale;
    const ay = (lat[a] - gate.lat) * METERS_PER_DEGREE;
    const dx = (lng[b] - gate.lng) * xScale - ax;
    const dy = (lat[b] - gate.lat) * METERS_PER_DEGREE - ay;
    const length = Math.sqrt(dx * dx + dy * dy);
    const along = length === 0 ? 0 : -(ax * dx + ay * dy) / length;
    const t = along <= SAME_PLACE_METERS ? 0 : along >= length - SAME_PLACE_METERS ? 1 : along / length;
    const [x, y] = [ax + t * dx, ay + t * dy];
    return { t, meters: Math.sqrt(x * x + y * y) };
  }
}

/** The streets with a node wherever a gate stands; two gates at one place are one node with the tags of both. */
function withNodes(streets: Streets, feet: Foot[]): Streets {
  const { wayStart, wayTags } = streets;
  const lng = Array.from(streets.lng);
  const lat = Array.from(streets.lat);
  const nodeTags = new Map(streets.nodeTags);
  const tag = (node: number, tags: Tags) => nodeTags.set(node, { ...nodeTags.get(node), ...tags });
  const added = new Map<number, { t: number; node: number }[]>();
  feet.sort((a, b) => a.piece - b.piece || a.t - b.t);
  for (const { piece, t, gate } of feet) {
    const [a, b] = [streets.ref[piece], streets.ref[piece + 1]];
    if (t === 0 || t === 1) {
      tag(t === 0 ? a : b, gate.tags);
      continue;
    }
    const here = added.get(piece) ?? [];
    added.set(piece, here);
    const last = here.at(-1);
    const node =
      last?.t === t ? last.node : lng.push(streets.lng[a] + t * (streets.lng[b] - streets.lng[a])) - 1;
    if (last?.t !== t) lat.push(streets.lat[a] + t * (streets.lat[b] - streets.lat[a]));
    here.push({ t, node });
    tag(node, gate.tags);
  }
  const ref: number[] = [];
  const starts = [0];
  for (let way = 0; way < wayTags.length; way++) {
    for (let r = wayStart[way]; r < wayStart[way + 1]; r++) {
      ref.push(streets.ref[r]);
      for (const { node } of added.get(r) ?? []) if (ref[ref.length - 1] !== node) ref.push(node);
    }
    starts.push(ref.length);
  }
  return {
    ...streets,
    nodeCount: lng.length,
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
    wayStart: Uint32Array.from(starts),
    ref: Uint32Array.from(ref),
    nodeTags,
  };
}
