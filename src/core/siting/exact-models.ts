import type { Incidence } from './incidence.ts';
import type { Instance } from './instance.ts';
import { addSites, ModelBuilder } from './model-builder.ts';
import { lostMeters } from './models.ts';
import type { MixedIntegerModel } from './problem.ts';
import type { Rules } from './rules.ts';

/** Maximal coverage: a place counts when one of its sites is open. Places that the same sites reach are one row. */
export function coverageModel({ reach, weight, rules }: Instance): MixedIntegerModel {
  const model = new ModelBuilder();
  addSites(model, rules, () => 0);
  const alike = new Map<string, { sites: Int32Array; people: number }>();
  for (let i = 0; i < reach.places; i++) {
    const sites = reach.site.slice(reach.placeStart[i], reach.placeStart[i + 1]).sort();
    if (weight[i] <= 0 || sites.length === 0) continue;
    const key = sites.join();
    const known = alike.get(key);
    if (known) known.people += weight[i];
    else alike.set(key, { sites, people: weight[i] });
  }
  for (const { sites, people } of alike.values()) {
    const column = model.addColumn(people, 0, 1, false);
    model.addRow(0, Number.POSITIVE_INFINITY, [
      ...Array.from(sites, (s): [number, number] => [s, 1]),
      [column, -1],
    ]);
  }
  return model.build('maximize');
}

/** Set covering: every place with somebody has an open site; least cost. */
export function coverModel(
  cover: Incidence,
  weight: Float64Array,
  rules: Rules,
  cost: Float64Array,
): MixedIntegerModel {
  const model = new ModelBuilder();
  // Locked sites cost nothing.
  addSites(model, rules, (s) => (rules.locked[s] ? 0 : cost[s]));
  const known = new Set<string>();
  for (let i = 0; i < cover.places; i++) {
    if (weight[i] <= 0) continue;
    const sites = cover.site.slice(cover.placeStart[i], cover.placeStart[i + 1]).sort();
    const key = sites.join();
    if (known.has(key)) continue;
    known.add(key);
    model.addRow(
      1,
      Number.POSITIVE_INFINITY,
      Array.from(sites, (s): [number, number] => [s, 1]),
    );
  }
  return model.build('minimize');
}

/** p-median: every place goes to one open site, or is lost. */
export function medianModel(instance: Instance): MixedIntegerModel {
  const { reach, weight, rules } = instance;
  const model = new ModelBuilder();
  addSites(model, rules, () => 0);
  const lost = lostMeters(instance);
  for (let i = 0; i < reach.places; i++) {
    if (weight[i] <= 0) continue;
    const parts: [number, number][] = [[model.addColumn(weight[i] * lost, 0, 1, false), 1]];
    for (let e = reach.placeStart[i]; e < reach.placeStart[i + 1]; e++) {
      const column = model.addColumn(weight[i] * reach.placeMeters[e], 0, 1, false);
      parts.push([column, 1]);
      model.addRow(0, Number.POSITIVE_INFINITY, [
        [reach.site[e], 1],
        [column, -1],
      ]);
    }
    model.addRow(1, 1, parts);
  }
  return model.build('minimize');
}

/** Maximal coverage with capacities: people of a place in reach, in one site each, sites between least and full load. */
export function capacityModel({ reach, weight, rules, capacity, minimum }: Instance): MixedIntegerModel {
  const model = new ModelBuilder();
  addSites(model, rules, () => 0);
  const parts: [number, number][][] = Array.from({ length: reach.places }, () => []);
  for (let s = 0; s < rules.sites; s++) {
    const load: [number, number][] = [];
    for (let e = reach.siteStart[s]; e < reach.siteStart[s + 1]; e++) {
      const i = reach.place[e];
      const most = Math.min(weight[i], capacity[s]);
      if (most <= 0) continue;
      const column = model.addColumn(1, 0, most, false);
      model.addRow(0, Number.POSITIVE_INFINITY, [
        [s, most],
        [column, -1],
      ]);
      load.push([column, -1]);
      parts[i].push([column, 1]);
    }
    if (Number.isFinite(capacity[s])) model.addRow(0, Number.POSITIVE_INFINITY, [[s, capacity[s]], ...load]);
    if (minimum[s] > 0 && !rules.locked[s]) {
      model.addRow(Number.NEGATIVE_INFINITY, 0, [[s, minimum[s]], ...load]);
    }
  }
  for (let i = 0; i < reach.places; i++) if (parts[i].length > 1) model.addRow(0, weight[i], parts[i]);
  return model.build('maximize');
}
