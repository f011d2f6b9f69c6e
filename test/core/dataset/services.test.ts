import { describe, expect, it } from 'vitest';
import { SERVICES, serviceFromWords, serviceOf } from '../../../src/core/dataset/services.ts';

describe('the library of services', () => {
  it('has no id, no symbol and no word twice', () => {
    const twice = (texts: string[]) => texts.filter((text, i) => texts.indexOf(text) !== i);
    expect(twice(SERVICES.map(({ id }) => id))).toEqual([]);
    expect(twice(SERVICES.map(({ hue, shape }) => `${shape} ${hue}`))).toEqual([]);
    // An id in English is often among the words as well: said twice by one service is harmless, by two is not.
    const words = SERVICES.flatMap(({ zh, en, words: more, id }) => [
      ...new Set([id, zh, en, ...more].map((word) => word.toLowerCase().replace(/[_-]/g, ' '))),
    ]);
    expect(twice(words)).toEqual([]);
  });

  it('finds every service by its own names', () => {
    for (const { id, zh, en } of SERVICES) {
      expect(serviceFromWords(id)).toBe(id);
      expect(serviceFromWords(zh)).toBe(id);
      expect(serviceFromWords(en)).toBe(id);
    }
  });

  it('keeps the ten of the sample city in front, in their order', () => {
    expect(SERVICES.slice(0, 10).map(({ id }) => id)).toEqual([
      'childcare',
      'kindergarten',
      'primary-school',
      'junior-school',
      'health-station',
      'elder-station',
      'elder-home',
      'culture-station',
      'fitness-ground',
      'community-centre',
    ]);
  });

  it('marks what comes on certain days', () => {
    expect(SERVICES.filter(({ mobile }) => mobile).map(({ id }) => id)).toEqual([
      'teaching-round',
      'mobile-clinic',
      'mobile-library',
      'culture-bus',
      'film-screening',
    ]);
    expect(serviceOf('奶茶店').mobile).toBeUndefined();
  });
});

describe('type words', () => {
  it.each([
    ['医疗保健服务;综合医院;三级甲等医院', 'hospital'],
    ['医疗保健服务;综合医院;卫生院', 'health-centre'],
    ['医疗保健服务;专科医院;口腔医院', 'specialist-hospital'],
    ['医疗保健服务;疾病预防机构;疾病预防', 'cdc'],
    ['科教文化服务;图书馆;图书馆', 'library'],
    ['科教文化服务;学校;中学', 'junior-school'],
    ['体育休闲服务;运动场馆;足球场', 'football-pitch'],
    ['体育休闲服务;运动场馆;综合体育馆', 'sports-venue'],
    ['风景名胜;公园广场;公园', 'park'],
    ['交通设施服务;公交车站;公交车站相关', 'bus-stop'],
    ['交通设施服务;地铁站;地铁站', 'rail-station'],
    ['社区卫生服务中心', 'health-centre'],
    ['社区卫生服务站', 'health-station'],
    ['村卫生室', 'village-clinic'],
    ['农家书屋', 'culture-station'],
    ['社区老年人日间照料中心', 'elder-day-care'],
    ['儿童福利院', 'child-welfare'],
    ['社会福利院', 'elder-home'],
    ['退役军人服务站', 'veterans-station'],
    ['bus_stop', 'bus-stop'],
    ['nursing_home', 'elder-home'],
    ['community_centre', 'community-centre'],
    ['park', 'park'],
    ['Parks', 'park'],
    ['parking', 'parking'],
    ['奶茶店', '奶茶店'],
  ])('%s is %s', (text, service) => {
    expect(serviceFromWords(text)).toBe(service);
  });
});
