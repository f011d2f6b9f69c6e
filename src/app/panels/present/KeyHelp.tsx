import { KEY_LIST } from '../../../view/present-keys.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './Meeting.module.css';

/** Which key does what. */
export function KeyHelp() {
  const { say } = useWords();
  return (
    <div className={styles.help} data-testid="key-help">
      <h2>{say('present.keysTitle')}</h2>
      <dl>
        {KEY_LIST.map(({ keys, word }) => (
          <div key={word}>
            <dt>{keys}</dt>
            <dd>{say(`present.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
