import { BARRIER_COLOUR, UNLINKED_COLOUR } from '../../view/walk-layers.ts';
import { useWords } from '../compute/use-words.ts';
import { useCached, useLoaded } from '../store/store.ts';
import styles from './Legend.module.css';

/** What the broken lines are, where barriers are loaded. */
export function BarrierRow() {
  const { say } = useWords();
  if (!useLoaded()?.barriers) return null;
  return (
    <p className={styles.row} data-testid="barrier-legend">
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
        <path d="M1 7H17" stroke={BARRIER_COLOUR} strokeWidth="1.6" strokeDasharray="5 2" />
      </svg>
      <span className={styles.label}>{say('screen.legend.barriers')}</span>
    </p>
  );
}

/** What a ring around a facility is, where one of those shown has no street near. */
export function UnlinkedRow({ services }: { services: readonly string[] }) {
  const { say } = useWords();
  const overview = useCached('overview');
  const unlinked = Array.from(overview?.network?.unlinkedFacilities ?? []);
  const count = unlinked.filter((row) => services.includes(overview?.facilities.service[row] ?? '')).length;
  if (count === 0) return null;
  return (
    <p className={styles.row} data-testid="unlinked-legend">
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
        <circle cx="9" cy="7" r="5.5" fill="#ffffff" stroke={UNLINKED_COLOUR} strokeWidth="1.8" />
      </svg>
      <span className={styles.label}>{say('screen.legend.unlinkedFacilities')}</span>
      <span className={styles.amount}>{count}</span>
    </p>
  );
}
