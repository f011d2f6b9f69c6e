import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InputFile } from '../../src/core/formats/content.ts';
import { randomSource } from './random.ts';

/**
 * The facilities of the sample city with forty faults planted in them, each in a row of its own, drawn with a seed. What is not
 * planted is clean, so that every other finding is a false alarm.
 */
export interface DirtyFile {
  file: InputFile;
  /** What was planted, by the row of the spreadsheet. */
  faults: { row: number; kind: string }[];
}

type Row = Record<string, string>;

const SAMPLE = resolve(import.meta.dirname, '../../data/sample-city');
const NEAR_DEGREES = 0.0005;

/** How each fault is made. A change spoils the drawn row; a copy puts a spoiled copy at the end. */
type Plant = { kind: string; from?: string } & (
  | { change: (row: Row, all: Row[]) => void }
  | { copy: (row: Row) => Row }
);

const set = (fields: Row) => (row: Row) => void Object.assign(row, fields);
const named = (change: (name: string) => string) => (row: Row) => void (row.名称 = change(row.名称));
const nearby = (row: Row, degrees = NEAR_DEGREES) => ({ 纬度: (Number(row.纬度) + degrees).toFixed(6) });

const PLANTS: readonly Plant[] = [
  { kind: 'missing-position', change: set({ 经度: '', 纬度: '' }) },
  { kind: 'missing-position', change: set({ 经度: '-', 纬度: '-' }) },
  { kind: 'missing-position', change: set({ 纬度: '' }) },
  { kind: 'unreadable-position', change: set({ 经度: '见附件' }) },
  { kind: 'unreadable-position', change: set({ 经度: '1134.12', 纬度: '31.05' }) },
  { kind: 'zero-position', change: set({ 经度: '0', 纬度: '0' }) },
  { kind: 'zero-position', change: set({ 经度: '0.0', 纬度: '0.000' }) },
  { kind: 'swapped', change: swap },
  { kind: 'swapped', change: swap },
  { kind: 'swapped', change: swap },
  { kind: 'outside-area', change: set({ 经度: '121.473700', 纬度: '31.230400' }) },
  { kind: 'outside-area', change: (row) => void (row.经度 = row.经度.replace('113.', '114.')) },
  { kind: 'outside-area', change: (row) => void (row.纬度 = row.纬度.replace('31.', '13.')) },
  { kind: 'identical-row', copy: (row) => ({ ...row }) },
  { kind: 'identical-row', copy: (row) => ({ ...row }) },
  { kind: 'duplicate', copy: (row) => ({ ...row, ...nearby(row) }) },
  { kind: 'duplicate', copy: (row) => ({ ...row, 名称: `云汀市${row.名称}` }) },
  {
    kind: 'duplicate',
    copy: (row) => ({
      ...row,
      名称: row.名称.replaceAll('（', '(').replaceAll('）', ')'),
      ...nearby(row, 0.0001),
    }),
  },
  { kind: 'gate', copy: (row) => ({ ...row, 名称: `${row.名称}(东门)`, ...nearby(row) }) },
  { kind: 'gate', copy: (row) => ({ ...row, 名称: `${row.名称}-南2门`, ...nearby(row) }) },
  { kind: 'gate', copy: (row) => ({ ...row, 名称: `${row.名称}（停车场出入口）`, ...nearby(row) }) },
  { kind: 'not-open', change: named((name) => `${name}(暂停营业)`) },
  { kind: 'not-open', change: named((name) => `${name}（建设中）`) },
  { kind: 'not-open', change: named((name) => `${name}(装修中)`) },
  { kind: 'not-open', change: named((name) => `${name}（筹）`) },
  { kind: 'other-service', from: '社区卫生服务站', change: set({ 名称: '瑞派宠物医院' }) },
  { kind: 'other-service', from: '社区卫生服务站', change: set({ 名称: '北辰急救站' }) },
  { kind: 'other-service', from: '小学', change: set({ 名称: '安达驾校' }) },
  { kind: 'missing-capacity', change: set({ 服务能力: '' }) },
  { kind: 'missing-capacity', change: set({ 服务能力: '暂无' }) },
  { kind: 'absurd-capacity', change: set({ 服务能力: '0' }) },
  { kind: 'absurd-capacity', change: set({ 服务能力: '-30' }) },
  { kind: 'absurd-capacity', change: set({ 服务能力: '99999' }) },
  { kind: 'absurd-capacity', change: set({ 服务能力: '约三十' }) },
  { kind: 'district-mismatch', change: moveWords },
  { kind: 'district-mismatch', change: moveWords },
  { kind: 'district-renamed', change: set({ 所属区: '闸北区' }) },
  { kind: 'several-types', from: '幼儿园', change: (row) => void (row.类型 = `${row.类型}|文化活动站`) },
  { kind: 'address-placeholder', change: set({ 地址: '[]' }) },
  { kind: 'id-zeros', change: (row) => void (row.编号 = String(Number(row.编号))) },
];

function swap(row: Row): void {
  [row.经度, row.纬度] = [row.纬度, row.经度];
}

/** The words of the row that is farthest away, on a position that stays. */
function moveWords(row: Row, all: Row[]): void {
  const degrees = (other: Row) =>
    Math.hypot(Number(other.经度) - Number(row.经度), Number(other.纬度) - Number(row.纬度));
  const far = all.reduce((a, b) => (degrees(b) > degrees(a) ? b : a));
  Object.assign(row, { 所属区: far.所属区, 所属街道: far.所属街道, 地址: far.地址 });
}

export function dirtyFile(seed: number): DirtyFile {
  const random = randomSource(seed);
  const text = readFileSync(join(SAMPLE, 'facilities-other.csv'), 'utf8').replace('\uFEFF', '');
  const [header, ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const rows: Row[] = lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
  // Numbers of six digits with zeros in front, as registers have them.
  rows.forEach((row, i) => void (row.编号 = String(1001 + i).padStart(6, '0')));
  const original = rows.map((row) => ({ ...row }));
  const faults = new Map<Row, string>();
  const free = rows.map((_, i) => i).filter((i) => rows[i].状态 === '运营');
  for (const plant of PLANTS) {
    const fitting = free.filter((i) => !plant.from || rows[i].类型 === plant.from);
    const drawn = fitting[Math.floor(random() * fitting.length)];
    free.splice(free.indexOf(drawn), 1);
    if ('change' in plant) {
      plant.change(rows[drawn], original);
      faults.set(rows[drawn], plant.kind);
    } else {
      const copy = plant.copy(rows[drawn]);
      rows.push(copy);
      faults.set(copy, plant.kind);
    }
  }
  const csv = [header, ...rows.map((row) => header.map((name) => row[name]))].map((cells) => cells.join(','));
  return {
    file: { name: '设施.csv', bytes: new TextEncoder().encode(`${csv.join('\n')}\n`) },
    faults: rows.flatMap((row, i) => {
      const kind = faults.get(row);
      return kind ? [{ row: i + 2, kind }] : [];
    }),
  };
}
