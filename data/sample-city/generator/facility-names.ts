import { createRandom } from './random.ts';

const GOOD_WORDS = [
  '红苹果',
  '小太阳',
  '金摇篮',
  '童心',
  '蓝天',
  '七彩',
  '智慧树',
  '春蕾',
  '阳光',
  '未来星',
  '小博士',
  '启明',
  '贝贝',
  '萌芽',
  '百合',
];
const ELDER_WORDS = [
  '松鹤',
  '夕阳红',
  '颐年',
  '福寿',
  '康宁',
  '静安',
  '怡和',
  '常青',
  '银龄',
  '椿萱',
  '乐养',
  '鹤寿',
  '和熙',
  '安泰',
  '祥和',
  '晚晴',
];
const ORDINALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
];

/** Names as each service bears them, after the community or the street it stands in; never the same name twice. */
export function createFacilityNames(): (service: string, community: string, street: string) => string {
  const random = createRandom('facility names');
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  const numbered = (kind: string) => {
    const next = numbers.get(kind) ?? 0;
    numbers.set(kind, next + 1);
    return ORDINALS[next];
  };
  const propose = (service: string, community: string, street: string): string => {
    const place = community.replace(/社区$|村$/, '');
    const quarter = street.replace(/街道$|镇$/, '');
    switch (service) {
      case 'childcare':
        return `${random.pick(GOOD_WORDS)}${random.pick(['托育中心', '托育园', '婴幼儿照护中心'])}（${place}）`;
      case 'kindergarten':
        return random.chance(0.35) ? `${random.pick(GOOD_WORDS)}${place}幼儿园` : `${place}幼儿园`;
      case 'primary-school':
        return random.chance(0.4)
          ? `云汀市${quarter}${random.pick(['中心', '第一', '第二', '实验'])}小学`
          : `${place}小学`;
      case 'junior-school':
        return random.chance(0.6) ? `云汀市第${numbered('junior')}中学` : `${quarter}初级中学`;
      case 'health-station':
        return `${place}社区卫生服务站`;
      case 'elder-station':
        return `${place}${random.pick(['养老驿站', '居家养老服务站', '养老驿站', '日间照料中心'])}`;
      case 'elder-home':
        return `云汀${random.pick(ELDER_WORDS)}${random.pick(['养老院', '颐养中心', '护理院', '老年公寓'])}`;
      case 'culture-station':
        return `${place}${random.pick(['文化活动站', '城市书房', '综合文化服务中心', '文化活动站'])}`;
      case 'fitness-ground':
        return `${place}${random.pick(['健身广场', '全民健身场', '口袋运动场', '健身苑'])}`;
      default:
        return `${community}${random.pick(['党群服务中心', '便民服务中心', '综合服务中心'])}`;
    }
  };
  return (service, community, street) => {
    const first = propose(service, community, street);
    let name = first;
    for (let n = 1; used.has(name); n++) name = `${first}（${ORDINALS[n]}部）`;
    used.add(name);
    return name;
  };
}
