import { lazy, Suspense } from 'react';
import { DropZone, I18nProvider } from 'react-aria-components';
import { localeOf } from '../view/numbers.ts';
import styles from './App.module.css';
import { openDropped } from './actions/open-dropped.ts';
import { usePageState } from './compute/use-page-state.ts';
import { useUndoKeys } from './compute/use-undo-keys.ts';
import { useWords } from './compute/use-words.ts';
import { Credits } from './panels/Credits.tsx';
import { SelectionCard } from './panels/cards/SelectionCard.tsx';
import { EmptyState } from './panels/EmptyState.tsx';
import { Failure } from './panels/Failure.tsx';
import { ImportDialog } from './panels/import/ImportDialog.tsx';
import { LeftPanel } from './panels/LeftPanel.tsx';
import { Legend } from './panels/Legend.tsx';
import { ProgressBar } from './panels/ProgressBar.tsx';
import { ProjectsDialog } from './panels/projects/ProjectsDialog.tsx';
import { RightPanel } from './panels/RightPanel.tsx';
import { useCached, useLoaded, useStore } from './store/store.ts';

/** The map's libraries are the heaviest part of the page: the words and panels do not wait for them. */
const MapView = lazy(() => import('./map/MapView.tsx'));

/** The page: the map, and what floats over it. Files may be dropped anywhere. */
export function App() {
  const { say, language } = useWords();
  const { leftOpen, rightOpen, mapUnavailable } = useStore((state) => state.session);
  const hasData = useCached('overview') !== undefined;
  const hasAny = useLoaded() !== undefined;
  const isImporting = useStore((state) => state.importing !== undefined);
  const state = usePageState();
  useUndoKeys();
  return (
    <I18nProvider locale={localeOf(language)}>
      <DropZone
        className={styles.page}
        aria-label={say('screen.dropHint')}
        onDrop={openDropped}
        data-testid="app"
        data-left={hasAny && leftOpen ? 'open' : hasAny ? 'folded' : 'none'}
        data-right={hasData && rightOpen ? 'open' : 'folded'}
      >
        <main className={styles.main}>
          {mapUnavailable ? (
            <p className={styles.noMap}>{say('screen.noMap')}</p>
          ) : (
            <Suspense>
              <MapView />
            </Suspense>
          )}
          <LeftPanel />
          {mapUnavailable ? null : <Legend />}
          <Credits />
          <SelectionCard />
          <RightPanel />
          {state === 'empty' ? <EmptyState /> : null}
          {isImporting ? null : <ProgressBar />}
          <Failure />
          <ImportDialog />
          <ProjectsDialog />
        </main>
      </DropZone>
    </I18nProvider>
  );
}
