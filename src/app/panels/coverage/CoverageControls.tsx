import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import type { SessionState } from '../../store/session.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Segments } from '../parts/Segments.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import styles from '../Step.module.css';
import { CircleControls } from './CircleControls.tsx';
import { LimitsBlock } from './LimitsBlock.tsx';
import { GroupChoice, ReadingChoice, ServiceChoice } from './QuestionControls.tsx';
import { WalkingBlock } from './WalkingBlock.tsx';

/** What is asked: which service, whom it is for, how far it may be, how far is measured. */
export function CoverageControls() {
  const { say } = useWords();
  const subject = useStore((state) => state.session.subject);
  return (
    <div className={styles.step}>
      <Segments
        label={say('screen.subject.label')}
        isLabelHidden
        value={subject}
        onChange={(next) => setSession({ subject: next, selected: undefined })}
        options={(['service', 'circle'] as const).map((id) => ({ id, text: say(`screen.subject.${id}`) }))}
      />
      {subject === 'circle' ? <CircleControls /> : <ServiceControls />}
    </div>
  );
}

function ServiceControls() {
  const { say } = useWords();
  const overview = useCached('overview');
  const session = useStore((state) => state.session);
  const { service, group } = session;
  const hasNetwork = useAnswer()?.coverage.network !== undefined;
  const cellModes: SessionState['cellMode'][] = hasNetwork
    ? ['distance', 'choice', 'difference']
    : ['distance', 'choice'];
  if (!overview || !service) return <p>{say('screen.noService')}</p>;
  return (
    <>
      <ServiceChoice />
      <GroupChoice />
      <LimitsBlock service={service} />
      <ReadingChoice />
      {session.isRobust ? null : (
        <Segments
          label={say('screen.cellMode.label')}
          value={cellModes.find((id) => id === session.cellMode) ?? 'distance'}
          onChange={(cellMode) => setSession({ cellMode })}
          options={cellModes.map((id) => ({ id, text: say(`screen.cellMode.${id}`) }))}
        />
      )}
      <Toggle
        text={say('screen.robust.switch')}
        isOn={session.isRobust}
        onChange={(isRobust) => setSession({ isRobust })}
        testId="robust"
      />
      <WalkingBlock group={group} hasStreets={hasNetwork} />
    </>
  );
}
