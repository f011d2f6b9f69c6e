import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { KeptView } from '../../../core/project/views.ts';
import { moveView } from '../../actions/change-views.ts';
import { showView } from '../../actions/show-view.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './Present.module.css';
import { ViewFields } from './ViewFields.tsx';

/** The steps in their order. A press shows one; its pencil opens what can be changed about it. */
export function ViewList({ views }: { views: KeptView[] }) {
  const { say } = useWords();
  const [edited, setEdited] = useState<string>();
  return (
    <ol className={styles.list} aria-label={say('present.list')} data-testid="views">
      {views.map((view, k) => (
        <li key={view.id} className={styles.line} data-testid="view">
          <span className={styles.number}>{k + 1}</span>
          <Button className={styles.shown} onPress={() => showView(view)}>
            <span className={styles.stage} data-stage={view.stage}>
              {say(`present.stage.${view.stage}`)}
            </span>
            <b>{view.name}</b>
            <span className={styles.sentence}>{view.sentence}</span>
          </Button>
          <span className={styles.tools}>
            <Tool
              label={say('present.up')}
              isDisabled={k === 0}
              path={UP}
              onPress={() => moveView(view.id, -1)}
            />
            <Tool
              label={say('present.down')}
              isDisabled={k === views.length - 1}
              path={DOWN}
              onPress={() => moveView(view.id, 1)}
            />
            <Tool
              label={say('present.edit', { name: view.name })}
              path={PENCIL}
              isExpanded={edited === view.id}
              onPress={() => setEdited(edited === view.id ? undefined : view.id)}
            />
          </span>
          {edited === view.id ? <ViewFields view={view} at={k} /> : null}
        </li>
      ))}
    </ol>
  );
}

const UP = 'M8 13V3M4 7l4-4 4 4';
const DOWN = 'M8 3v10M4 9l4 4 4-4';
const PENCIL = 'M3 13l1-3.5L11 2.5 13.5 5 6.500 12z';

function Tool({
  label,
  path,
  onPress,
  isDisabled = false,
  isExpanded,
}: {
  label: string;
  path: string;
  onPress: () => void;
  isDisabled?: boolean;
  isExpanded?: boolean;
}) {
  return (
    <Button
      className={styles.tool}
      aria-label={label}
      aria-expanded={isExpanded}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <path d={path} />
      </svg>
    </Button>
  );
}
