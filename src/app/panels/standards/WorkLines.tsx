import { useRef, useState } from 'react';
import { formatCount } from '../../../view/numbers.ts';
import { rowWindow } from '../../../view/row-window.ts';
import type { WorkLine } from '../../../view/work-list.ts';
import { hoverDistrict } from '../../actions/select-place.ts';
import { showStandard } from '../../actions/show-standard.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './Standards.module.css';

const LINE_HEIGHT = 62;

/** The lines themselves; only those in sight are drawn. */
export function WorkLines({ lines }: { lines: readonly WorkLine[] }) {
  const { say, language } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 400 });
  if (lines.length === 0) return <p className={styles.empty}>{say('standards.list.empty')}</p>;
  const shown = rowWindow(lines.length, LINE_HEIGHT, sight.top, sight.height);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={() => {
        const { scrollTop = 0, clientHeight = 400 } = scroller.current ?? {};
        setSight({ top: scrollTop, height: clientHeight });
      }}
    >
      <ul className={styles.work} data-testid="work-list" onPointerLeave={() => hoverDistrict(undefined)}>
        <li style={{ height: shown.above }} aria-hidden="true" />
        {lines.slice(shown.from, shown.to).map((line) => (
          <li key={`${line.standardId}:${line.level}:${line.district}`} style={{ height: LINE_HEIGHT }}>
            <button
              type="button"
              className={styles.workLine}
              onClick={() => showStandard(line.standardId, line.district)}
              onPointerEnter={() => hoverDistrict(line.district)}
              onFocus={() => hoverDistrict(line.district)}
            >
              <span className={styles.workTop}>
                <strong>{line.work || say(`state.${line.state}`)}</strong>
                <span className={styles.workName}>{line.standard}</span>
              </span>
              <span className={styles.workFoot}>
                {[
                  line.place,
                  line.people > 0
                    ? say('standards.list.people', { people: formatCount(line.people, language) })
                    : '',
                  line.clause,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
        <li style={{ height: shown.below }} aria-hidden="true" />
      </ul>
    </div>
  );
}
