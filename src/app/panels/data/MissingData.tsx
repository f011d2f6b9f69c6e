import { FileTrigger } from 'react-aria-components';
import { missingRoles } from '../../../view/missing-roles.ts';
import { openFiles } from '../../actions/open-files.ts';
import { useWords } from '../../compute/use-words.ts';
import { useLoaded } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import styles from './MissingData.module.css';
import { Templates } from './Templates.tsx';

/** What is still needed before anything can be answered, and the way to bring it. */
export function MissingData() {
  const { say } = useWords();
  const loaded = useLoaded();
  const missing = missingRoles((loaded?.sources ?? []).map(({ role }) => role));
  if (missing.length === 0) return null;
  return (
    <section className={styles.missing} data-testid="missing" aria-labelledby="missing-title">
      {missing.map((role, k) => (
        <div key={role}>
          <h2 id={k === 0 ? 'missing-title' : undefined}>{say(`screen.missing.${role}.title`)}</h2>
          <p>{say(`screen.missing.${role}.what`)}</p>
        </div>
      ))}
      <FileTrigger allowsMultiple onSelect={(files) => void openFiles([...(files ?? [])])}>
        <Action look="primary">
          {say(missing.length === 1 ? `screen.missing.${missing[0]}.add` : 'screen.action.ownFiles')}
        </Action>
      </FileTrigger>
      <p className={styles.hint}>{say('screen.dropHint')}</p>
      <Templates />
    </section>
  );
}
