import { ProgressBar as Bar } from 'react-aria-components';
import { progressView } from '../../view/progress.ts';
import { stopWork } from '../actions/stop-work.ts';
import { useWords } from '../compute/use-words.ts';
import { firstRunning } from '../store/jobs.ts';
import { useStore } from '../store/store.ts';
import styles from './ProgressBar.module.css';
import { Action } from './parts/Action.tsx';

/** What is being done, how far it is, and a way to stop. Quick answers do not show: the bar fades in after a moment. */
export function ProgressBar({ isInDialog = false }: { isInDialog?: boolean }) {
  const { say } = useWords();
  const jobs = useStore((state) => state.jobs);
  const running = firstRunning(jobs);
  if (!running) return null;
  const { text, percent } = progressView(running.progress, say);
  return (
    <div className={isInDialog ? styles.inDialog : styles.progress} data-testid="progress">
      <Bar
        aria-label={text}
        value={percent ?? 0}
        isIndeterminate={percent === undefined}
        className={styles.bar}
      >
        <span className={styles.text}>
          {text}
          {percent === undefined ? '…' : ` ${percent}%`}
        </span>
        <span className={styles.track}>
          <span className={styles.fill} style={{ width: `${percent ?? 30}%` }} />
        </span>
      </Bar>
      <Action look="plain" onPress={stopWork}>
        {say('screen.stop')}
      </Action>
    </div>
  );
}
