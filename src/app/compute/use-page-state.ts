import { useEffect } from 'react';
import { useCached, useStore } from '../store/store.ts';
import { type PageState, pageState } from './page-state.ts';

/** The state of the page as a whole, also written on the document for whoever waits for it. */
export function usePageState(): PageState {
  const hasAll = useCached('overview') !== undefined;
  const hasSome = useCached('gathered') !== undefined;
  const state = useStore(({ jobs }) => pageState(jobs, hasAll ? 'whole' : hasSome ? 'part' : 'none'));
  useEffect(() => {
    document.documentElement.dataset.state = state;
  }, [state]);
  return state;
}
