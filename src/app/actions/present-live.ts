import { cache } from '../store/cache.ts';
import { type AppState, put, useStore } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';
import { runCoverage } from './run-coverage.ts';
import { runStandards } from './run-standards.ts';

/** The project and the session as they were before something was tried out. */
let before:
  | (Pick<AppState, 'document' | 'history' | 'session'> & { sources: typeof cache.sources })
  | undefined;

/** From now on something may be tried out in front of everybody; nothing of it is saved. */
export function openLive(): void {
  const { document, history, session } = useStore.getState();
  if (!session.meeting || before) return;
  before = { document, history, session, sources: cache.sources };
  useStore.setState({
    session: { ...session, meeting: { ...session.meeting, isLive: true, comparedTo: undefined } },
  });
}

/** Takes back whatever was tried out: project, undo and screen are those of before, to the last byte. */
export async function closeLive(): Promise<void> {
  if (!before) return;
  const { document, history, session, sources } = before;
  before = undefined;
  const now = useStore.getState();
  const isOther = now.document !== document;
  const isReloaded =
    sources !== cache.sources || now.document.settings.resolution !== document.settings.resolution;
  if (isReloaded) await openProjectData(document, sources);
  const { language } = useStore.getState().session;
  useStore.setState({ document, history, session: { ...session, language } });
  put('sources', sources);
  if (isOther && cache.overview) await Promise.all([runCoverage(), runStandards()]);
}
