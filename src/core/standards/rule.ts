import type { ServiceId } from '../dataset/services.ts';

/**
 * How a standard is judged, apart from the number it sets: what is counted, of which facilities, against which people,
 * in which units of land. One kind, one evaluator. Made by hand from the text of each record; the table in
 * `data/standards/README.md` says which record has which rule, and why some have none.
 */
export type Rule =
  | RatioRule
  | ShareRule
  | ShareOfDistrictsRule
  | CountPerDistrictRule
  | CoverageRule
  | CoverageOfAllRule
  | TotalRule
  | FacilitySizeRule
  | CatchmentPeopleRule
  | MobileVisitsRule
  | InequalityRule
  | TiersRule
  | EnteredRule
  | CheckedRule;

export type RuleKind = Rule['kind'];

/**
 * Which facilities count, and what of them is summed. `facilities` counts them; `places`, `beds`, `landArea`,
 * `floorArea` and the attributes of `data/attributes` are columns of the facilities.
 */
export interface Supply {
  services: ServiceId[];
  attribute: string;
  /** Only facilities that fulfil all of these. A facility whose attribute is missing is not surveyed. */
  where?: Condition[];
}

export type Condition =
  | { attribute: string; atLeast: number }
  | { attribute: string; below: number }
  | { attribute: string; is: string[] };

/** The tiers of administration that clauses speak of; `districtTier` finds them among the levels of the data. */
export type Tier = 'province' | 'prefecture' | 'county' | 'township' | 'community' | 'village';

/** Supply ÷ group × per: places per 1,000, m² a person, m² per 100 households (group `dwellings`), enrolment in per cent. */
export interface RatioRule {
  kind: 'ratio';
  supply: Supply;
  /** Demand column or age group in the denominator. */
  group: string;
  /** 1, 100, 1000, 10000, 100000, 500000. */
  per: number;
}

/** Part ÷ whole × 100, both summed over facilities: nursing beds among beds, inclusive places among places. */
export interface ShareRule {
  kind: 'share';
  part: Supply;
  whole: Supply;
}

/** Share of the districts of a tier that have at least `atLeast` of the supply, in per cent. */
export interface ShareOfDistrictsRule {
  kind: 'share-of-districts';
  tier: Tier;
  supply: Supply;
  atLeast: number;
  /** Divide the supply of each district by this group first: land per person of every new area. */
  perGroup?: string;
}

/** So many in every district of each tier; where there is a condition, only in districts that fulfil it. */
export interface CountPerDistrictRule {
  kind: 'count-per-district';
  tiers: Tier[];
  supply: Supply;
  /**
   * Only districts that fulfil any one of these are judged: 500,000 people or 200 orphans. A group that is not in the
   * data is passed over; when none is, no district can be judged.
   */
  when?: GroupCondition[];
}

/** `above` is not `atLeast`: "more than 500,000" leaves out 500,000 itself. */
export type GroupCondition = { group: string; atLeast: number } | { group: string; above: number };

export type CoverageLimit = { meters: number } | { minutes: number; mode: 'walk' | 'drive' };

/** Share of a group within the limit of the nearest facility, in per cent. The base may be people, land or dwellings. */
export interface CoverageRule {
  kind: 'coverage';
  supply: Supply;
  group: string;
  limit: CoverageLimit;
  /** Share that has to be reached, per cent; 100 where the text names none. */
  share: number;
  /** The clause says how to measure; else the project's reading is taken and shown. */
  reading?: 'straight' | 'network';
}

/** Share of a group that has every one of the services within the limit, in per cent; the weakest service is named. */
export interface CoverageOfAllRule {
  kind: 'coverage-of-all';
  /** Each entry is fulfilled by any of its services. */
  baskets: { zh: string; en: string; services: ServiceId[] }[];
  group: string;
  limit: CoverageLimit;
  share: number;
}

/** One sum for the whole area: beds in all, number of stations; with `<=` a cap. `unit` counts in tens of thousands when 10000. */
export interface TotalRule {
  kind: 'total';
  supply: Supply;
  unit: number;
}

/** Every facility on its own: m² of a park, beds of a home, m² a bed, children a class. */
export interface FacilitySizeRule {
  kind: 'facility-size';
  services: ServiceId[];
  attribute: string;
  dividedBy?: string;
  where?: Condition[];
  /** The value is divided by this before it is compared: 10000 turns m² into hectares, 0.01 a part into per cent. 1 if absent. */
  unit?: number;
  /** The clause is a flag, not a duty: what fulfils it is listed (schools under 100 pupils), nobody falls short. */
  flag?: boolean;
  /** The clause prints `=` for a size that is meant as a bound: classes of 45 are classes of at most 45. */
  judgedAs?: '<=' | '>=';
}

/** People that every facility has within its catchment, those of shared places divided by nearness: too many, too few. */
export interface CatchmentPeopleRule {
  kind: 'catchment-people';
  services: ServiceId[];
  group: string;
  /** Catchment; absent: everybody goes to the nearest. */
  limit?: CoverageLimit;
}

/** Visits of a mobile service: so many a period in every district of the tier. */
export interface MobileVisitsRule {
  kind: 'mobile-visits';
  services: ServiceId[];
  tier: Tier;
  period: 'week' | 'month';
}

/** Spread of the supply per head across districts of a tier, or across people: Gini index. Shown, judged when a value is set. */
export interface InequalityRule {
  kind: 'inequality';
  supply: Supply;
  group: string;
  tier: Tier;
}

/**
 * A system of levels: each node of each tier must be there, and have its parent. Two levels of one tier are two kinds of
 * node that every district of the tier needs. The value is the share of nodes that are there, in per cent.
 */
export interface TiersRule {
  kind: 'tiers';
  levels: { tier: Tier; zh: string; en: string; supply: Supply }[];
}

/** Cannot be computed from a map: the user enters the value, by district or for the whole, and it is followed. */
export interface EnteredRule {
  kind: 'entered';
  /** Why it cannot be computed. */
  why: { zh: string; en: string };
}

/** A rule of design or process: the user says fulfilled or not. */
export interface CheckedRule {
  kind: 'checked';
  why: { zh: string; en: string };
}
