/**
 * The finding: one sentence with its denominator, in parts, so that its numbers can be pressed to see the rows behind
 * them.
 */
export interface FindingPart {
  text: string;
  /** What the number is, when the part is one. */
  figure?: string;
}

const MARK = '\u0002';

/**
 * Says a sentence whose `figures` stay apart from its words. The values travel through the sentence between marks, so
 * that each language may put them in its own order.
 */
export function sentenceParts(
  say: (values: Record<string, string>) => string,
  figures: Record<string, string>,
  words: Record<string, string> = {},
): FindingPart[] {
  const marked = Object.fromEntries(Object.keys(figures).map((name) => [name, `${MARK}${name}${MARK}`]));
  return say({ ...words, ...marked })
    .split(MARK)
    .map((text, k): FindingPart => (k % 2 === 1 ? { text: figures[text], figure: text } : { text }))
    .filter((part) => part.text !== '');
}

export function plainSentence(parts: FindingPart[]): string {
  return parts.map((part) => part.text).join('');
}
