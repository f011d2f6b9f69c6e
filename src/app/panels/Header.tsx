import { nameIn, noteIn } from '../../view/note.ts';
import type { Language } from '../../view/words/index.ts';
import { switchLanguage } from '../actions/switch-language.ts';
import { useWords } from '../compute/use-words.ts';
import { useStore } from '../store/store.ts';
import styles from './Header.module.css';
import { Segments } from './parts/Segments.tsx';
import { SavedBadge } from './SavedBadge.tsx';
import { UndoButtons } from './UndoButtons.tsx';

const LANGUAGE_NAMES: readonly { id: Language; text: string }[] = [
  { id: 'zh', text: '中文' },
  { id: 'en', text: 'EN' },
];

/** The name of the tool and of the project, its note, and the language. */
export function Header() {
  const { say, language } = useWords();
  const { name, note } = useStore((state) => state.document);
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.product}>{say('product')}</h1>
        <div data-testid="language" className={styles.language}>
          <Segments
            label={say('screen.language')}
            isLabelHidden
            options={LANGUAGE_NAMES}
            value={language}
            onChange={switchLanguage}
          />
        </div>
      </div>
      {name ? (
        <div className={styles.top}>
          <p className={styles.name}>{nameIn(name, language)}</p>
          <UndoButtons />
        </div>
      ) : null}
      <SavedBadge />
      {note ? <p className={styles.note}>{noteIn(note, language)}</p> : null}
    </header>
  );
}
