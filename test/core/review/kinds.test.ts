import { describe, expect, it } from 'vitest';
import { EXCLUSIONS } from '../../../src/core/review/exclusions.ts';
import { gateOf } from '../../../src/core/review/kinds/gate.ts';
import { stateInName } from '../../../src/core/review/kinds/not-open.ts';
import { typesIn } from '../../../src/core/review/kinds/several-types.ts';
import { coreName, isSameName, similarity } from '../../../src/core/review/name-forms.ts';
import { KINDS } from '../../../src/core/review/registry.ts';
import { presentName, RENAMED_DISTRICTS } from '../../../src/core/review/renamed-districts.ts';
import { RESOURCES } from '../../../src/view/words/index.ts';
import { faultsOf, findingsOf } from './sample.ts';

describe('gates', () => {
  it.each([
    ['徐汇艺术幼儿园(东门)', '徐汇艺术幼儿园', '东门'],
    ['市实验小学-南2门', '市实验小学', '南2门'],
    ['交大附中（西南1门）', '交大附中', '西南1门'],
    ['同济大学北门', '同济大学', '北门'],
    ['瑞金医院停车场', '瑞金医院', '停车场'],
    ['图书馆(地下停车场出入口)', '图书馆', '地下停车场出入口'],
  ])('%s is a gate of %s', (name, place, gate) => {
    expect(gateOf(name)).toEqual({ place, gate });
  });
  it.each(['天安门', '厦门', '玉门幼儿园', '东门小学', '江门', '便民门诊部', '市民服务中心', '龙门'])(
    '%s is no gate',
    (name) => {
      expect(gateOf(name)).toBeUndefined();
    },
  );
});

describe('state in a name', () => {
  it.each([
    ['市立幼儿园(暂停营业)', 'closed'],
    ['第四医院新院（建设中）', 'planned'],
    ['门诊部(装修中)', 'renovation'],
    ['卫生中心(筹)', 'planned'],
    ['日间照料中心已停办', 'closed'],
  ])('%s is %s', (name, state) => {
    expect(stateInName(name)).toBe(state);
  });
  it.each(['崇明区建设中学', '规划路幼儿园', '金关闭合诊所', '幼儿园(原建设路)', '新建设中心小学'])(
    '%s says nothing',
    (name) => {
      expect(stateInName(name)).toBeUndefined();
    },
  );
});

describe('names', () => {
  it('are compared without width, city and state, but with what tells places apart', () => {
    expect(coreName('上海市 阳光幼儿园（暂停营业）')).toBe('阳光幼儿园');
    expect(coreName('阳光幼儿园（东园）')).not.toBe(coreName('阳光幼儿园（西园）'));
    expect(isSameName('曙光医院眼科病区', '曙光医院骨科病区')).toBe(false);
    expect(isSameName('第一中心小学', '第二中心小学')).toBe(false);
    expect(isSameName('安康社区卫生服务站', '安康社区卫生服务之站')).toBe(true);
    expect(similarity('abcd', 'abxd')).toBe(0.75);
  });
});

describe('types in one cell', () => {
  it('are several behind bars or as known services, not as a path', () => {
    expect(typesIn('医疗;综合医院;综合医院|医疗;诊所;诊所')).toHaveLength(2);
    expect(typesIn('幼儿园、托育机构')).toHaveLength(2);
    expect(typesIn('科教文化服务;学校;幼儿园')).toHaveLength(1);
    expect(typesIn('食品、百货')).toHaveLength(1);
  });
});

describe('rules over a table', () => {
  const clean = 'A幼儿园,121.47,31.23,30\nB幼儿园,121.48,31.24,40\n';

  it('find nothing in a clean one', async () => {
    expect(faultsOf(await findingsOf(`名称,经度,纬度,学位\n${clean}`))).toEqual([]);
  });

  it('call a latitude beyond 90 swapped even when nothing is loaded', async () => {
    const findings = await findingsOf(`名称,经度,纬度,学位\n${clean}C幼儿园,31.25,121.49,30\n`);
    expect(faultsOf(findings)).toEqual(['swapped 4']);
    expect(findings.find(({ kind }) => kind === 'swapped')?.fixes[0].edits).toEqual([
      { kind: 'swapped', action: 'place', rows: [4], lng: 121.49, lat: 31.25 },
    ]);
  });

  it('keep the open one of two rows for a place', async () => {
    const text = `名称,经度,纬度,学位\n阳光幼儿园(暂停营业),121.47,31.23,30\n阳光幼儿园,121.4701,31.23,30\n`;
    expect(faultsOf(await findingsOf(text))).toEqual(['duplicate 2', 'not-open 2']);
  });

  it('do not call rooms of one house or schools of one name across the city duplicates', async () => {
    const text = '名称,经度,纬度,学位\n中心小学,121.47,31.23,30\n中心小学,121.47,31.29,30\n';
    expect(faultsOf(await findingsOf(text))).toEqual([]);
  });

  it('know a name of a kind of place from the name of a place', async () => {
    const at = (i: number) => `健身点,121.4${i},31.23,${30 + i}`;
    const near = '健身点,121.411,31.23,40';
    const text = `名称,经度,纬度,面积\n${[0, 1, 2, 3].map(at).join('\n')}\n${near}\n`;
    expect(faultsOf(await findingsOf(text))).toEqual([]);
    const rare = text.replaceAll(/健身点,121\.4[023],/g, (match) =>
      match.replace('健身', `甲${match.at(-2)}`),
    );
    expect(faultsOf(await findingsOf(rare))).toEqual(['duplicate 6']);
  });

  it('do not take blanks for a name', async () => {
    const text = '名称,经度,纬度,学位\nNA,121.47,31.23,30\nNA,121.47,31.2301,31\n-,121.47,31.2302,32\n';
    expect(faultsOf(await findingsOf(text))).toEqual([]);
  });

  it('name ids that lost their zeros only where others have them', async () => {
    const head = '编码,名称,经度,纬度\n';
    const row = (id: string, i: number) => `${id},甲${i}馆,121.4${i},31.2${i}\n`;
    const lost = await findingsOf(head + ['0012', '0013', '14', '0015'].map(row).join(''));
    expect(faultsOf(lost)).toEqual(['id-zeros 4']);
    const counting = await findingsOf(head + ['8', '9', '10', '11'].map(row).join(''));
    expect(counting).toEqual([]);
    const rounded = await findingsOf(head + ['3.10115E+11', '9', '10', '11'].map(row).join(''));
    expect(faultsOf(rounded)).toEqual(['id-rounded 2']);
  });

  it('suspect exactly 900 rows, and not 901', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => `点${i}号,${(121 + i / 10_000).toFixed(5)},31.2`).join('\n');
    const kinds = async (count: number) =>
      (await findingsOf(`名称,经度,纬度\n${rows(count)}\n`)).map(({ kind }) => kind);
    expect(await kinds(900)).toEqual(['round-count']);
    expect(await kinds(901)).toEqual([]);
  });
});

describe('facts', () => {
  it('know districts of former years', () => {
    expect(presentName('闸北区')).toBe('静安区');
    expect(presentName('崇明县')).toBe('崇明区');
    expect(presentName('浦东新区')).toBe('浦东新区');
    expect(new Set(RENAMED_DISTRICTS.map(({ old }) => old)).size).toBe(RENAMED_DISTRICTS.length);
    for (const fact of RENAMED_DISTRICTS) {
      expect(fact.year).toBeGreaterThan(1999);
      // A chain of names would need more than one step.
      expect(presentName(fact.now)).toBe(fact.now);
      expect(fact.source).toContain(String(fact.year));
    }
  });

  it('exclude by words that are written as they are compared', () => {
    for (const { id, among, names, types, unless } of EXCLUSIONS) {
      expect([id, among.length > 0, names.length + types.length > 0]).toEqual([id, true, true]);
      for (const word of [...among, ...names, ...types, ...unless]) expect(word).toBe(word.toLowerCase());
    }
  });

  it('have words for every kind', () => {
    const { kind, finding } = RESOURCES.zh.translation.review;
    for (const { id } of KINDS) expect([id, id in kind, id in finding]).toEqual([id, true, true]);
    expect(Object.keys(kind)).toEqual(Object.keys(finding));
    expect(Object.keys(RESOURCES.en.translation.review.finding)).toEqual(Object.keys(finding));
  });
});
