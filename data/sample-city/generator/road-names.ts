import type { Point } from './geometry.ts';
import type { Rank } from './ranks.ts';

/**
 * Words that streets of any Chinese town are called by; none points to a real place. One for each line of the lattice from
 * the west and from the south, so that 铁西 and 铁东 lie on their sides of the railway, and 滨江 on the banks.
 */
const NORTH_SOUTH = [
  '云岭',
  '石门',
  '梨园',
  '黄泥塘',
  '红枫',
  '马鞍',
  '杨柳',
  '松岗',
  '望岭',
  '柳塘',
  '青屏',
  '白鹭',
  '沿山',
  '杏园',
  '学苑',
  '槐荫',
  '文昌',
  '西门',
  '钟楼',
  '书院',
  '府前',
  '文津',
  '东门',
  '绣衣',
  '丰乐',
  '云锦',
  '站前',
  '铁西',
  '铁路', // the railway itself
  '铁东',
  '工业',
  '纺织',
  '建材',
  '朝晖',
  '东湾',
  '龙泉井',
  '梅岗',
  '石榴',
  '禾丰',
  '晒谷',
  '长岭',
  '竹溪',
  '松峰',
  '茶园',
  '果园',
  '枫林',
  '桃源',
];
const EAST_WEST = [
  '南湾',
  '百草',
  '梅塘',
  '南岭',
  '禾埠',
  '麦香',
  '新塘',
  '荷塘',
  '迎宾',
  '湖塘',
  '团结',
  '建设',
  '和平',
  '解放',
  '人民',
  '中山',
  '十字',
  '菜市',
  '大河',
  '滨江南',
  '云汀',
  '滨江北',
  '汀北',
  '澜山',
  '科苑',
  '学府',
  '鹭洲',
  '星河',
  '创新',
  '云帆',
  '北辰',
  '翠屏',
  '凤鸣',
  '兰溪',
  '栖霞',
  '远山',
  '高桥',
];

/** One name a line; the part beyond the old town's axis is the 北路 or 东路 of the same name. */
export function roadName(axis: 'column' | 'row', index: number, rank: Rank, middle: Point): string {
  const list = axis === 'column' ? NORTH_SOUTH : EAST_WEST;
  const word = list[index];
  if (rank === 'primary') return `${word}大道`;
  if (axis === 'column') return `${word}${middle.y > 900 ? '北路' : '路'}`;
  return `${word}${middle.x > 3300 ? '东路' : '路'}`;
}

const LANE_FIRST = [
  '青石',
  '打铁',
  '豆腐',
  '油坊',
  '柴家',
  '孙家',
  '井亭',
  '竹篾',
  '灯笼',
  '染坊',
  '绒线',
  '磨盘',
  '花轿',
  '太平',
  '三元',
  '状元',
  '仁义',
  '长寿',
  '水西',
  '后街',
  '马王',
  '火神',
  '文庙',
  '县前',
  '糖坊',
  '米市',
  '鱼行',
  '木梳',
  '百花',
  '银杏',
  '桂花',
  '石板',
  '双井',
  '古井',
  '半边',
  '扁担',
  '弓箭',
  '布鞋',
  '酱园',
  '茶馆',
];
const LANE_LAST = ['巷', '里', '弄', '上巷', '下巷', '横巷', '一巷', '二巷', '三巷', '胡同'];

/** Names of lanes, each used once while they last. */
export function laneName(number: number): string | undefined {
  const first = LANE_FIRST[(number * 7) % LANE_FIRST.length];
  const last = LANE_LAST[Math.floor(number / LANE_FIRST.length)];
  return last === undefined ? undefined : first + last;
}
