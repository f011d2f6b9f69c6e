import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardsReadme } from '../../data/standards/generator/readme.ts';
import { ATTRIBUTES } from '../../src/core/dataset/attributes.ts';
import { ageRangeOf } from '../../src/core/dataset/groups.ts';
import { SERVICES } from '../../src/core/dataset/services.ts';
import { PROFILES } from '../../src/core/standards/profiles.ts';
import type { Condition, Rule, Supply } from '../../src/core/standards/rule.ts';
import {
  isComputable,
  STANDARDS,
  type Standard,
  servicesOfStandard,
} from '../../src/core/standards/standard.ts';
import { standardSchema } from '../../src/core/standards/standard-schema.ts';
import { describeWithData } from '../shared-data.ts';

const SERVICE_IDS = new Set(SERVICES.map(({ id }) => id));
const ATTRIBUTE_OF = new Map(ATTRIBUTES.map((attribute) => [attribute.id, attribute]));
const COLUMNS = new Set(['facilities', 'landArea', 'floorArea', 'capacity']);
const NAMED_GROUPS = new Set(['people', 'dwellings', 'orphans', 'resettled']);

interface Parts {
  attributes: string[];
  conditions: Condition[];
  groups: string[];
}

/** Everything that a rule names. */
function partsOf(rule: Rule): Parts {
  const ofSupplies = (supplies: Supply[], groups: string[] = []): Parts => ({
    attributes: supplies.map(({ attribute }) => attribute),
    conditions: supplies.flatMap(({ where = [] }) => where),
    groups,
  });
  switch (rule.kind) {
    case 'ratio':
    case 'coverage':
    case 'inequality':
      return ofSupplies([rule.supply], [rule.group]);
    case 'share':
      return ofSupplies([rule.part, rule.whole]);
    case 'share-of-districts':
      return ofSupplies([rule.supply], rule.perGroup ? [rule.perGroup] : []);
    case 'count-per-district':
      return ofSupplies(
        [rule.supply],
        (rule.when ?? []).map(({ group }) => group),
      );
    case 'coverage-of-all':
    case 'catchment-people':
      return ofSupplies([], [rule.group]);
    case 'total':
      return ofSupplies([rule.supply]);
    case 'facility-size': {
      const attributes = [rule.attribute, ...(rule.dividedBy ? [rule.dividedBy] : [])];
      return { attributes, conditions: rule.where ?? [], groups: [] };
    }
    case 'tiers':
      return ofSupplies(rule.levels.map(({ supply }) => supply));
    default:
      return ofSupplies([]);
  }
}

const named = (ids: (standard: Standard) => boolean) => STANDARDS.filter(ids).map(({ id }) => id);

describe('the library of standards', () => {
  it('is what a project can carry, each under a name of its own', () => {
    for (const standard of STANDARDS)
      expect([standard.id, standardSchema.safeParse(standard).error]).toEqual([standard.id, undefined]);
    expect(new Set(STANDARDS.map(({ id }) => id)).size).toBe(STANDARDS.length);
  });

  it('has both names, both reasons and both scopes everywhere', () => {
    const empty = STANDARDS.filter(({ zh, en, scope, rule }) => {
      const why = 'why' in rule ? [rule.why.zh, rule.why.en] : [];
      return [zh, en, ...(scope ? [scope.zh, scope.en] : []), ...why].some((text) => text.trim() === '');
    });
    expect(empty).toEqual([]);
    // Chinese words are Chinese, English words hold none.
    expect(named(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
    expect(
      named(({ en, scope }) => /\p{Script=Han}/u.test(en + (scope?.en ?? '').replace('市', ''))),
    ).toEqual([]);
  });

  it('names services, attributes, values and groups that exist', () => {
    for (const { id, rule } of STANDARDS) {
      const at = servicesOfStandard({ rule }).filter((service) => !SERVICE_IDS.has(service));
      expect([id, at]).toEqual([id, []]);
      const { attributes, conditions, groups } = partsOf(rule);
      for (const attribute of [...attributes, ...conditions.map((one) => one.attribute)]) {
        expect([id, attribute, COLUMNS.has(attribute) || ATTRIBUTE_OF.has(attribute)]).toEqual([
          id,
          attribute,
          true,
        ]);
      }
      for (const condition of conditions) {
        if (!('is' in condition)) continue;
        const values = ATTRIBUTE_OF.get(condition.attribute)?.values?.map((value) => value.id);
        expect(values).toEqual(expect.arrayContaining(condition.is));
      }
      for (const group of groups) {
        expect([id, group, NAMED_GROUPS.has(group) || ageRangeOf(group) !== undefined]).toEqual([
          id,
          group,
          true,
        ]);
      }
    }
  });

  it('sums columns of numbers, and asks words of columns of words', () => {
    for (const { rule } of STANDARDS) {
      const { attributes, conditions } = partsOf(rule);
      for (const attribute of attributes)
        expect(ATTRIBUTE_OF.get(attribute)?.kind ?? 'number').toBe('number');
      for (const condition of conditions) {
        expect(ATTRIBUTE_OF.get(condition.attribute)?.kind ?? 'number').toBe(
          'is' in condition ? 'text' : 'number',
        );
      }
    }
  });

  it('takes the limit of a coverage from the number of the clause, where that is one', () => {
    for (const { id, rule, operator, value, unit } of STANDARDS) {
      if (rule.kind !== 'coverage' || operator !== '<=' || !/^(m|min)\b/.test(unit)) continue;
      const limit = 'meters' in rule.limit ? rule.limit.meters : rule.limit.minutes;
      expect([id, limit]).toEqual([id, value]);
    }
  });

  it('computes all that the source calls computable, but for three results of surveys', () => {
    expect(
      named((one) => ['full', 'needs-attribute'].includes(one.computability) && !isComputable(one)),
    ).toEqual(['cn14-base-balanced-county', 'gs14-base-retention', 'gs14-base-exercise']);
    // Which districts are partners is not in the text.
    expect(named((one) => one.computability === 'network-model' && !isComputable(one))).toEqual([
      'bj14-suburb-elder-pair',
    ]);
    expect(named((one) => one.computability === 'tracked' && one.rule.kind !== 'entered')).toEqual([]);
    const byHand = ['design-check', 'checklist'];
    expect(named((one) => byHand.includes(one.computability) && one.rule.kind !== 'checked')).toEqual([]);
  });

  it('belongs to profiles, none of which is empty', () => {
    const ids = PROFILES.map(({ id }) => id);
    expect(new Set(STANDARDS.map(({ profile }) => profile))).toEqual(new Set(ids));
    for (const { gaps = [] } of PROFILES) for (const { zh, en } of gaps) expect(zh && en).not.toBe('');
  });

  it('has variants that differ from a record of the library in their number and facilities only', () => {
    const variants = STANDARDS.filter(({ variantOf }) => variantOf !== undefined);
    expect(variants).toHaveLength(9);
    for (const variant of variants) {
      const parent = STANDARDS.find(({ id }) => id === variant.variantOf);
      expect(parent?.source).toEqual(variant.source);
      expect(parent?.profile).toBe(variant.profile);
      expect(parent?.value).not.toEqual(variant.value);
    }
  });

  it('is in the table of the README, as it is now', () => {
    const readme = readFileSync(new URL('../../data/standards/README.md', import.meta.url), 'utf8');
    expect(readme).toBe(standardsReadme());
    for (const { id } of STANDARDS) expect(readme).toContain(`| \`${id}\` |`);
  });
});

interface SourceRecord {
  [field: string]: unknown;
  id: string;
  operator: string;
  value: unknown;
  binding: string;
}

describeWithData('the records that the library was made from', '../standards.json', (path) => {
  const records: SourceRecord[] = JSON.parse(readFileSync(path, 'utf8'));
  const FACTS = [
    ...['serviceType', 'measure', 'unit', 'baseYear', 'baseValue', 'targetYear', 'jurisdiction', 'source'],
    ...['verified', 'verification', 'formula', 'computability', 'note'],
  ];

  it('are all there, in their order, with the same facts', () => {
    const own = STANDARDS.filter(({ variantOf }) => variantOf === undefined);
    expect(own.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    records.forEach((record, i) => {
      const ours: Record<string, unknown> = own[i];
      for (const fact of FACTS)
        expect([record.id, fact, ours[fact]]).toEqual([record.id, fact, record[fact]]);
      expect(own[i].force).toBe(record.binding);
      expect(own[i].operator).toBe(record.operator === '1..2' ? 'range' : record.operator);
    });
  });

  it('have the same numbers; the others of a list are variants', () => {
    for (const { id, value, operator } of records) {
      const ours = STANDARDS.find((standard) => standard.id === id);
      const variants = STANDARDS.filter(({ variantOf }) => variantOf === id).map((variant) => variant.value);
      const isList = Array.isArray(value) && ours?.operator !== 'range';
      if (isList) expect([id, operator, [ours?.value, ...variants]]).toEqual([id, operator, value]);
      else expect([id, ours?.value]).toEqual([id, value]);
    }
  });
});
