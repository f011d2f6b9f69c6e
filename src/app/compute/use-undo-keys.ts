import { useEffect } from 'react';
import { redo, undo } from '../actions/undo.ts';
import { useStore } from '../store/store.ts';

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), with the command key on a Mac. A field that is being typed in keeps its own undo. */
export function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTypedIn(event.target)) return;
      if (useStore.getState().importing) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? redo() : undo());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Sliders and switches are inputs too, but nobody types in them. */
function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !['range', 'checkbox', 'radio'].includes(target.type);
}
