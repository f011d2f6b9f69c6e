import type { Summary } from './summary.ts';

/** The README of the folder, with its numbers counted from the city. */
export function readme(summary: Summary): Uint8Array {
  const text = [opening(summary), files(), columns(), counts(summary), gaps(summary), network()].join('\n');
  return new TextEncoder().encode(text);
}

function opening(summary: Summary): string {
  return `# Sample city 示例市 · 云汀

**Yunting 云汀 is made up.** No such city exists; people, facilities, streets, districts and names are generated and describe
no real place. Its codes begin with 99, which is no province. It lies at 113.34–113.51 E, 31.00–31.13 N only so that the
GCJ-02 shift applies. 云汀市纯属虚构，一切数据均为程序生成。

${number(summary.people)} residents 常住人口, ${number(summary.dwellings)} dwellings 户, three levels of districts: 5 区, 20 街道/镇, 110 社区/村.
Licence: MIT, as the project. Produced by \`npm run sample\` (\`npx tsx data/sample-city/generate.ts\`), with a fixed seed:
the same bytes every time. This file is produced too. Parts of the generator stand in \`generator/\`, one idea a file.
`;
}

function files(): string {
  return `## Files
| file | holds | kept as |
|---|---|---|
| \`project.json\` | the project, people from the compounds | open this |
| \`project-raster.json\` | the same, people from the raster | |
| \`facilities-elder-care.csv\` | 养老驿站, 养老机构 | GBK, CRLF, **GCJ-02** |
| \`facilities-other.csv\` | the other eight services | UTF-8 with BOM, CRLF, WGS-84 |
| \`population-compounds.csv\` | residential compounds 小区 as points | UTF-8, WGS-84 |
| \`population.tif\` | people per pixel of about 100 m, same total | GeoTIFF, Float32, deflate, EPSG:4326, no data −9999 |
| \`districts.geojson\` | 区, 街道, 社区 in one file; children fill parents exactly | WGS-84, six decimals, shared vertices identical |
| \`streets.geojson\` | streets with OpenStreetMap tags, joined at shared vertices | WGS-84 |
| \`background.geojson\` | river, railway, parks, walls of gated superblocks | WGS-84 |
`;
}

function columns(): string {
  return `## Columns
- Facilities: 编号 number, 名称 name, 类型 service, 地址 address, 所属区 and 所属街道 districts, 经度 longitude, 纬度 latitude,
  床位数/服务能力 or 服务能力 capacity (beds in 养老机构; places elsewhere; daily visits in 社区卫生服务站), 用地面积(㎡) site area, 建筑面积(㎡) floor area
  (blank: not surveyed), 状态 status: 运营 open, 在建 under construction, 规划 planned, 已关闭 closed.
- Compounds: 小区编号 number, 小区名称 name, 所属社区 community, 经度, 纬度, 户数 dwellings, 住宅用地(㎡) residential land, 常住人口 residents,
  then residents by age band; the bands sum to 常住人口 in every row.
- Districts: \`code\`, \`name\`, \`level\` (区, 街道, 社区), \`parent\` (code of the parent, empty for a 区).
- Streets: \`highway\`, \`name\`, \`bridge\`, \`tunnel\`, \`layer\`, \`access\`, \`foot\`, \`oneway\`, \`sidewalk\`, \`barrier\`, \`incline\`.
`;
}

function counts({ services, bands }: Summary): string {
  const rows = services.map(
    (s) => `| ${s.type} | ${s.id} | ${s.all} | ${s.open} | ${number(s.places)} | ${s.withoutLand} |`,
  );
  return `## Counts
| 类型 | service | all | open | capacity of the open | without site area |
|---|---|---|---|---|---|
${rows.join('\n')}

| age band | people |
|---|---|
${bands.map((band) => `| ${band.header} | ${number(band.people)} |`).join('\n')}
`;
}

function gaps(summary: Summary): string {
  const rows = summary.cityDistricts.map((d) =>
    [
      '',
      d.name,
      number(d.compounds),
      number(d.people),
      (d.elderLand / d.people).toFixed(3),
      (d.kindergartenPlaces / d.aged3to5).toFixed(2),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  return `## Gaps that were planted
| 区 | compounds | residents | elder-care site area per resident, m² | kindergarten places per child of 3–5 |
|---|---|---|---|---|
${rows.join('\n')}

- 汀北区, the new town on the north bank, is young, has few kindergartens for its children and hardly any elder care.
- 澜湾区, cut off by the railway, has too few kindergartens as well.
- Elder-care land is ${summary.elderLandPerPerson.toFixed(3)} m² per resident in the whole city, under 0.1, and unequal: the old town (文津区) has many
  small stations, the west and the south few but large homes.
- Childcare has ${summary.childcarePerThousand.toFixed(1)} places per 1,000 residents, under 4.5, and hardly reaches the villages.
- Fitness grounds are scarce in the old town, culture rooms in 澜湾区.
- Some sites have no area: they were never surveyed, and are not 0.
`;
}

function network(): string {
  return `## What a street network will find here
Five road bridges and one footbridge with steps cross the river; three underpasses and one overpass cross the railway. Gated
superblocks have no through street: two gates let residents in and out, the other lanes end at the wall, some at a locked
gate (\`foot=no\`). Old-town lanes are fine and irregular, those of the new town regular.
`;
}

function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
