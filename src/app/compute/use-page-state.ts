import { useEffect } from 'react';
import { useCached, useStore } from '../store/store.ts';
import { type PageState, pageState } from './page-state.ts';

/** The state of the page as a whole, also written on the document for whoever waits for it. */
export function usePageState(): PageState {
  const hasData = useCached('overview') !== undefined;
  const state = useStore(({ jobs }) => pageState(jobs, hasData));
  useEffect(() => {
    document.documentElement.dataset.state = state;
  }, [state]);
  return state;
}
