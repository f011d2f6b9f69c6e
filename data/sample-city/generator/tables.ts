import gcoord from 'gcoord';
import iconv from 'iconv-lite';
import { AGE_BANDS } from './ages.ts';
import type { City } from './city.ts';
import type { Facility } from './facilities.ts';
import { toLngLat } from './geometry.ts';
import { ELDER_SERVICES } from './services.ts';

type Field = string | number | undefined;

/** Names hold neither commas nor quotes, so fields stand as they are. */
function csv(header: string[], rows: Field[][], lineEnd: string): string {
  return [header, ...rows].map((row) => row.map((field) => field ?? '').join(',') + lineEnd).join('');
}

export function elderCareTable(facilities: Facility[]): Uint8Array {
  const header = [
    '编号',
    '名称',
    '类型',
    '地址',
    '所属街道',
    '经度(GCJ-02)',
    '纬度(GCJ-02)',
    '床位数/服务能力',
    '用地面积(㎡)',
    '建筑面积(㎡)',
    '状态',
  ];
  const rows = facilities
    .filter(({ service }) => ELDER_SERVICES.includes(service))
    .map((f) => {
      const [lng, lat] = gcoord.transform(toLngLat(f.at), gcoord.WGS84, gcoord.GCJ02);
      return [
        f.id,
        f.name,
        f.type,
        f.address,
        f.street,
        lng.toFixed(6),
        lat.toFixed(6),
        f.capacity,
        f.landArea,
        f.floorArea,
        f.status,
      ];
    });
  // As a spreadsheet of a Chinese office computer saves it.
  return new Uint8Array(iconv.encode(csv(header, rows, '\r\n'), 'gbk'));
}

export function otherFacilitiesTable(facilities: Facility[]): Uint8Array {
  const header = [
    '编号',
    '名称',
    '类型',
    '地址',
    '所属区',
    '所属街道',
    '经度',
    '纬度',
    '服务能力',
    '用地面积(㎡)',
    '建筑面积(㎡)',
    '状态',
  ];
  const rows = facilities
    .filter(({ service }) => !ELDER_SERVICES.includes(service))
    .map((f) => {
      const [lng, lat] = toLngLat(f.at);
      return [
        f.id,
        f.name,
        f.type,
        f.address,
        f.cityDistrict,
        f.street,
        lng.toFixed(6),
        lat.toFixed(6),
        f.capacity,
        f.landArea,
        f.floorArea,
        f.status,
      ];
    });
  return new TextEncoder().encode(`\ufeff${csv(header, rows, '\r\n')}`);
}

export const COMPOUND_COLUMNS = {
  id: '小区编号',
  name: '小区名称',
  community: '所属社区',
  lng: '经度',
  lat: '纬度',
  dwellings: '户数',
  land: '住宅用地(㎡)',
  people: '常住人口',
} as const;

export function compoundsTable({ compounds, division }: City): Uint8Array {
  const header = [...Object.values(COMPOUND_COLUMNS), ...AGE_BANDS.map((band) => band.header)];
  const rows = compounds.map((compound, i) => {
    const [lng, lat] = toLngLat(compound.at);
    const community = division.byBlock[compound.blockRow].community.name;
    const id = `XQ${String(i + 1).padStart(5, '0')}`;
    return [
      id,
      compound.name,
      community,
      lng.toFixed(6),
      lat.toFixed(6),
      compound.dwellings,
      compound.landArea,
      compound.people,
      ...compound.ages,
    ];
  });
  return new TextEncoder().encode(csv(header, rows, '\n'));
}
