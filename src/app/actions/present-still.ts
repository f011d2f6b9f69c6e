import { plainSentence } from '../../view/finding.ts';
import { sayIn } from '../../view/words/index.ts';
import { findingShown } from '../compute/finding-shown.ts';
import { theCamera } from '../compute/map-camera.ts';
import { settled } from '../compute/settled.ts';
import { cache } from '../store/cache.ts';
import { useStore } from '../store/store.ts';
import { viewsNow } from './change-views.ts';
import { showView } from './show-view.ts';

/** A step as a still picture: the map at the place where it is now, its legend, its sentence. */
export interface Still {
  url: string;
  legend: Element | undefined;
  sentence: string;
}

/**
 * Takes the picture of a step without moving the map, and goes back to the step that is shown. The page has one map: a picture
 * of it lies still over the other, to the pixel. Undefined where there is no map.
 */
export async function takeStill(of: number, backTo: number): Promise<Still | undefined> {
  const camera = theCamera();
  const [other, shown] = [viewsNow()[of], viewsNow()[backTo]];
  if (!camera || !other || !shown) return undefined;
  const { extent: _other, ...otherLook } = other;
  const { extent: _shown, ...shownLook } = shown;
  await showView(otherLook);
  await settled();
  await camera.settled();
  const url = URL.createObjectURL(await camera.picture());
  const legend = document.querySelector('[data-testid=legend]')?.cloneNode(true);
  const { session, document: project } = useStore.getState();
  const finding = findingShown(
    { session, document: project },
    cache,
    sayIn(session.language),
    session.language,
  );
  await showView(shownLook);
  await settled();
  await camera.settled();
  return {
    url,
    legend: legend instanceof Element ? legend : undefined,
    sentence: finding ? plainSentence(finding.parts) : '',
  };
}
