import type { Facilities } from './facilities.ts';

const WEEKS_A_MONTH = 52 / 12;
const DAYS: readonly (readonly RegExp[])[] = [
  [/周一|星期一|礼拜一|\bmon/],
  [/周二|星期二|礼拜二|\btue/],
  [/周三|星期三|礼拜三|\bwed/],
  [/周四|星期四|礼拜四|\bthu/],
  [/周五|星期五|礼拜五|\bfri/],
  [/周六|星期六|礼拜六|\bsat/],
  [/周日|周天|星期日|星期天|礼拜天|\bsun/],
];
const DAY_CHARACTERS = '一二三四五六日';

/**
 * Visits of every stop in a period, in rows of the facilities; NaN where neither the number nor the days are known. A number
 * that was surveyed wins over the days of the week; a month has 52/12 weeks.
 */
export function visitsColumn({ count, numbers, texts }: Facilities, period: 'week' | 'month'): Float64Array {
  const { daysPerWeek, visitsPerMonth } = numbers;
  return Float64Array.from({ length: count }, (_, row) => {
    const monthly = visitsPerMonth?.[row] ?? Number.NaN;
    const stated = daysPerWeek?.[row] ?? Number.NaN;
    const weekly = Number.isNaN(stated) ? weekdaysIn(texts.weekdays?.[row] ?? '') : stated;
    if (period === 'month') return Number.isNaN(monthly) ? weekly * WEEKS_A_MONTH : monthly;
    return Number.isNaN(weekly) ? monthly / WEEKS_A_MONTH : weekly;
  });
}

/** Days of the week that a text names: 周一、周三 → 2, 周一至周五 → 5, 每天 → 7, Mon, Wed → 2; NaN when it names none. */
export function weekdaysIn(text: string): number {
  const plain = text.normalize('NFKC').toLowerCase().replace(/天/g, '日');
  if (/每日|全周|daily|every day/.test(plain)) return 7;
  if (/工作日|weekdays/.test(plain)) return 5;
  const range =
    /(?:周|星期|礼拜)([一二三四五六日])\s*(?:至|到|-|~|—)\s*(?:周|星期|礼拜)?([一二三四五六日])/.exec(plain);
  if (range) {
    const [from, to] = [DAY_CHARACTERS.indexOf(range[1]), DAY_CHARACTERS.indexOf(range[2])];
    return ((to - from + 7) % 7) + 1;
  }
  // 周一、三、五: the word for week is said once.
  const list = /(?:周|星期|礼拜)([一二三四五六日](?:[、,，和\s]*[一二三四五六日])+)/.exec(plain);
  if (list) return new Set(list[1].replace(/[^一二三四五六日]/g, '')).size;
  const named = DAYS.filter((patterns) => patterns.some((pattern) => pattern.test(plain))).length;
  return named === 0 ? Number.NaN : named;
}
