import { useWords } from '../compute/use-words.ts';
import { setSession, useCached, useStore } from '../store/store.ts';
import { CoverageResult } from './coverage/CoverageResult.tsx';
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
      {rightOpen ? step === 'shortfall' ? <ShortfallResult /> : <CoverageResult /> : null}
      <FoldButton
        isOpen={rightOpen}
        name={say(rightOpen ? 'screen.panel.foldFinding' : 'screen.panel.unfoldFinding')}
        onPress={() => setSession({ rightOpen: !rightOpen })}
      />
    </section>
  );
}
