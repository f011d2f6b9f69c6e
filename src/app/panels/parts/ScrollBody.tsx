import type { ReactNode } from 'react';
import styles from './ScrollBody.module.css';

/** A finding that is longer than the panel: it scrolls as a whole, and its tables have a height of their own. */
export function ScrollBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

/** Room for a table inside of it. */
export function TableRoom({ children }: { children: ReactNode }) {
  return <div className={styles.room}>{children}</div>;
}
