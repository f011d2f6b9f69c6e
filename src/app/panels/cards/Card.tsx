import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { CardLine } from '../../../view/explain-place.ts';
import { clearSelection } from '../../actions/select-place.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './Card.module.css';

/** A card over the map that answers "why". Escape closes it; a choice by keyboard moves the focus here. */
export function Card({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  const { say } = useWords();
  const element = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element>(null);
  useEffect(() => {
    cameFrom.current = document.activeElement;
    element.current?.focus({ preventScroll: true });
    return () => {
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') clearSelection();
  };
  return (
    <section
      ref={element}
      className={styles.card}
      data-testid={testId}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <h2>{title}</h2>
        <Button className={styles.close} aria-label={say('screen.close')} onPress={clearSelection}>
          ×
        </Button>
      </div>
      {children}
    </section>
  );
}

export function CardLines({ title, lines }: { title?: string; lines: CardLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      {title ? <h3 className={styles.title}>{title}</h3> : null}
      <dl className={styles.lines}>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
