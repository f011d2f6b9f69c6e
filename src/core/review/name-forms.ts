/**
 * A name as it is compared: NFKC (full-width letters and brackets become plain ones), lower case, without spaces and
 * punctuation. Empty stays empty.
 */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・,，.。、'"“”‘’\-—–_/]/g, '');
}

const STATUS_NOTE =
  /[([【][^()]*(?:暂停|暂不|停业|停办|停用|停诊|歇业|撤销|注销|撤并|关闭|已拆|拆除|搬迁|装修|改造|建设中|在建|施工|筹|规划|拟建|未开)[^()]*[)\]】]/g;
const CITY = /^(?:[\p{Script=Han}]{2,7}省)?[\p{Script=Han}]{2,5}市(?=[\p{Script=Han}]{3,})/u;

/** The name without what is said about its state, without the city in front and without brackets as signs. */
export function coreName(name: string): string {
  const bare = name.normalize('NFKC').replace(STATUS_NOTE, '').trim();
  return plainName(bare)
    .replace(CITY, '')
    .replace(/[()[\]【】]/g, '');
}

/** Signs that tell places apart when one name has them and the other has not: numbers, points of the compass, size, parts. */
const TELLING =
  /[\d一二三四五六七八九十东南西北中上下前后左右新老大小高初幼甲乙丙丁总分a-z第园部校区期馆号栋座楼科]/;

/**
 * Whether two core names (see `coreName`) could be one place written twice: equal, or, in at least six signs, one sign left
 * out that does not tell places apart. Another sign in its stead is another place: 眼科 and 骨科 share their address.
 */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length !== 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1) && !TELLING.test(long[at]);
}

/** Signs changed, put in or left out, over the longer length: 1 equal, 0 nothing in common. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

/** Levenshtein's distance, one row kept. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
