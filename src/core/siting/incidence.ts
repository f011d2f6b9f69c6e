import type { Catchments } from '../analysis/catchments.ts';

/**
 * Who reaches whom, read from both sides. Site s reaches `place[e]` over `siteMeters[e]` for e in `siteStart[s] ..
 * siteStart[s+1]`, places ascending; place i is reached by `site[e]` over `placeMeters[e]` for e in `placeStart[i] ..
 * placeStart[i+1]`, nearest first, equal metres by lower site.
 */
export interface Incidence {
  sites: number;
  places: number;
  siteStart: Uint32Array;
  place: Int32Array;
  siteMeters: Float64Array;
  placeStart: Uint32Array;
  site: Int32Array;
  placeMeters: Float64Array;
}

/** The pairs of `reach` that `keep` keeps, sites and places renumbered; the least metres where a pair repeats. */
export function incidenceOf(
  reach: Catchments,
  siteAt: Int32Array,
  placeAt: Int32Array,
  keep: (meters: number) => boolean,
): Incidence {
  const rowOfSite = new Int32Array(siteAt.length).fill(-1);
  for (let row = 0; row < reach.rows.length; row++) rowOfSite[siteAt[reach.rows[row]]] = row;
  const start = new Uint32Array(siteAt.length + 1);
  const place: number[] = [];
  const meters: number[] = [];
  for (let s = 0; s < siteAt.length; s++) {
    const row = rowOfSite[s];
    if (row >= 0) appendRow(reach, row, placeAt, keep, place, meters);
    start[s + 1] = place.length;
  }
  return withPlaceSide(
    siteAt.length,
    placeAt.length,
    start,
    Int32Array.from(place),
    Float64Array.from(meters),
  );
}

function appendRow(
  reach: Catchments,
  row: number,
  placeAt: Int32Array,
  keep: (meters: number) => boolean,
  place: number[],
  meters: number[],
): void {
  const entries: number[] = [];
  for (let e = reach.start[row]; e < reach.start[row + 1]; e++) if (keep(reach.meters[e])) entries.push(e);
  entries.sort(
    (a, b) => placeAt[reach.place[a]] - placeAt[reach.place[b]] || reach.meters[a] - reach.meters[b],
  );
  let last = -1;
  for (const e of entries) {
    const i = placeAt[reach.place[e]];
    if (i === last) continue;
    last = i;
    place.push(i);
    meters.push(reach.meters[e]);
  }
}

/** The part of an incidence within a limit (≤). */
export function within(whole: Incidence, limitMeters: number): Incidence {
  const start = new Uint32Array(whole.sites + 1);
  let count = 0;
  for (let s = 0; s < whole.sites; s++) {
    for (let e = whole.siteStart[s]; e < whole.siteStart[s + 1]; e++) {
      if (whole.siteMeters[e] <= limitMeters) count++;
    }
    start[s + 1] = count;
  }
  if (count === whole.place.length) return whole;
  const place = new Int32Array(count);
  const meters = new Float64Array(count);
  for (let e = 0, next = 0; e < whole.place.length; e++) {
    if (whole.siteMeters[e] > limitMeters) continue;
    place[next] = whole.place[e];
    meters[next++] = whole.siteMeters[e];
  }
  return withPlaceSide(whole.sites, whole.places, start, place, meters);
}

function withPlaceSide(
  sites: number,
  places: number,
  siteStart: Uint32Array,
  place: Int32Array,
  siteMeters: Float64Array,
): Incidence {
  const placeStart = new Uint32Array(places + 1);
  for (const i of place) placeStart[i + 1]++;
  for (let i = 0; i < places; i++) placeStart[i + 1] += placeStart[i];
  const next = placeStart.slice();
  const site = new Int32Array(place.length);
  const placeMeters = new Float64Array(place.length);
  for (let s = 0; s < sites; s++) {
    for (let e = siteStart[s]; e < siteStart[s + 1]; e++) {
      const at = next[place[e]]++;
      site[at] = s;
      placeMeters[at] = siteMeters[e];
    }
  }
  for (let i = 0; i < places; i++) sortNearestFirst(placeMeters, site, placeStart[i], placeStart[i + 1]);
  return { sites, places, siteStart, place, siteMeters, placeStart, site, placeMeters };
}

function sortNearestFirst(meters: Float64Array, site: Int32Array, from: number, to: number): void {
  const order = Array.from({ length: to - from }, (_, k) => from + k);
  order.sort((a, b) => meters[a] - meters[b] || site[a] - site[b]);
  const sortedMeters = order.map((e) => meters[e]);
  const sortedSites = order.map((e) => site[e]);
  meters.set(sortedMeters, from);
  site.set(sortedSites, from);
}
