import { createRandom } from './random.ts';
import { SURNAMES } from './surnames.ts';
import type { Zone } from './zones.ts';

const OLD_WORDS = [
  '青石巷',
  '打铁街',
  '钟楼',
  '书院巷',
  '绣衣坊',
  '文庙',
  '水西门',
  '井亭',
  '油坊街',
  '太平街',
  '三元坊',
  '状元坊',
  '糖坊里',
  '米市街',
  '双井巷',
  '仁义里',
  '长寿里',
  '后街',
  '银杏巷',
  '酱园里',
  '鱼行街',
  '竹篾巷',
  '县前街',
  '染坊巷',
  '府学',
  '城隍庙',
  '盐仓',
  '粮道',
  '小南门',
  '大东门',
  '柳荫街',
  '石桥头',
];
const UNITS = [
  '机械厂',
  '纺织一厂',
  '纺织二厂',
  '农机厂',
  '印刷厂',
  '食品厂',
  '化肥厂',
  '水泥厂',
  '运输公司',
  '粮食局',
  '水利局',
  '供电局',
  '铁路',
  '自来水厂',
  '汽修厂',
  '轴承厂',
  '玻璃厂',
  '造纸厂',
  '木材公司',
  '邮电局',
  '二建公司',
  '物资局',
  '师范',
  '棉麻公司',
];
const BELT_WORDS = [
  '团结',
  '建设',
  '和平',
  '朝晖',
  '新华',
  '幸福',
  '光明',
  '友谊',
  '前进',
  '胜利',
  '曙光',
  '红旗',
  '文昌',
  '柳塘',
  '杏园',
  '槐荫',
  '梅园',
  '桂苑',
  '荷塘',
  '丰乐',
  '云锦',
  '兴隆',
  '康乐',
  '惠民',
  '长青',
  '翠竹',
  '芳草',
  '育才',
  '迎春',
  '金桥',
];
const NEW_FIRST = [
  '云汀',
  '澜山',
  '星河',
  '鹭洲',
  '汀岸',
  '北辰',
  '翠屏',
  '书香',
  '天誉',
  '锦绣',
  '云帆',
  '栖霞',
  '凤鸣',
  '御景',
  '半岛',
  '湖畔',
  '融汇',
  '新城',
  '春熙',
  '观澜',
  '望江',
  '未来',
  '科苑',
  '悦澜',
  '臻园',
  '金域',
  '滨水',
  '兰亭',
  '梧桐',
  '枫林',
  '都会',
  '领秀',
];
const NEW_LAST = [
  '府',
  '苑',
  '名邸',
  '华庭',
  '花园',
  '里',
  '公馆',
  '雅居',
  '城',
  '湾',
  '家园',
  '尚品',
  '天境',
  '一品',
];
const LANDS = ['家湾', '家垸', '家冲', '家岗', '家塘', '家畈', '家老屋', '家大湾', '家店', '家咀'];

/** Names as compounds of each kind bear them; a second of the same name becomes 二区, 三区 and so on. */
export function createCompoundNames(): (zone: Zone, gated: boolean, people: number) => string {
  const random = createRandom('compound names');
  const used = new Map<string, number>();
  const propose = (zone: Zone, gated: boolean): string => {
    if (zone === 'old') {
      if (random.chance(0.24)) return `${random.pick(UNITS)}${random.pick(['宿舍', '家属院', '职工住宅'])}`;
      if (random.chance(0.3))
        return `${random.pick(OLD_WORDS)}${random.pick(['小区', '社区住宅', '新居', '大院'])}`;
      return `${random.pick(OLD_WORDS)}${random.integer(1, 198)}号院`;
    }
    if (zone === 'belt') {
      if (gated) return `${random.pick(BELT_WORDS)}${random.pick(['花园', '苑', '家园', '佳苑', '华庭'])}`;
      if (random.chance(0.28))
        return `${random.pick(UNITS)}${random.pick(['宿舍', '家属院', '生活区', '小区'])}`;
      return `${random.pick(BELT_WORDS)}${random.pick(['新村', '小区', '里', '路小区', '新苑', '公寓'])}`;
    }
    if (zone === 'new') return random.pick(NEW_FIRST) + random.pick(NEW_LAST);
    return random.pick(SURNAMES) + random.pick(LANDS);
  };
  return (zone, gated) => {
    const name = propose(zone, gated);
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1
      ? name
      : `${name}${ordinal(count)}${zone === 'suburb' ? '组' : zone === 'new' ? '期' : '区'}`;
  };
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function ordinal(value: number): string {
  if (value < 10) return DIGITS[value];
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
}
