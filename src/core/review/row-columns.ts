import type { ColumnProfile } from '../table/profile.ts';
import { profileColumns } from '../table/profile.ts';
import { columnIndex, type Table } from '../table/table.ts';
import { type DistrictNames, districtNamed } from './district-names.ts';
import { renamedDistrict } from './renamed-districts.ts';

/** Columns that the analysis has no use for but a review has. Indices into the header, -1 where there is none. */
export interface ReviewColumns {
  name: number;
  type: number;
  address: number;
  remark: number;
  id: number;
  capacity: number;
  status: number;
  /** Columns that name a district, from the largest to the smallest. */
  districts: number[];
}

const ADDRESS = /^(地址|详细地址|设施地址|机构地址|address|addr|location_?address|所在地|地点|住所)$|地址$/;
const REMARK = /^(备注|说明|附注|remarks?|notes?|comments?|情况说明)$/;
/** From the largest unit to the smallest. */
const DISTRICT: readonly RegExp[] = [
  /^(adname|所属区县?|区县?|行政区|行政区划|所在区县?|district|district_?name|county|辖区)$/,
  /^(所属街道|所在街道|街道|街镇|乡镇|街道\/乡镇|街道乡镇|镇街|subdistrict|town(ship)?|street_?office)$/,
  /^(所属社区|所在社区|社区|居委会?|村居|community)$/,
];
const NAMES_A_DISTRICT = 0.7;

interface MappedColumns {
  name?: string;
  service?: string;
  id?: string;
  capacity?: string;
  status?: string;
}

export function reviewColumns(
  table: Table,
  mapped: MappedColumns,
  names: DistrictNames | undefined,
): ReviewColumns {
  const profiles = profileColumns(table);
  const byWords = (pattern: RegExp) => profiles.findIndex((profile) => pattern.test(profile.words));
  return {
    name: columnIndex(table, mapped.name),
    type: columnIndex(table, mapped.service),
    id: columnIndex(table, mapped.id),
    capacity: columnIndex(table, mapped.capacity),
    status: columnIndex(table, mapped.status),
    address: byWords(ADDRESS),
    remark: byWords(REMARK),
    districts: districtColumns(table, profiles, names),
  };
}

/** By the header; with districts loaded also any column whose filled cells nearly all name one of them. */
function districtColumns(
  table: Table,
  profiles: ColumnProfile[],
  names: DistrictNames | undefined,
): number[] {
  const byHeader = DISTRICT.map((pattern) =>
    profiles.findIndex((profile) => pattern.test(profile.words)),
  ).filter((at) => at !== -1);
  const byValues = profiles.flatMap((_, at) =>
    !byHeader.includes(at) && shareOfNames(table, at, names) >= NAMES_A_DISTRICT ? [at] : [],
  );
  return [...byHeader, ...byValues];
}

function shareOfNames(table: Table, at: number, names: DistrictNames | undefined): number {
  const texts = new Set<string>();
  for (const row of table.rows) {
    const text = row[at].trim();
    if (text !== '') texts.add(text);
    // A column with this many different texts holds names of its own.
    if (texts.size > 2000) return 0;
  }
  if (texts.size === 0) return 0;
  const known = [...texts].filter((text) =>
    names ? districtNamed(names, text) !== undefined : renamedDistrict(text) !== undefined,
  );
  return known.length / texts.size;
}
