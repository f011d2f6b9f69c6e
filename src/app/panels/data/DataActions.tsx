import { FileTrigger } from 'react-aria-components';
import { downloadTables } from '../../actions/download-tables.ts';
import { openFiles } from '../../actions/open-files.ts';
import { openSample } from '../../actions/open-sample.ts';
import { saveProject } from '../../actions/save-project.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import styles from '../Step.module.css';
import { Templates } from './Templates.tsx';

/** Files in, files out. While something is missing, the way to bring it stands above, and there are no results to save. */
export function DataActions() {
  const { say } = useWords();
  const isWhole = useCached('overview') !== undefined;
  const chosen = (files: FileList | null) => void openFiles([...(files ?? [])]);
  return (
    <div className={styles.block}>
      <div className={styles.row}>
        {isWhole ? (
          <FileTrigger allowsMultiple onSelect={chosen}>
            <Action look="primary">{say('screen.action.ownFiles')}</Action>
          </FileTrigger>
        ) : null}
        <FileTrigger allowsMultiple acceptedFileTypes={['.json']} onSelect={chosen}>
          <Action>{say('screen.action.openProject')}</Action>
        </FileTrigger>
        <Action onPress={saveProject}>{say('screen.action.saveProject')}</Action>
        {isWhole ? <Action onPress={downloadTables}>{say('screen.action.downloadTables')}</Action> : null}
        <Action onPress={() => openSample()}>{say('screen.action.sample')}</Action>
      </div>
      {isWhole ? (
        <>
          <p className={styles.small}>{say('screen.dropHint')}</p>
          <Templates />
        </>
      ) : null}
    </div>
  );
}
