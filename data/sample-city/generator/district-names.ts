import { createRandom } from './random.ts';
import { SURNAMES } from './surnames.ts';

/** The five 区, where each grows from in the flat plan, and the words its streets are called by, the densest first. */
export const DISTRICTS = [
  {
    name: '文津区',
    x: -300,
    y: -1100,
    slowness: 1.25,
    streetWords: ['钟楼', '书院', '绣衣', '水西', '文昌', '南门', '府前', '杏园'],
  },
  {
    name: '汀北区',
    x: 300,
    y: 2900,
    slowness: 1,
    streetWords: ['鹭洲', '星河', '北辰', '翠屏', '栖霞', '高桥', '远山', '兰溪', '长岭'],
  },
  {
    name: '澜湾区',
    x: 4800,
    y: 200,
    slowness: 1,
    streetWords: ['东湾', '铁东', '纺织', '龙井', '桃源', '松峰', '竹溪', '茶园'],
  },
  { name: '青屏区', x: -4600, y: -900, slowness: 1, streetWords: ['柳塘', '青屏', '望岭', '白鹭', '沿山'] },
  { name: '禾埠区', x: 300, y: -4700, slowness: 1, streetWords: ['迎宾', '荷塘', '禾埠', '新塘', '麦香'] },
] as const;

const FIRST = [
  '云',
  '文',
  '新',
  '金',
  '长',
  '永',
  '东',
  '西',
  '北',
  '南',
  '明',
  '和',
  '安',
  '兴',
  '宝',
  '清',
  '青',
  '石',
  '福',
  '德',
];
const SECOND = [
  '华',
  '苑',
  '桥',
  '井',
  '塘',
  '园',
  '坊',
  '康',
  '宁',
  '泰',
  '乐',
  '溪',
  '湖',
  '峰',
  '源',
  '荣',
  '祥',
  '阳',
  '丰',
  '光',
];
const VILLAGE_SURNAMES = SURNAMES.slice(0, 22);
const LANDS = ['家湾', '家垸', '家冲', '家岗', '家塘', '家畈', '家店'];

export function createCommunityNames(): (rural: boolean) => string {
  const random = createRandom('community names');
  const used = new Set<string>();
  return (rural) => {
    for (;;) {
      const name = rural
        ? `${random.pick(VILLAGE_SURNAMES)}${random.pick(LANDS)}村`
        : `${random.pick(FIRST)}${random.pick(SECOND)}社区`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
