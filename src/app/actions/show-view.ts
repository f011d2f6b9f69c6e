import type { KeptView } from '../../core/project/views.ts';
import { middleOffset, roomBetween, zoomFor } from '../../view/step-extent.ts';
import { insetsNow, theCamera } from '../compute/map-camera.ts';
import { sessionOf } from '../compute/view-look.ts';
import { cache } from '../store/cache.ts';
import { setSession, useStore } from '../store/store.ts';
import { runCoverage } from './run-coverage.ts';

const STEPS = ['data', 'coverage', 'shortfall'];

/** Shows a kept view: what was looked at, asked anew, and the same part of the map. The project stays as it is. */
export async function showView(view: KeptView): Promise<void> {
  const { session, document } = useStore.getState();
  const { overview } = cache;
  if (!overview) return;
  const next = sessionOf(view.look, document.settings, overview, STEPS);
  setSession(next);
  showExtent(view);
  const isAsked =
    cache.coverage?.service === (next.service ?? session.service) &&
    cache.coverage?.group === (next.group ?? session.group);
  if (!isAsked) await runCoverage();
}

/** The part of the map that was seen, in the room there is now. */
export function showExtent({ extent }: Pick<KeptView, 'extent'>): void {
  const camera = theCamera();
  if (!extent || !camera) return;
  const insets = insetsNow(useStore.getState().session);
  const zoom = zoomFor(extent, roomBetween(camera.room(), insets));
  camera.go({ lng: extent.lng, lat: extent.lat, zoom }, middleOffset(insets));
}
