import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/core/table/mapping.ts';
import { assignColumn, changeRole, columnRole, columnRoles, UNUSED } from '../../src/view/column-roles.ts';

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
});
