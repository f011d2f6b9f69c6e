import iconv from 'iconv-lite';
import type { InputFile } from '../../src/core/formats/content.ts';
import type { OpenSource } from '../../src/core/project/load.ts';
import { sourceOf, textFile } from '../builders/analysis.ts';
import { collection, feature, jsonFile, square } from '../builders/files.ts';
import { randomSource } from '../builders/random.ts';

/** The files a district office might bring: a table as exported from a Chinese spreadsheet, and a plain one. */

const HEADER = '序号,名称,类型,经度,纬度,床位数,用地面积,状态';

/** Rows 5 and 8 of the spreadsheet cannot be used: one has no position, the other words instead of one. */
export const BAD_ROWS = [5, 8];

/** GBK, positions in GCJ-02, a title above the header. */
export function stationsFile(name = '养老驿站.csv', more: string[] = []): InputFile {
  const lines = [
    '某区养老服务设施一览表（2024年）,,,,,,,',
    HEADER,
    '1,东风养老驿站,养老驿站,121.4745,31.2281,40,420,运营',
    '2,河滨养老驿站,养老驿站,121.4842,31.2360,30,350,运营',
    '3,未定位养老驿站,养老驿站,,,30,350,运营',
    '4,北苑养老驿站,养老驿站,121.4701,31.2442,25,,运营',
    '5,规划养老驿站,养老驿站,121.4901,31.2301,60,800,规划',
    '6,地址待核养老驿站,养老驿站,待核,待核,30,350,运营',
    '7,南门养老院,养老机构,121.4790,31.2251,120,3200,运营',
    ...more,
  ];
  return { name, bytes: new Uint8Array(iconv.encode(`${lines.join('\r\n')}\r\n`, 'gbk')) };
}

/** Compounds on a lattice of about 220 m, WGS-84, UTF-8. */
export function compoundsFile(side = 14, name = '小区人口.csv'): InputFile {
  const random = randomSource(7);
  const lines = ['小区名称,经度(WGS84),纬度(WGS84),常住人口,0-2岁,3-5岁,60岁以上'];
  const step = 0.028 / side;
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      const people = 200 + Math.floor(random() * 1800);
      const [lng, lat] = [121.462 + i * step, 31.222 + j * step];
      const bands = [0.02, 0.03, 0.22].map((share) => Math.round(people * share)).join(',');
      lines.push(`小区${i}-${j},${lng.toFixed(6)},${lat.toFixed(6)},${people},${bands}`);
    }
  }
  return textFile(name, `${lines.join('\n')}\n`);
}

/** Stations and compounds as the page has them after the guesses are confirmed. */
export async function ownSources(): Promise<OpenSource[]> {
  return [
    await sourceOf(stationsFile(), 'facilities', { crs: 'gcj02' }),
    await sourceOf(compoundsFile(), 'people', { crs: 'wgs84' }),
  ];
}

/** Four squares that hold most of the compounds. */
export function districtsFile(): InputFile {
  const corners = [
    [121.46, 31.22],
    [121.475, 31.22],
    [121.46, 31.235],
    [121.475, 31.235],
  ];
  return jsonFile(
    '街道.geojson',
    collection(
      corners.map(([x, y], k) =>
        feature(
          { type: 'Polygon', coordinates: [square(x, y, 0.0145)] },
          { name: `第${k + 1}街道`, code: `31010${k + 1}`, level: '街道' },
        ),
      ),
    ),
  );
}
