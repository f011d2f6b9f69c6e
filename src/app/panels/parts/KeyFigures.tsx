import styles from './KeyFigures.module.css';

export interface KeyFigure {
  id: string;
  label: string;
  value: string;
  unit?: string;
  /** A smaller figure, in a second row. */
  isMinor?: boolean;
}

export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ id, label, value, unit, isMinor }) => (
        <div key={id} className={isMinor ? styles.minor : styles.major} data-testid={`figure-${id}`}>
          <dt>{label}</dt>
          <dd>
            {value}
            {unit ? <small> {unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
