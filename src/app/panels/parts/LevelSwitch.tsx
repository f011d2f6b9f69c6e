import { levelName } from '../../../view/names.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import styles from './LevelSwitch.module.css';
import { Segments } from './Segments.tsx';

/** The heading of a table by district, with the level it is about. */
export function LevelSwitch({ title }: { title: string }) {
  const { say } = useWords();
  const levels = useCached('overview')?.districts?.levels ?? [];
  const level = useStore((state) => state.session.level);
  return (
    <div className={styles.bar}>
      <h2>{title}</h2>
      {levels.length > 1 ? (
        <Segments
          label={say('screen.level')}
          isLabelHidden
          value={level}
          onChange={(id) => setSession({ level: id })}
          options={levels.map((id) => ({ id, text: levelName(id, say) }))}
        />
      ) : null}
    </div>
  );
}
