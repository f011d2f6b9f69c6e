import { type Issue, UnusableData } from '../issue.ts';
import { couldBeStreet, type Streets, type Tags } from './streets.ts';

/**
 * Gathers ways first and then only the nodes they pass, so that the millions of other nodes of a city (houses, trees)
 * are never held. Used by both OSM readers, in two passes over the file.
 */
export class OsmCollector {
  private readonly wayRefs: number[] = [];
  private readonly wayStart: number[] = [0];
  private readonly wayTags: Tags[] = [];
  /** Distinct ids of the nodes that ways pass, ascending, once the ways are known. */
  private ids = new Float64Array(0);
  private lng = new Float64Array(0);
  private lat = new Float64Array(0);
  private readonly nodeTags = new Map<number, Tags>();

  addWay(refs: number[], tags: Tags): void {
    if (refs.length < 2 || !couldBeStreet(tags)) return;
    for (const ref of refs) this.wayRefs.push(ref);
    this.wayStart.push(this.wayRefs.length);
    this.wayTags.push(tags);
  }

  /** Between the passes. Throws when there is not a single street. */
  finishWays(): void {
    if (this.wayTags.length === 0) throw new UnusableData({ code: 'streets-none' });
    const sorted = Float64Array.from(this.wayRefs).sort();
    this.ids = sorted.filter((id, i) => i === 0 || id !== sorted[i - 1]);
    this.lng = new Float64Array(this.ids.length).fill(Number.NaN);
    this.lat = new Float64Array(this.ids.length).fill(Number.NaN);
  }

  /** Row of a node that some way passes, else -1. */
  rowOf(id: number): number {
    let low = 0;
    let high = this.ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.ids[middle] === id) return middle;
      if (this.ids[middle] < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  setNode(row: number, lng: number, lat: number, tags: Tags | undefined): void {
    this.lng[row] = lng;
    this.lat[row] = lat;
    if (tags) this.nodeTags.set(row, tags);
  }

  /** Extracts cut at a border name nodes they do not hold: a way is cut there, and its parts are kept. */
  finish(file: string, format: Streets['format']): Streets {
    const ref: number[] = [];
    const wayStart: number[] = [0];
    const wayTags: Tags[] = [];
    let missing = 0;
    for (let w = 0; w < this.wayTags.length; w++) {
      let run: number[] = [];
      const flush = () => {
        if (run.length >= 2) {
          for (const row of run) ref.push(row);
          wayStart.push(ref.length);
          wayTags.push(this.wayTags[w]);
        }
        run = [];
      };
      for (let r = this.wayStart[w]; r < this.wayStart[w + 1]; r++) {
        const row = this.rowOf(this.wayRefs[r]);
        if (Number.isNaN(this.lng[row])) {
          missing++;
          flush();
        } else run.push(row);
      }
      flush();
    }
    if (wayTags.length === 0) throw new UnusableData({ code: 'streets-none' });
    const issues: Issue[] = [];
    if (missing > 0)
      issues.push({ severity: 'note', code: 'street-nodes-missing', file, values: { count: missing } });
    return {
      file,
      format,
      topological: true,
      nodeCount: this.ids.length,
      lng: this.lng,
      lat: this.lat,
      wayStart: Uint32Array.from(wayStart),
      ref: Uint32Array.from(ref),
      wayTags,
      nodeTags: this.nodeTags,
      issues,
    };
  }
}
