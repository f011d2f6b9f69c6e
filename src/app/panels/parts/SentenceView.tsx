import { Button } from 'react-aria-components';
import type { FindingPart } from '../../../view/finding.ts';
import styles from './SentenceView.module.css';

/** The finding. Its numbers can be pressed: they lead to the rows behind them. */
export function SentenceView({
  parts,
  onFigure,
  isMinor = false,
  testId = 'finding',
}: {
  parts: FindingPart[];
  onFigure: (figure: string) => void;
  /** A second sentence, in the size of the text. */
  isMinor?: boolean;
  testId?: string;
}) {
  return (
    <p className={isMinor ? styles.minor : styles.finding} data-testid={testId} aria-live="polite">
      {parts.map((part) =>
        part.figure === undefined ? (
          <span key={part.text}>{part.text}</span>
        ) : (
          <Button key={part.figure} className={styles.figure} onPress={() => onFigure(part.figure ?? '')}>
            {part.text}
          </Button>
        ),
      )}
    </p>
  );
}
