import type { Map as MapLibreMap } from 'maplibre-gl';

/** How long the browser is given to bring the context back before a new canvas asks for one of its own. */
const PATIENCE_MILLISECONDS = 1500;

/**
 * Calls once when the graphics context of the map was lost and there may be one again: projectors that are plugged in, laptops that wake
 * up. MapLibre would mend its own layers, but not those of deck.gl between them: the whole map is made anew.
 */
export function whenContextIsLost(map: MapLibreMap, rebuild: () => void): () => void {
  const canvas = map.getCanvas();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onRestored = () => {
    clearTimeout(timer);
    canvas.removeEventListener('webglcontextrestored', onRestored);
    // After this turn: MapLibre's own listener comes first, on a map that is still whole.
    timer = setTimeout(rebuild);
  };
  const onLost = (event: Event) => {
    event.preventDefault();
    timer = setTimeout(onRestored, PATIENCE_MILLISECONDS);
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);
  return () => {
    clearTimeout(timer);
    canvas.removeEventListener('webglcontextlost', onLost);
    canvas.removeEventListener('webglcontextrestored', onRestored);
  };
}
