import { useEffect } from 'react';

const DRAGS = ['dragenter', 'dragover', 'drop', 'paste'] as const;

/** A file that is dropped by mistake neither opens nor, as browsers do by themselves, takes the place of the page. */
export function useDropGuard(): void {
  useEffect(() => {
    const refuse = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      if (event instanceof DragEvent && event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    for (const name of DRAGS) window.addEventListener(name, refuse, { capture: true });
    return () => {
      for (const name of DRAGS) window.removeEventListener(name, refuse, { capture: true });
    };
  }, []);
}
