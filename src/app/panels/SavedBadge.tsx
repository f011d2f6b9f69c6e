import { Button } from 'react-aria-components';
import { formatMoment } from '../../view/saving.ts';
import type { Language, Say } from '../../view/words/index.ts';
import { showProjects } from '../actions/saved-projects.ts';
import { useWords } from '../compute/use-words.ts';
import type { SaveState } from '../storage/autosave.ts';
import { useStore } from '../store/store.ts';
import styles from './SavedBadge.module.css';

/** Whether what is on screen is also kept, honestly; pressed, it leads to the projects of this browser. */
export function SavedBadge() {
  const { say, language } = useWords();
  const saving = useStore((state) => state.saving);
  return (
    <Button
      className={styles.badge}
      data-state={saving.state}
      data-testid="saved-badge"
      onPress={showProjects}
    >
      <span className={styles.mark} aria-hidden="true" />
      <span role="status">{badgeText(saving, say, language)}</span>
    </Button>
  );
}

function badgeText(saving: SaveState, say: Say, language: Language): string {
  if (saving.state === 'kept')
    return say('screen.saving.kept', { time: formatMoment(saving.at, Date.now(), language) });
  if (saving.state === 'unsaved') return say(`screen.saving.unsaved.${saving.why}`);
  return say(`screen.saving.${saving.state}`);
}
