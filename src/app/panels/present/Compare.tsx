import { useEffect, useRef, useState } from 'react';
import { changeMeeting } from '../../actions/present.ts';
import { type Still, takeStill } from '../../actions/present-still.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import styles from './Meeting.module.css';

/** Where the line stands at first: in the middle of what the column leaves of the map. */
const FIRST_PERCENT = 65;
const STEP_PERCENT = 2;
/** The column covers the map up to here. */
const LEAST_PERCENT = 31;

/** Another step's picture over one side of the map, with a line that is dragged or moved by arrow keys. */
export function Compare({ at, other }: { at: number; other: number }) {
  const { say } = useWords();
  const [still, setStill] = useState<Still>();
  const [percent, setPercent] = useState(FIRST_PERCENT);
  const views = useStore((state) => state.document.views) ?? [];
  useEffect(() => {
    let isGone = false;
    let url = '';
    void takeStill(other, at).then((taken) => {
      url = taken?.url ?? '';
      if (isGone) URL.revokeObjectURL(url);
      else if (taken) setStill(taken);
      else changeMeeting({ comparedTo: undefined });
    });
    // The picture fits this size of window only.
    const onResize = () => changeMeeting({ comparedTo: undefined });
    window.addEventListener('resize', onResize);
    return () => {
      isGone = true;
      window.removeEventListener('resize', onResize);
      if (url) URL.revokeObjectURL(url);
    };
  }, [at, other]);
  if (!still)
    return (
      <p className={styles.message} role="status">
        {say('present.comparing')}
      </p>
    );
  const isLeft = other < at;
  const clip = isLeft ? `inset(0 ${100 - percent}% 0 0)` : `inset(0 0 0 ${percent}%)`;
  const [left, right] = isLeft ? [views[other], views[at]] : [views[at], views[other]];
  return (
    <div className={styles.compare} data-testid="compare">
      <img src={still.url} alt={still.sentence} className={styles.still} style={{ clipPath: clip }} />
      <p className={styles.sideLeft} style={{ right: `${100 - percent}%` }}>
        {left?.name}
      </p>
      <p className={styles.sideRight} style={{ left: `${percent}%` }}>
        {right?.name}
      </p>
      <div className={styles.other}>
        <b>{views[other]?.name}</b>
        <p>{still.sentence}</p>
        <LegendCopy node={still.legend} />
      </div>
      <Line percent={percent} onMove={(next) => setPercent(Math.min(98, Math.max(LEAST_PERCENT, next)))} />
    </div>
  );
}

function Line({ percent, onMove }: { percent: number; onMove: (percent: number) => void }) {
  const { say } = useWords();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => line.current?.focus(), []);
  const moves: Record<string, number> = {
    ArrowLeft: percent - STEP_PERCENT,
    ArrowDown: percent - STEP_PERCENT,
    ArrowRight: percent + STEP_PERCENT,
    ArrowUp: percent + STEP_PERCENT,
    Home: LEAST_PERCENT,
    End: 98,
  };
  return (
    <div
      ref={line}
      className={styles.line}
      style={{ left: `${percent}%` }}
      role="slider"
      tabIndex={0}
      aria-label={say('present.compareHandle')}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={LEAST_PERCENT}
      aria-valuemax={98}
      onKeyDown={({ key }) => key in moves && onMove(moves[key])}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          onMove((event.clientX / window.innerWidth) * 100);
      }}
      data-testid="compare-line"
    >
      <span aria-hidden="true">‹ ›</span>
    </div>
  );
}

/** The legend of the other picture, as it was drawn. */
function LegendCopy({ node }: { node: Element | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (node) place.current?.replaceChildren(node);
  }, [node]);
  return <div ref={place} className={styles.legend} />;
}
