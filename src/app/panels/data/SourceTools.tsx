import { Button } from 'react-aria-components';
import type { SourceLine } from '../../../view/source-lines.ts';
import { removeSource } from '../../actions/remove-source.ts';
import { replaceSource } from '../../actions/replace-source.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import styles from './SourceList.module.css';

/** Another file in this one's place, or none. */
export function SourceTools({ line: { index, file } }: { line: SourceLine }) {
  const { say } = useWords();
  const isOpening = useStore((state) => state.jobs.open.state === 'running');
  return (
    <span className={styles.tools}>
      <Button
        className={styles.tool}
        isDisabled={isOpening}
        aria-label={say('screen.source.replaceFile', { file })}
        onPress={() => replaceSource(index)}
      >
        {say('screen.source.replace')}
      </Button>
      <Button
        className={styles.tool}
        isDisabled={isOpening}
        aria-label={say('screen.source.removeFile', { file })}
        onPress={() => removeSource(index)}
      >
        ✕
      </Button>
    </span>
  );
}
