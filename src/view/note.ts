import type { Language } from './words/index.ts';

/** A project's note may hold both languages, a sentence each: those of the reader's are shown, or all where there are none. */
export function noteIn(note: string, language: Language): string {
  const sentences = note.match(/[^。.]+[。.]?/g)?.map((one) => one.trim()) ?? [];
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
  const own = sentences.filter((one) => one !== '' && isChinese(one) === (language === 'zh'));
  return own.length > 0 ? own.join(language === 'zh' ? '' : ' ') : note;
}

/** The same for a name written `中文 / English` in brackets or not: only the brackets' half of the reader stays. */
export function nameIn(name: string, language: Language): string {
  return name.replace(/([（(])([^（()）/]+) \/ ([^（()）/]+)([)）])/g, (_, open, zh, en, close) =>
    language === 'zh' ? `${open}${zh}${close}` : `${open}${en}${close}`,
  );
}
