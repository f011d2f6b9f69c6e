import { Button } from 'react-aria-components';
import { noteIn } from '../../../view/note.ts';
import { localeOf } from '../../../view/numbers.ts';
import { changeMeeting, goToStep, stopPresenting } from '../../actions/present.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import styles from './Meeting.module.css';

/** Where one is, the date, what is to be known of the data, and buttons for whoever has no keyboard. */
export function MeetingFoot({ at, count }: { at: number; count: number }) {
  const { say, language } = useWords();
  const { note } = useStore((state) => state.document);
  const startedAt = useStore(({ session }) => session.meeting?.startedAt ?? 0);
  const date = new Date(startedAt).toLocaleDateString(localeOf(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  return (
    <footer className={styles.foot}>
      <p>
        {say('present.date', { date })}
        {note ? ` · ${noteIn(note, language)}` : ''}
      </p>
      <div className={styles.controls}>
        <Button
          className={styles.control}
          aria-label={say('present.previous')}
          onPress={() => goToStep(at - 1)}
        >
          ‹
        </Button>
        <span data-testid="step-number" role="status" aria-label={say('present.step', { at: at + 1, count })}>
          {at + 1} / {count}
        </span>
        <Button className={styles.control} aria-label={say('present.next')} onPress={() => goToStep(at + 1)}>
          ›
        </Button>
        <Button className={styles.control} onPress={() => changeMeeting({ hasHelp: true })}>
          {say('present.keysTitle')}
        </Button>
        <Button className={styles.control} onPress={() => stopPresenting()}>
          {say('present.leave')}
        </Button>
      </div>
    </footer>
  );
}
