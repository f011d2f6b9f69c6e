import { useEffect, useRef } from 'react';
import styles from './Meeting.module.css';

/** A dot where the mouse is, to point with. */
export function PointerDot() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (!dot.current) return;
      dot.current.style.transform = `translate(${clientX}px, ${clientY}px)`;
      dot.current.style.visibility = 'visible';
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, []);
  return <div ref={dot} className={styles.dot} aria-hidden="true" data-testid="pointer-dot" />;
}
