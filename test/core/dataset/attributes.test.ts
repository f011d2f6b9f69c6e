import { describe, expect, it, test } from 'vitest';
import {
  ATTRIBUTES,
  attributeOf,
  attributeValue,
  standIn,
  supplyColumn,
  textColumn,
} from '../../../src/core/dataset/attributes.ts';
import { concatFacilities, type Facilities } from '../../../src/core/dataset/facilities.ts';
import { toFacilities } from '../../../src/core/dataset/read-facilities.ts';
import type { FacilityMapping } from '../../../src/core/table/mapping.ts';
import { runSync } from '../../../src/core/task.ts';
import { tableContent } from '../../builders/files.ts';
import { facilitiesOfTwoBanks } from '../../worlds/two-banks.ts';

const { NaN: missing } = Number;

const MAPPING: FacilityMapping = {
  role: 'facilities',
  lng: 'lng',
  lat: 'lat',
  crs: 'wgs84',
  service: 'type',
};

async function read(rows: string[], mapping: Partial<FacilityMapping>, header: string) {
  const lines = rows.map((row) => `121.5,31.2,${row}`);
  const content = await tableContent([`lng,lat,type,${header}`, ...lines].join('\n'));
  return runSync(toFacilities(content, { ...MAPPING, ...mapping }));
}

/** Four facilities on the two banks: station, home, station, station. */
function banks(change: Partial<Facilities> = {}): Facilities {
  return { ...facilitiesOfTwoBanks(), ...change };
}

describe('the library of attributes', () => {
  it('has no id twice, and bounds that are numbers', () => {
    expect(new Set(ATTRIBUTES.map(({ id }) => id)).size).toBe(ATTRIBUTES.length);
    for (const { atMost } of ATTRIBUTES) {
      if (atMost) expect(['places', 'landArea']).toContain(atMost);
    }
  });

  it('knows its values by their names in both languages', () => {
    for (const attribute of ATTRIBUTES) {
      for (const { id, zh, en } of attribute.values ?? []) {
        expect([attribute.id, zh, attributeValue(attribute, zh)]).toEqual([attribute.id, zh, id]);
        expect([attribute.id, en, attributeValue(attribute, en)]).toEqual([attribute.id, en, id]);
      }
    }
  });
});

test.each([
  ['ownership', '公办', 'public'],
  ['ownership', '普惠性民办', 'inclusive'],
  ['ownership', '民办普惠园', 'inclusive'],
  ['ownership', '非公办', 'private'],
  ['ownership', 'Government', 'public'],
  ['ownership', '某某', undefined],
  ['level', '县级', 'county'],
  ['level', '市', 'prefecture'],
  ['level', '县级市', 'county'],
  ['level', '乡镇', 'township'],
  ['standardised', '未达标', 'no'],
  ['standardised', '已达标', 'yes'],
  ['standardised', 'unknown', undefined],
  ['standardised', '', ''],
  ['parent', ' A-01 ', 'A-01'],
])('%s “%s” is %s', (id, cell, value) => {
  const attribute = attributeOf(id);
  expect(attribute && attributeValue(attribute, cell)).toBe(value);
});

describe('reading', () => {
  it('keeps numbers and canonical words, and names what is neither', async () => {
    const { value, issues } = await read(
      ['养老院,12,公办,镇中心', '养老院,很多,保密,', '养老院,-3,—,x', '养老院,,,'],
      {
        attributes: [
          { column: '护理', as: 'nursingBeds' },
          { column: '性质', as: 'ownership' },
          { column: '上级', as: 'parent' },
        ],
      },
      '护理,性质,上级',
    );
    expect([...value.numbers.nursingBeds]).toEqual([12, missing, missing, missing]);
    expect(value.texts).toEqual({ ownership: ['public', '', '', ''], parent: ['镇中心', '', 'x', ''] });
    expect(issues.map(({ severity, code, row, column }) => [severity, code, row, column])).toEqual([
      ['warning', 'attribute-not-a-number', 3, '护理'],
      ['warning', 'attribute-not-a-number', 4, '护理'],
      ['warning', 'attribute-not-a-value', 3, '性质'],
    ]);
  });

  it('leaves out an attribute that it does not know, and says so', async () => {
    const { value, issues } = await read(['养老院,1'], { attributes: [{ column: 'a', as: 'rooms' }] }, 'a');
    expect(value.numbers).toEqual({});
    expect(issues.map(({ code }) => code)).toEqual(['attribute-unknown']);
  });

  it('has nothing where nothing is mapped', async () => {
    const { value } = await read(['养老院,1'], {}, 'a');
    expect([value.numbers, value.texts]).toEqual([{}, {}]);
    expect(textColumn(value, 'ownership')).toBeUndefined();
  });
});

describe('the supply of facilities', () => {
  it('counts each as one, and hands out its own columns', () => {
    const facilities = banks();
    expect([...supplyColumn(facilities, 'facilities')]).toEqual([1, 1, 1, 1]);
    expect(supplyColumn(facilities, 'landArea')).toBe(facilities.landArea);
    expect([...supplyColumn(facilities, 'doctors')]).toEqual([missing, missing, missing, missing]);
  });

  it('takes the capacity for what the service counts in, unless a column of its own says', () => {
    const facilities = banks({
      capacity: Float64Array.of(8, 16, 32, missing),
      numbers: { beds: Float64Array.of(missing, missing, 4, missing) },
    });
    // Stations count places, the home counts beds.
    expect([...supplyColumn(facilities, 'places')]).toEqual([8, missing, 32, missing]);
    expect([...supplyColumn(facilities, 'beds')]).toEqual([missing, 16, 4, missing]);
  });

  it('puts the upper bound only where a service has nothing of its own', () => {
    const schools = banks({
      service: ['kindergarten', 'kindergarten', 'primary-school', 'primary-school'],
      capacity: Float64Array.of(100, 200, 300, 400),
      numbers: { enrolled: Float64Array.of(90, missing, missing, missing) },
    });
    // A kindergarten without enrolment is not surveyed, since the other one is; the primary schools have none at all.
    expect([...supplyColumn(schools, 'enrolled')]).toEqual([90, missing, 300, 400]);
    expect(standIn(schools, 'enrolled', ['kindergarten'])).toBeUndefined();
    expect(standIn(schools, 'enrolled', ['kindergarten', 'primary-school'])).toBe('places');
    expect(standIn(schools, 'enrolled', ['junior-school'])).toBeUndefined();
    expect(standIn(schools, 'doctors', ['kindergarten'])).toBeUndefined();
  });
});

it('joins files of which only one has an attribute', () => {
  const one = banks({ numbers: { doctors: Float64Array.of(1, 2, 3, 4) } });
  const two = banks({ texts: { level: ['county', '', '', 'village'] } });
  const all = concatFacilities([one, two]);
  expect([...all.numbers.doctors]).toEqual([1, 2, 3, 4, missing, missing, missing, missing]);
  expect(all.texts.level).toEqual(['', '', '', '', 'county', '', '', 'village']);
  expect([...all.landArea]).toEqual([6, missing, 20, 1000, 6, missing, 20, 1000]);
});
