import { useState } from 'react';
import { renameProject, setMemoryOnly, wipeEverything } from '../../actions/saved-projects.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import styles from './ProjectsDialog.module.css';

/** The name of the project, whether anything is kept, and the way to remove every trace. */
export function StorageChoices() {
  const { say } = useWords();
  const name = useStore((state) => state.document.name);
  const isOff = useStore((state) => state.saving.state === 'off');
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles.choices}>
      <label className={styles.name}>
        {say('screen.projects.name')}
        <input
          defaultValue={name}
          onBlur={(event) => renameProject(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && renameProject(event.currentTarget.value)}
        />
      </label>
      <Toggle
        text={say('screen.projects.memoryOnly')}
        isOn={isOff}
        onChange={setMemoryOnly}
        testId="memory-only"
      />
      <p className={styles.small}>{say('screen.projects.memoryOnlyMeans')}</p>
      {isAsking ? (
        <div className={styles.warning} role="alert">
          <p>{say('screen.projects.wipeSure')}</p>
          <Action look="primary" onPress={wipeEverything}>
            {say('screen.projects.wipeYes')}
          </Action>
          <Action onPress={() => setAsking(false)}>{say('screen.cancel')}</Action>
        </div>
      ) : (
        <Action look="plain" onPress={() => setAsking(true)}>
          {say('screen.projects.wipe')}
        </Action>
      )}
    </div>
  );
}
