import { type Language, type Say, sayIn } from '../../view/words/index.ts';
import { useStore } from '../store/store.ts';

const spoken = new Map<Language, Say>();

function sayOf(language: Language): Say {
  const say = spoken.get(language) ?? sayIn(language);
  spoken.set(language, say);
  return say;
}

/** The words of the page in the reader's language. */
export function useWords(): { say: Say; language: Language } {
  const language = useStore((state) => state.session.language);
  return { say: sayOf(language), language };
}
