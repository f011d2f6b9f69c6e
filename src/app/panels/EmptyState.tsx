import { FileTrigger } from 'react-aria-components';
import { openFiles } from '../actions/open-files.ts';
import { openSample } from '../actions/open-sample.ts';
import { useWords } from '../compute/use-words.ts';
import { Templates } from './data/Templates.tsx';
import styles from './EmptyState.module.css';
import { Action } from './parts/Action.tsx';

/** Nothing is loaded: what this is, and the ways to begin. */
export function EmptyState() {
  const { say } = useWords();
  return (
    <section className={styles.empty} aria-labelledby="empty-title">
      <h2 id="empty-title" className={styles.title}>
        {say('screen.empty.title')}
      </h2>
      <p>{say('screen.empty.what')}</p>
      <ol className={styles.needs}>
        {['people', 'facilities', 'districts'].map((id) => (
          <li key={id}>{say(`screen.empty.needs.${id}`)}</li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Action look="primary" onPress={openSample}>
          {say('screen.empty.sample')}
        </Action>
        <FileTrigger allowsMultiple onSelect={(files) => void openFiles([...(files ?? [])])}>
          <Action>{say('screen.action.ownFiles')}</Action>
        </FileTrigger>
      </div>
      <p className={styles.hint}>{say('screen.dropHint')}</p>
      <Templates />
    </section>
  );
}
