import { groupName, serviceName } from '../../../view/names.ts';
import { formatFactor } from '../../../view/numbers.ts';
import { chooseGroup, chooseService } from '../../actions/choose-service.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import type { SessionState } from '../../store/session.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Choice } from '../parts/Choice.tsx';
import { Segments } from '../parts/Segments.tsx';
import { SymbolIcon } from '../parts/SymbolIcon.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import styles from '../Step.module.css';
import { CircleControls } from './CircleControls.tsx';
import { LimitsBlock } from './LimitsBlock.tsx';
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
  const { say, language } = useWords();
  const overview = useCached('overview');
  const session = useStore((state) => state.session);
  const settings = useStore((state) => state.document.settings);
  const { service, group } = session;
  const answer = useAnswer();
  const hasNetwork = answer?.coverage.network !== undefined;
  const reading = answer?.question.reading ?? 'straight';
  const cellModes: SessionState['cellMode'][] = hasNetwork
    ? ['distance', 'choice', 'difference']
    : ['distance', 'choice'];
  if (!overview || !service) return <p>{say('screen.noService')}</p>;
  const known = overview.services.find((one) => one.id === service);
  return (
    <>
      <Choice
        label={say('screen.service')}
        value={service}
        onChange={chooseService}
        testId="service"
        options={overview.services.map(({ id, open, planned, closed }) => ({
          id,
          text: serviceName(id, language),
          note: say('screen.serviceCount', { open, other: planned + closed }),
          icon: <SymbolIcon service={id} />,
        }))}
      />
      <Choice
        label={say('screen.group')}
        value={group}
        onChange={chooseGroup}
        testId="group"
        options={(known?.groups ?? []).map((id) => ({ id, text: groupName(id, say) }))}
      />
      <LimitsBlock service={service} />
      <Segments
        label={say('screen.reading')}
        value={reading}
        onChange={(next) => setSession({ reading: next })}
        options={[
          { id: 'straight', text: say('method.straight') },
          {
            id: 'detour',
            text: say('screen.method.detourShort', {
              factor: formatFactor(settings.detourFactor ?? 1, language),
            }),
            isDisabled: settings.detourFactor === null,
          },
          ...(hasNetwork ? [{ id: 'network' as const, text: say('method.network') }] : []),
        ]}
      />
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
