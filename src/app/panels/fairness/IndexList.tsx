import type { IndexLine } from '../../../view/fairness-finding.ts';
import styles from './IndexList.module.css';

/** Indices, each with what it means in a sentence. */
export function IndexList({ lines }: { lines: IndexLine[] }) {
  return (
    <dl className={styles.list}>
      {lines.map(({ id, label, value, explain }) => (
        <div key={id} data-testid={`index-${id}`}>
          <dt>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.explain}>{explain}</dd>
        </div>
      ))}
    </dl>
  );
}
