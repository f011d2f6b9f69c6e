import type { FacilityStatus } from './facilities.ts';

/** Tried in this order: 未营业 and 暂停营业 hold 营业, "under construction" must not be found by a looser word. */
const WORDS: readonly { status: FacilityStatus; pattern: RegExp }[] = [
  {
    status: 'planned',
    pattern:
      /规划|在建|建设中|施工|拟建|待建|筹建|筹备|未开|未建|未营业|未运营|未启用|待开|planned|proposed|construction|future/,
  },
  {
    status: 'closed',
    pattern:
      /关闭|停业|停办|停用|停止|暂停|歇业|撤销|撤并|注销|废弃|拆除|已关|closed|shut|abandoned|disused|demolished|inactive/,
  },
  {
    status: 'open',
    pattern:
      /营业|正常|开放|运营|运行|在用|使用|启用|已建|建成|现状|现有|保留|open|operat|active|existing|in use|normal/,
  },
];

/** The status a text means; open when it is blank (then nothing was said against it), undefined when it is not known. */
export function statusFromWords(text: string): FacilityStatus | undefined {
  const words = text.normalize('NFKC').trim().toLowerCase();
  if (words === '') return 'open';
  return WORDS.find(({ pattern }) => pattern.test(words))?.status;
}
