import { describe, expect, it } from 'vitest';
import { standardSchema } from '../../src/core/standards/standard-schema.ts';
import { type OwnDraft, ownStandard } from '../../src/view/own-standard.ts';

const DRAFT: OwnDraft = {
  name: ' 每千人托位 ',
  title: '本区规划',
  section: '第三条',
  year: 2027,
  kind: 'ratio',
  service: 'childcare',
  attribute: 'places',
  per: 1000,
  group: 'people',
  value: 5,
  meters: 300,
  share: 90,
  tier: 'township',
};

describe('a standard of the user', () => {
  it('is one that a project can hold, whatever its measure', () => {
    for (const kind of ['ratio', 'coverage', 'count'] as const) {
      const standard = ownStandard({ ...DRAFT, kind }, 'own-1');
      expect(standardSchema.parse(standard)).toEqual(standard);
      expect(standard).toMatchObject({ zh: '每千人托位', profile: 'own', targetYear: 2027 });
    }
  });

  it('says what is counted and against what', () => {
    expect(ownStandard(DRAFT, 'own-1')).toMatchObject({
      operator: '>=',
      value: 5,
      unit: 'places/1000 pop',
      rule: {
        kind: 'ratio',
        group: 'people',
        per: 1000,
        supply: { services: ['childcare'], attribute: 'places' },
      },
    });
    expect(ownStandard({ ...DRAFT, kind: 'coverage' }, 'own-1')).toMatchObject({
      operator: '<=',
      value: 300,
      rule: { kind: 'coverage', limit: { meters: 300 }, share: 90 },
    });
  });
});
