import { runCoverage } from '../actions/run-coverage.ts';
import { runStandards } from '../actions/run-standards.ts';
import { useWords } from '../compute/use-words.ts';
import { firstRunning } from '../store/jobs.ts';
import { setSession, useCached, useStore } from '../store/store.ts';
import { CoverageResult } from './coverage/CoverageResult.tsx';
import { Action } from './parts/Action.tsx';
import { FoldButton } from './parts/FoldButton.tsx';
import styles from './RightPanel.module.css';
import { ShortfallResult } from './shortfall/ShortfallResult.tsx';

/** The finding. While new data is loaded the last one stays, greyed. */
export function RightPanel() {
  const { say } = useWords();
  const { step, rightOpen } = useStore((state) => state.session);
  const isStale = useStore((state) => state.jobs.open.state === 'running');
  const hasData = useCached('overview') !== undefined;
  if (!hasData) return null;
  return (
    <section
      className={styles.panel}
      aria-label={say('screen.panel.finding')}
      data-stale={isStale}
      data-folded={!rightOpen}
      data-testid="right-panel"
    >
      {rightOpen ? <Unanswered /> : null}
      {rightOpen ? step === 'shortfall' ? <ShortfallResult /> : <CoverageResult /> : null}
      <FoldButton
        isOpen={rightOpen}
        name={say(rightOpen ? 'screen.panel.foldFinding' : 'screen.panel.unfoldFinding')}
        onPress={() => setSession({ rightOpen: !rightOpen })}
      />
    </section>
  );
}

/** New data was loaded, but its first answer was stopped: the way on. */
function Unanswered() {
  const { say } = useWords();
  const hasAnswer = useCached('coverage') !== undefined;
  const isWorking = useStore(({ jobs }) => firstRunning(jobs) !== undefined);
  if (hasAnswer || isWorking) return null;
  return (
    <div className={styles.unanswered}>
      <p>{say('screen.stopped.text')}</p>
      <Action look="primary" onPress={answerAgain}>
        {say('screen.stopped.again')}
      </Action>
    </div>
  );
}

function answerAgain(): void {
  void runCoverage();
  void runStandards();
}
