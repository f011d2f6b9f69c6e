import type { KeptView, Stage, ViewExtent } from '../../core/project/views.ts';
import { plainSentence } from '../../view/finding.ts';
import { serviceName } from '../../view/names.ts';
import { middleOffset, roomBetween } from '../../view/step-extent.ts';
import { sayIn } from '../../view/words/index.ts';
import { findingShown } from '../compute/finding-shown.ts';
import { insetsNow, theCamera } from '../compute/map-camera.ts';
import { lookOf } from '../compute/view-look.ts';
import { newId } from '../storage/new-id.ts';
import { cache, loadedData } from '../store/cache.ts';
import { useStore } from '../store/store.ts';
import { changeViews } from './change-views.ts';

/** Keeps what is on screen as the last step. */
export function keepView(): void {
  const fresh = viewNow();
  if (fresh) changeViews((views) => [...views, { id: newId(), note: '', ...fresh }]);
}

/** What is on screen takes the place of a kept view; its name, stage and note stay. */
export function updateView(id: string): void {
  const fresh = viewNow();
  if (!fresh) return;
  const { name: _name, stage: _stage, ...shown } = fresh;
  changeViews((views) => views.map((one) => (one.id === id ? { ...one, ...shown } : one)));
}

/** The screen of now; undefined where there is no answer to keep. */
export function viewNow(): Omit<KeptView, 'id' | 'note'> | undefined {
  const { session, document } = useStore.getState();
  const data = loadedData();
  if (!data || !cache.overview) return undefined;
  const say = sayIn(session.language);
  const finding = findingShown({ session, document }, cache, say, session.language);
  const stage: Stage = session.step === 'shortfall' ? 'gap' : 'present';
  const extent = extentNow();
  return {
    name: nameOfScreen(say),
    stage,
    ...(extent && { extent }),
    look: lookOf(session, document.settings, cache.overview),
    sentence: finding ? plainSentence(finding.parts) : '',
  };
}

/** What is seen of the map between the panels. */
function extentNow(): ViewExtent | undefined {
  const camera = theCamera();
  if (!camera) return undefined;
  const insets = insetsNow(useStore.getState().session);
  const { zoom } = camera.where();
  return { ...camera.at(middleOffset(insets)), zoom, ...roomBetween(camera.room(), insets) };
}

/** A name to start with: the service or the standard, and what is asked about it. */
function nameOfScreen(say: ReturnType<typeof sayIn>): string {
  const { session } = useStore.getState();
  const { language, step, subject, shortfallSubject, standardId } = session;
  const service = cache.coverage ? serviceName(cache.coverage.service, language) : '';
  if (step !== 'shortfall')
    return subject === 'circle'
      ? say('present.name.circle', { minutes: session.circleMinutes })
      : say(`present.name.${session.isRobust ? 'robust' : session.cellMode}`, { service });
  const standard = cache.standards?.find((one) => one.standard.id === standardId)?.standard;
  if (shortfallSubject === 'standards') return standard ? standard[language] : say('present.name.standards');
  return say(`present.name.${shortfallSubject}`, { service });
}
