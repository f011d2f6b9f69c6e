import { BARRIER_COLOUR } from '../../view/walk-layers.ts';
import { useWords } from '../compute/use-words.ts';
import { useLoaded } from '../store/store.ts';
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
