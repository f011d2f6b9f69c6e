import { issueText } from '../../view/issue-lines.ts';
import { dismissFailure } from '../actions/stop-work.ts';
import { useWords } from '../compute/use-words.ts';
import { firstFailure } from '../store/jobs.ts';
import { useCached, useStore } from '../store/store.ts';
import styles from './Failure.module.css';
import { Action } from './parts/Action.tsx';

/** What went wrong, why, and the way out. */
export function Failure() {
  const { say, language } = useWords();
  const failure = useStore((state) => firstFailure(state.jobs)?.issue);
  const hasData = useCached('overview') !== undefined;
  if (!failure) return null;
  return (
    <div className={styles.failure} role="alert" data-testid="failure">
      <p>
        <b>{say('screen.failure.title')}</b>
        {failure.file ? say('screen.failure.file', { file: failure.file }) : null}
        {issueText(failure, say, language)}
      </p>
      <p className={styles.kept}>{say(hasData ? 'screen.failure.kept' : 'screen.failure.nothing')}</p>
      <Action onPress={dismissFailure}>{say('screen.failure.dismiss')}</Action>
    </div>
  );
}
