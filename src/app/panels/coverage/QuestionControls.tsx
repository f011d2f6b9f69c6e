import { groupName, serviceName } from '../../../view/names.ts';
import { formatFactor } from '../../../view/numbers.ts';
import { chooseGroup, chooseService } from '../../actions/choose-service.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Choice } from '../parts/Choice.tsx';
import { Segments } from '../parts/Segments.tsx';
import { SymbolIcon } from '../parts/SymbolIcon.tsx';

/** Which service is asked about. */
export function ServiceChoice() {
  const { say, language } = useWords();
  const services = useCached('overview')?.services ?? [];
  const service = useStore((state) => state.session.service);
  return (
    <Choice
      label={say('screen.service')}
      value={service}
      onChange={chooseService}
      testId="service"
      options={services.map(({ id, open, planned, closed }) => ({
        id,
        text: serviceName(id, language),
        note: say('screen.serviceCount', { open, other: planned + closed }),
        icon: <SymbolIcon service={id} />,
      }))}
    />
  );
}

/** For whom. */
export function GroupChoice() {
  const { say } = useWords();
  const services = useCached('overview')?.services ?? [];
  const { service, group } = useStore((state) => state.session);
  const known = services.find((one) => one.id === service);
  return (
    <Choice
      label={say('screen.group')}
      value={group}
      onChange={chooseGroup}
      testId="group"
      options={(known?.groups ?? []).map((id) => ({ id, text: groupName(id, say) }))}
    />
  );
}

/** How far is measured: straight, by the factor, along the streets where there are any. */
export function ReadingChoice() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const detourFactor = useStore((state) => state.document.settings.detourFactor);
  const hasNetwork = answer?.coverage.network !== undefined;
  return (
    <Segments
      label={say('screen.reading')}
      value={answer?.question.reading ?? 'straight'}
      onChange={(next) => setSession({ reading: next })}
      options={[
        { id: 'straight', text: say('method.straight') },
        {
          id: 'detour',
          text: say('screen.method.detourShort', { factor: formatFactor(detourFactor ?? 1, language) }),
          isDisabled: detourFactor === null,
        },
        ...(hasNetwork ? [{ id: 'network' as const, text: say('method.network') }] : []),
      ]}
    />
  );
}
