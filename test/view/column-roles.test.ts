import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/core/table/mapping.ts';
import { columnRoleName } from '../../src/view/column-role-names.ts';
import { assignColumn, changeRole, columnRole, columnRoles, UNUSED } from '../../src/view/column-roles.ts';
import { sayIn } from '../../src/view/words/index.ts';

const facilities: Mapping = { role: 'facilities', crs: 'gcj02', lng: 'x', lat: 'y', name: '名称' };
const people: Mapping = {
  role: 'people',
  crs: 'wgs84',
  lng: 'x',
  lat: 'y',
  demand: [{ column: '人口', as: 'people', unit: 'people' }],
};

describe('roles of columns', () => {
  it('reads a mapping column by column', () => {
    expect(columnRole(facilities, 'x')).toBe('lng');
    expect(columnRole(facilities, '备注')).toBe(UNUSED);
    expect(columnRole(people, '人口')).toBe('demand:people');
  });

  it('offers every role a column already has', () => {
    for (const column of ['x', 'y', '人口'])
      expect(columnRoles(people)).toContain(columnRole(people, column));
  });

  it('gives a role to one column only', () => {
    const moved = assignColumn(facilities, '简称', 'name');
    expect(columnRole(moved, '简称')).toBe('name');
    expect(columnRole(moved, '名称')).toBe(UNUSED);
  });

  it('takes a joined position instead of two halves, and back', () => {
    const joined = assignColumn(facilities, 'location', 'coordinates');
    expect(joined).toMatchObject({ coordinates: 'location', coordinatesOrder: 'lng-lat' });
    expect(columnRole(joined, 'x')).toBe(UNUSED);
    expect(assignColumn(joined, 'x', 'lng')).not.toHaveProperty('coordinates');
  });

  it('moves a count between groups', () => {
    const older = assignColumn(people, '人口', 'demand:age_60_plus');
    expect(older).toMatchObject({ demand: [{ column: '人口', as: 'age_60_plus', unit: 'people' }] });
    expect(assignColumn(older, '人口', UNUSED)).toMatchObject({ demand: [] });
  });

  it('keeps position and coordinate system when a file turns out to be something else', () => {
    expect(changeRole(facilities, 'people')).toEqual({
      role: 'people',
      crs: 'gcj02',
      lng: 'x',
      lat: 'y',
      name: '名称',
      demand: [],
    });
  });

  it('gives, moves and takes attributes of facilities', () => {
    expect(columnRoles(facilities)).toContain('attribute:nursingBeds');
    expect(columnRoles(people)).not.toContain('attribute:nursingBeds');
    const one = assignColumn(facilities, '护理', 'attribute:nursingBeds');
    expect(one).toMatchObject({ attributes: [{ column: '护理', as: 'nursingBeds' }] });
    expect(columnRole(one, '护理')).toBe('attribute:nursingBeds');
    const moved = assignColumn(one, '护理型', 'attribute:nursingBeds');
    expect(moved).toMatchObject({ attributes: [{ column: '护理型', as: 'nursingBeds' }] });
    expect(assignColumn(moved, '护理型', 'capacity')).toEqual({ ...facilities, capacity: '护理型' });
    expect(assignColumn(moved, '护理型', UNUSED)).toEqual(facilities);
  });

  it('has a name for every role, in both languages', () => {
    for (const role of [...columnRoles(facilities), ...columnRoles(people)]) {
      for (const say of [sayIn('zh'), sayIn('en')]) expect(columnRoleName(role, say)).not.toMatch(/\.|_/);
    }
    expect(columnRoleName('attribute:nursingBeds', sayIn('zh'))).toBe('护理型床位');
  });
});
