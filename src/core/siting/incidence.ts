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

/**
 * The pairs of `reach` that `keep` keeps, sites and places renumbered; the least metres where a pair repeats. Listed by place
 * first, so that the places of each site come out ascending without sorting.
 */
export function incidenceOf(
  reach: Catchments,
  siteAt: Int32Array,
  placeAt: Int32Array,
  keep: (meters: number) => boolean,
): Incidence {
  const listed = byPlace(reach, siteAt, placeAt, keep);
  const start = new Uint32Array(siteAt.length + 1);
  const lastPlace = new Int32Array(siteAt.length).fill(-1);
  eachPair(listed, (s, i) => {
    if (lastPlace[s] !== i) start[s + 1]++;
    lastPlace[s] = i;
  });
  for (let s = 0; s < siteAt.length; s++) start[s + 1] += start[s];
  const next = start.slice();
  const place = new Int32Array(start[siteAt.length]);
  const meters = new Float64Array(place.length);
  lastPlace.fill(-1);
  eachPair(listed, (s, i, distance) => {
    if (lastPlace[s] === i) {
      meters[next[s] - 1] = Math.min(meters[next[s] - 1], distance);
      return;
    }
    lastPlace[s] = i;
    place[next[s]] = i;
    meters[next[s]++] = distance;
  });
  return withPlaceSide(siteAt.length, placeAt.length, start, place, meters);
}

interface Listed {
  start: Uint32Array;
  site: Int32Array;
  meters: Float64Array;
}

function byPlace(
  reach: Catchments,
  siteAt: Int32Array,
  placeAt: Int32Array,
  keep: (meters: number) => boolean,
): Listed {
  const start = new Uint32Array(placeAt.length + 1);
  for (let e = 0; e < reach.place.length; e++)
    if (keep(reach.meters[e])) start[placeAt[reach.place[e]] + 1]++;
  for (let i = 0; i < placeAt.length; i++) start[i + 1] += start[i];
  const next = start.slice();
  const site = new Int32Array(start[placeAt.length]);
  const meters = new Float64Array(site.length);
  for (let row = 0; row < reach.rows.length; row++) {
    for (let e = reach.start[row]; e < reach.start[row + 1]; e++) {
      if (!keep(reach.meters[e])) continue;
      const at = next[placeAt[reach.place[e]]]++;
      site[at] = siteAt[reach.rows[row]];
      meters[at] = reach.meters[e];
    }
  }
  return { start, site, meters };
}

function eachPair(
  { start, site, meters }: Listed,
  visit: (site: number, place: number, meters: number) => void,
): void {
  for (let i = 0; i + 1 < start.length; i++) {
    for (let e = start[i]; e < start[i + 1]; e++) visit(site[e], i, meters[e]);
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

/** Short lists are sorted where they stand; long ones by way of an order. */
const SHORT = 48;

function sortNearestFirst(meters: Float64Array, site: Int32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    const order = Array.from({ length: to - from }, (_, k) => from + k);
    order.sort((a, b) => meters[a] - meters[b] || site[a] - site[b]);
    const sortedMeters = order.map((e) => meters[e]);
    const sortedSites = order.map((e) => site[e]);
    meters.set(sortedMeters, from);
    site.set(sortedSites, from);
    return;
  }
  // Sites ascend to begin with, and only a greater distance moves: equal ones keep the lower site first.
  for (let k = from + 1; k < to; k++) {
    const [distance, number] = [meters[k], site[k]];
    let at = k;
    for (; at > from && meters[at - 1] > distance; at--) {
      meters[at] = meters[at - 1];
      site[at] = site[at - 1];
    }
    meters[at] = distance;
    site[at] = number;
  }
}
