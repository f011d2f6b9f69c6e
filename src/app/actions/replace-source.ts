import { openFiles } from './open-files.ts';

/** Asks for files that take the place of one source. */
export function replaceSource(index: number): void {
  const input = document.createElement('input');
  input.type = 'file';
  // The parts of a shapefile come together.
  input.multiple = true;
  input.addEventListener('change', () => void openFiles([...(input.files ?? [])], index));
  input.click();
}
