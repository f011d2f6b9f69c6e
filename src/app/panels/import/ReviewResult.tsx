import { useState } from 'react';
import { type ReviewLine, reviewLines } from '../../../view/review-lines.ts';
import { verdictLines } from '../../../view/review-words.ts';
import { setCoordinateSystem } from '../../actions/change-import.ts';
import { decideFindings } from '../../actions/review-import.ts';
import { useWords } from '../../compute/use-words.ts';
import type { ImportItem } from '../../store/import-draft.ts';
import { Action } from '../parts/Action.tsx';
import styles from './ReviewResult.module.css';

/** What a look at the rows found: the coordinate system they seem to be in, and faults by kind, each with its fix. */
export function ReviewResult({ index, item }: { index: number; item: ImportItem }) {
  const { say } = useWords();
  const { look, edits, mapping } = item;
  if (!look || !mapping) return null;
  const lines = reviewLines(look.findings, edits, say);
  const open = lines.filter((line) => line.fix !== undefined && !line.isFixed);
  const { verdict } = look;
  const best = verdict?.ranked[0];
  const isOther =
    verdict !== undefined &&
    verdict.confidence !== 'undecided' &&
    'crs' in mapping &&
    best?.crs !== undefined &&
    best.crs !== mapping.crs;
  return (
    <div className={styles.review} data-testid="review">
      {verdict && verdict.ranked.length > 0 ? (
        <div className={isOther ? styles.warning : styles.quiet} data-testid="crs-verdict">
          {verdictLines(verdict, say).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {isOther && best?.crs ? (
            <Action onPress={() => best.crs && setCoordinateSystem(index, best.crs)}>
              {say('screen.import.useSystem')}
            </Action>
          ) : null}
        </div>
      ) : null}
      {lines.length > 0 ? (
        <>
          <div className={styles.head}>
            <strong>{say('screen.import.review', { count: lines.length })}</strong>
            {open.length > 0 ? (
              <Action
                onPress={() =>
                  decideFindings(
                    index,
                    open.flatMap((line) => line.findings),
                    true,
                  )
                }
                data-testid="fix-all"
              >
                {say('screen.import.fixAll')}
              </Action>
            ) : null}
          </div>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <KindLine key={line.kind} index={index} line={line} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.quiet}>{say('screen.import.noFaults')}</p>
      )}
    </div>
  );
}

/** One kind of fault: how often, in which rows, what would be done, and each of them in words. */
function KindLine({ index, line }: { index: number; line: ReviewLine }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <li data-testid={`fault-${line.kind}`}>
      <div className={styles.line}>
        <span className={styles.name} data-severity={line.severity}>
          {line.name} <b>{line.count}</b>
        </span>
        <span className={styles.rows}>{say('screen.import.inRows', { rows: line.rows })}</span>
        <Action look="plain" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {say(isOpen ? 'screen.import.hideFaults' : 'screen.import.showFaults')}
        </Action>
        {line.fix === undefined ? (
          <span className={styles.quiet}>{say('screen.import.lookOnly')}</span>
        ) : (
          <Action onPress={() => decideFindings(index, line.findings, !line.isFixed)}>
            {line.isFixed ? say('screen.import.undoFix') : line.fix}
          </Action>
        )}
      </div>
      {isOpen ? (
        <ul className={styles.sentences}>
          {line.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
