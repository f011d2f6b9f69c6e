import { setSession } from '../store/store.ts';

/** A number of the finding was pressed: unfold the rows behind it and go there. */
export function showRowsBehind(_figure: string): void {
  setSession({ rightOpen: true });
  const table = document.querySelector<HTMLElement>('[data-testid="district-table"]');
  table?.scrollIntoView({ block: 'nearest' });
  table?.querySelector<HTMLElement>('tbody button')?.focus();
}
