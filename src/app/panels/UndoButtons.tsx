import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { redo, undo } from '../actions/undo.ts';
import { useWords } from '../compute/use-words.ts';
import type { HistoryStep } from '../store/history.ts';
import { useStore } from '../store/store.ts';
import styles from './UndoButtons.module.css';

/** Back and forth through what was done to the project; each says what it would undo or redo. */
export function UndoButtons() {
  const { past, future } = useStore((state) => state.history);
  if (past.length + future.length === 0) return null;
  return (
    <div className={styles.buttons}>
      <StepButton kind="undo" target={past.at(-1)} onPress={undo} />
      <StepButton kind="redo" target={future.at(-1)} onPress={redo} />
    </div>
  );
}

const ARROWS = {
  undo: 'M6.5 3 2.5 7l4 4M3 7h7a4 4 0 0 1 0 8H7',
  redo: 'M9.5 3l4 4-4 4M13 7H6a4 4 0 0 0 0 8h3',
};

function StepButton({
  kind,
  target,
  onPress,
}: {
  kind: 'undo' | 'redo';
  target: HistoryStep | undefined;
  onPress: () => Promise<void>;
}) {
  const { say } = useWords();
  const text = target
    ? say(`screen.${kind}.what`, { deed: say(`screen.deed.${target.deed}`) })
    : say(`screen.${kind}.nothing`);
  return (
    <TooltipTrigger delay={200}>
      <Button
        className={styles.button}
        aria-label={text}
        isDisabled={!target}
        onPress={onPress}
        data-testid={kind}
      >
        <svg viewBox="0 0 16 17" width="16" height="16" aria-hidden="true">
          <path d={ARROWS[kind]} />
        </svg>
      </Button>
      <Tooltip className={styles.tooltip}>{text}</Tooltip>
    </TooltipTrigger>
  );
}
