import { closeLive } from '../../actions/present-live.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { LimitsBlock } from '../coverage/LimitsBlock.tsx';
import { ReadingChoice } from '../coverage/QuestionControls.tsx';
import { Action } from '../parts/Action.tsx';
import styles from './Meeting.module.css';

/** What may be tried out on the spot: how far, and how it is measured. Whatever was changed is taken back on closing. */
export function LivePanel() {
  const { say } = useWords();
  const { step, subject, shortfallSubject, service } = useStore((state) => state.session);
  const isOfStandards = step === 'shortfall' && shortfallSubject === 'standards';
  const hasLimits = service !== undefined && !isOfStandards && subject !== 'circle';
  return (
    <aside className={styles.live} aria-label={say('present.live')} data-testid="live">
      <h2>{say('present.live')}</h2>
      <p>{say('present.liveText')}</p>
      {hasLimits ? (
        <>
          <LimitsBlock service={service} />
          <ReadingChoice />
        </>
      ) : (
        <p>{say('present.liveNone')}</p>
      )}
      <p>{say('present.liveSites')}</p>
      <Action look="primary" onPress={closeLive}>
        {say('present.liveClose')}
      </Action>
    </aside>
  );
}
