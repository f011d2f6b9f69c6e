import { localeOf } from '../../view/numbers.ts';
import type { Language } from '../../view/words/index.ts';
import { setSession } from '../store/store.ts';

export function switchLanguage(language: Language): void {
  document.documentElement.lang = localeOf(language);
  setSession({ language });
}
