import { cache } from '../store/cache.ts';
import { useStore } from '../store/store.ts';
import { type Finding, findingShown } from './finding-shown.ts';
import { useWords } from './use-words.ts';

/** The finding of what is looked at, made anew whenever an answer or the question changes. */
export function useFindingShown(): Finding | undefined {
  const { say, language } = useWords();
  const session = useStore((state) => state.session);
  const document = useStore((state) => state.document);
  useStore((state) => state.revision);
  return findingShown({ session, document }, cache, say, language);
}
