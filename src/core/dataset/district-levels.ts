import { cosineOfDegrees } from '../trigonometry.ts';
import type { PolygonSet } from './population.ts';
import type { DistrictDraft } from './read-districts.ts';

/** Words for levels, largest unit first; the first pattern that matches ranks a level. */
const LEVEL_WORDS: readonly RegExp[] = [
  /^(国|国家|country|nation)$/i,
  /^(省|自治区|province|state)/i,
  /^(市|地级市|city|municipality)/i,
  /^(区|县|区县|市辖区|县级|district|county)/i,
  /^(街道|镇|乡|乡镇|街镇|subdistrict|street|town|township)/i,
  /^(社区|村|居委|居村委|村居|community|neighbou?rhood|village)/i,
  /^(小区|网格|地块|compound|block)/i,
];
const MAX_DEPTH = 16;

/** The tiers of administration that clauses speak of, in the order of the words above; a compound is none. */
export type AdministrativeTier = 'province' | 'prefecture' | 'county' | 'township' | 'community' | 'village';

const TIER_OF_WORD: readonly (AdministrativeTier | undefined)[] = [
  undefined,
  'province',
  'prefecture',
  'county',
  'township',
  'community',
  undefined,
];
const VILLAGE_WORDS = /^(村|行政村|自然村|village)/i;

/**
 * The tier that a level's name speaks of. Undefined for names that say none, `district` among them: that is what the one
 * level of a file without names is called.
 */
export function tierOf(levelName: string): AdministrativeTier | undefined {
  const name = levelName.trim();
  if (name === 'district') return undefined;
  if (VILLAGE_WORDS.test(name) && !/^村居/.test(name)) return 'village';
  const word = LEVEL_WORDS.findIndex((pattern) => pattern.test(name));
  return word < 0 ? undefined : TIER_OF_WORD[word];
}

/** Index of the level of a tier, -1 where there is none. 社区 and 村 are one tier of the statistics: each stands in for the other. */
export function levelOfTier(levels: readonly string[], tier: AdministrativeTier): number {
  const tiers = levels.map(tierOf);
  const exact = tiers.indexOf(tier);
  if (exact >= 0 || (tier !== 'community' && tier !== 'village')) return exact;
  return tiers.findIndex((one) => one === 'community' || one === 'village');
}

/**
 * Names of the levels, largest unit first: by the parents written in the file, else by the words they are named with, else by
 * mean area.
 */
export function orderLevels(drafts: DistrictDraft[], parent: Int32Array, shapes: PolygonSet): string[] {
  const levels = [...new Set(drafts.map((draft) => draft.level))];
  if (levels.length === 1) return levels;
  const mean = (measure: (row: number) => number) =>
    new Map(levels.map((level) => [level, meanOf(drafts, level, measure)]));
  const order = (rank: Map<string, number>) => levels.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));

  const depth = mean((i) => depthOf(i, parent));
  if (new Set(depth.values()).size === levels.length) return order(depth);
  const words = new Map(levels.map((level) => [level, LEVEL_WORDS.findIndex((word) => word.test(level))]));
  if (levels.every((level) => words.get(level) !== -1)) return order(words);
  return order(mean((i) => -drafts[i].rows.reduce((sum, row) => sum + areaOf(shapes, row), 0)));
}

function meanOf(drafts: DistrictDraft[], level: string, measure: (row: number) => number): number {
  let sum = 0;
  let count = 0;
  drafts.forEach((draft, i) => {
    if (draft.level !== level) return;
    sum += measure(i);
    count++;
  });
  return sum / count;
}

/** Number of ancestors; a file can hold a circle, so it is bounded. */
function depthOf(row: number, parent: Int32Array): number {
  let depth = 0;
  for (let at = parent[row]; at !== -1 && depth < MAX_DEPTH; at = parent[at]) depth++;
  return depth;
}

/** Square degrees times cos(latitude): only compared, never shown. Holes count against the whole by even-odd, nearly enough. */
function areaOf(shapes: PolygonSet, polygon: number): number {
  let area = 0;
  for (let r = shapes.polygonStart[polygon]; r < shapes.polygonStart[polygon + 1]; r++) {
    const [start, end] = [shapes.ringStart[r], shapes.ringStart[r + 1]];
    let twice = 0;
    for (let i = start, j = end - 1; i < end; j = i++) {
      twice += shapes.lng[j] * shapes.lat[i] - shapes.lng[i] * shapes.lat[j];
    }
    area += Math.abs(twice / 2) * cosineOfDegrees(shapes.lat[start]);
  }
  return area;
}
