import { useEffect, useRef, useState } from 'react';
import { useFindingShown } from '../../compute/use-finding-shown.ts';
import { useWords } from '../../compute/use-words.ts';
import { firstRunning } from '../../store/jobs.ts';
import { useStore } from '../../store/store.ts';
import { Credits } from '../Credits.tsx';
import { Failure } from '../Failure.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { Compare } from './Compare.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { LivePanel } from './LivePanel.tsx';
import styles from './Meeting.module.css';
import { MeetingFoot } from './MeetingFoot.tsx';
import { MeetingLegend } from './MeetingLegend.tsx';
import { PointerDot } from './PointerDot.tsx';
import { useDropGuard } from './use-drop-guard.ts';
import { usePresentKeys } from './use-present-keys.ts';
import { useSpeaker } from './use-speaker.ts';

/** The big screen: one step, its sentence, its figures, the map, its legend, source and method. Everything else is away. */
export function Meeting() {
  const { say } = useWords();
  const screen = useRef<HTMLElement>(null);
  const meeting = useStore((state) => state.session.meeting);
  const views = useStore((state) => state.document.views) ?? [];
  const [isBlocked, setBlocked] = useState(false);
  const openSpeaker = useSpeaker();
  usePresentKeys(() => setBlocked(!openSpeaker()));
  useDropGuard();
  useEffect(() => screen.current?.focus(), []);
  const view = views[meeting?.at ?? 0];
  if (!meeting || !view) return null;
  return (
    <section
      ref={screen}
      className={styles.screen}
      tabIndex={-1}
      aria-label={say('present.meeting')}
      data-testid="meeting"
    >
      {meeting.comparedTo === undefined ? null : (
        <Compare key={`${meeting.at}-${meeting.comparedTo}`} at={meeting.at} other={meeting.comparedTo} />
      )}
      <div className={styles.column}>
        <header className={styles.head}>
          <span className={styles.stage}>{say(`present.stage.${view.stage}`)}</span>
          <h1 className={styles.name} data-testid="step-name">
            {view.name}
          </h1>
        </header>
        <Finding />
        <MeetingLegend />
        <MeetingFoot at={meeting.at} count={views.length} />
      </div>
      <div className={styles.caption}>
        <Credits />
      </div>
      {isBlocked ? (
        <p className={styles.message} role="alert">
          {say('present.speakerBlocked')}
        </p>
      ) : null}
      {meeting.isLive ? <LivePanel /> : null}
      {meeting.hasHelp ? <KeyHelp /> : null}
      <Failure />
      {meeting.hasPointer ? <PointerDot /> : null}
      {meeting.isBlack ? (
        <div className={styles.black} role="img" aria-label={say('present.black')} data-testid="black" />
      ) : null}
    </section>
  );
}

/** The sentence and the three figures that matter most; greyed while the step is still being computed. */
function Finding() {
  const { say } = useWords();
  const finding = useFindingShown();
  const isWorking = useStore(({ jobs }) => firstRunning(jobs) !== undefined);
  if (!finding) return <p className={styles.sentence}>{say('present.working')}</p>;
  return (
    <div className={styles.finding} data-stale={isWorking}>
      <p className={styles.sentence} data-testid="finding" aria-live="polite">
        {finding.parts.map(({ text, figure }) =>
          figure === undefined ? <span key={text}>{text}</span> : <b key={figure}>{text}</b>,
        )}
      </p>
      <KeyFigures figures={finding.figures.filter((one) => !one.isMinor).slice(0, 3)} />
    </div>
  );
}
