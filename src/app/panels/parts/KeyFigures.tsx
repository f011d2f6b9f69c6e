import styles from './KeyFigures.module.css';

export interface KeyFigure {
  id: string;
  label: string;
  value: string;
  unit?: string;
  /** A smaller figure, in a second row. */
  isMinor?: boolean;
}

/** Three figures stand side by side in 28 px up to this many characters; longer ones are set smaller, all of them alike. */
const ROOMY_CHARACTERS = 6;

export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  const isDense = figures.some(({ value, isMinor }) => !isMinor && value.length > ROOMY_CHARACTERS);
  return (
    <dl className={isDense ? `${styles.figures} ${styles.dense}` : styles.figures}>
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
