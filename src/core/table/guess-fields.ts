import type { Confidence } from './guess-position.ts';
import { type ColumnProfile, columnByWords } from './profile.ts';

export type FacilityField = 'id' | 'name' | 'service' | 'capacity' | 'landArea' | 'floorArea' | 'status';
export type DistrictField = 'code' | 'name' | 'level' | 'parent';

/** Earlier patterns are more certain. Headers are matched as `ColumnProfile.words`. */
const NAME: readonly RegExp[] = [
  /^(名称|name|设施名称|机构名称|学校名称|单位名称)$/,
  /名称(\(|（|$)/,
  /^(title|label|poi_?name|店名|校名|站名|园名|院名|小区名)$/,
  /^(?!ad|p(y|in)?name|pinyin|state|street|user|file|nick).*name(_(zh|cn|ch))?$/,
  /^name_/,
  /^(kelurahan|desa_kelur|desa|nama)$/,
];
const FACILITY_WORDS: Readonly<Record<Exclude<FacilityField, 'name'>, readonly RegExp[]>> = {
  id: [
    /^(id|编号|编码|设施编号|设施编码|facility_?id)$/,
    /(编号|编码)$/,
    /^(code|代码|uid|gid|fid|poi_?id|osm_?id|object_?id)$/,
    /^(序号|no)$/,
  ],
  service: [
    /^(type|类型|设施类型|服务类型|设施类别|service|service_?type)$/,
    /^(类别|category|分类|kind|class|amenity|业态|facility_?type)$/,
    /(类型|类别)$/,
    /^(小类|中类|大类|tag|typecode)$/,
  ],
  capacity: [
    /^(capacity|beds|places|seats)(_|\(|$)/,
    /床位|托位|学位|服务能力|容量|座位|核定人数|招生规模/,
    /^(规模|num_?beds|bed_?count)$/,
  ],
  landArea: [/用地面积|占地面积|土地面积/, /^(land|site|plot|lot)_?area/],
  floorArea: [/建筑面积|建面/, /^(floor|building|gross_?floor)_?area|^gfa/],
  status: [
    /^(状态|status)$/,
    /^(营业|运营|建设|经营|开放|设施|使用)(状态|情况|现状)$/,
    /^(现状|建设阶段|operational_?status)$/,
  ],
};
const DISTRICT_WORDS: Readonly<Record<Exclude<DistrictField, 'name'>, readonly RegExp[]>> = {
  code: [
    /^(adcode|admincode|code|代码|行政区划代码|区划代码|编码|编号|geoid|gb)$/,
    /(代码|编码|编号)$/,
    /^(kode_desa|kode|ad_?code|.*_code|id)$/,
  ],
  level: [/^(level|级别|层级|等级|行政级别|admin_?level)$/],
  parent: [
    /^(parent|上级|上级代码|parent_?code|pid|所属|父级)$/,
    /^(所属街道|所属区|所属区县|所属社区|上级.*)$/,
  ],
};
/** Short names that only some files use; tried when no usual word is found. */
const DISTRICT_NAME_FALLBACK: readonly RegExp[] = [
  /^(qh|区划|行政区|区县|街道|社区|district|county|subdistrict|town|xzqmc|mc)$/,
];

const NUMBERS: ReadonlySet<string> = new Set(['capacity', 'landArea', 'floorArea']);

export function placeName(profiles: ColumnProfile[]): string | undefined {
  // A column that is plainly called name is one, even when its names are numbers.
  return (columnByWords(profiles, NAME, isText) ?? columnByWords(profiles, NAME.slice(0, 1)))?.name;
}

export function facilityFields(profiles: ColumnProfile[]): Partial<Record<FacilityField, string>> {
  const fields: Partial<Record<FacilityField, string>> = {};
  const name = placeName(profiles);
  if (name !== undefined) fields.name = name;
  for (const [field, patterns] of Object.entries(FACILITY_WORDS) as [
    Exclude<FacilityField, 'name'>,
    readonly RegExp[],
  ][]) {
    const accept = NUMBERS.has(field) ? isNumeric : field === 'id' ? isUnique : () => true;
    const column = columnByWords(profiles, patterns, accept);
    if (column) fields[field] = column.name;
  }
  return fields;
}

export function districtFields(profiles: ColumnProfile[]): {
  columns: Partial<Record<DistrictField, string>>;
  confidence: Record<string, Confidence>;
} {
  const columns: Partial<Record<DistrictField, string>> = {};
  const confidence: Record<string, Confidence> = {};
  const set = (field: DistrictField, column: ColumnProfile | undefined, found: Confidence) => {
    if (column) columns[field] = column.name;
    confidence[field] = column ? found : 'none';
  };
  for (const [field, patterns] of Object.entries(DISTRICT_WORDS) as [
    Exclude<DistrictField, 'name'>,
    readonly RegExp[],
  ][]) {
    set(field, columnByWords(profiles, patterns), 'header');
  }
  const named = columnByWords(profiles, [...NAME, ...DISTRICT_NAME_FALLBACK], isText);
  if (named) set('name', named, 'header');
  // Else the first column of text that tells the rows apart.
  else
    set(
      'name',
      profiles.find((profile) => isText(profile) && profile.filled > 0 && profile.unique),
      'values',
    );
  return { columns, confidence };
}

function isText(profile: ColumnProfile): boolean {
  return profile.numericShare < 0.5;
}

function isNumeric(profile: ColumnProfile): boolean {
  return profile.filled === 0 || profile.numericShare >= 0.5;
}

function isUnique(profile: ColumnProfile): boolean {
  return profile.unique;
}
