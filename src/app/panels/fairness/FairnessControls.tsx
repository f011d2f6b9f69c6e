import { placeWord } from '../../../view/capacity-words.ts';
import { supplyAtHand } from '../../compute/supply-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { KernelFields } from '../capacity/KernelFields.tsx';
import { SupplyFields } from '../capacity/SupplyFields.tsx';
import { LimitsBlock } from '../coverage/LimitsBlock.tsx';
import { GroupChoice, ReadingChoice, ServiceChoice } from '../coverage/QuestionControls.tsx';
import { Segments } from '../parts/Segments.tsx';

/** What is compared between people: how far it is for them, or how much of the supply they have. */
export function FairnessControls() {
  const { say } = useWords();
  const facilities = useCached('overview')?.facilities;
  const { service, capacity, fairnessValue } = useStore((state) => state.session);
  if (!facilities || !service) return <p>{say('screen.noService')}</p>;
  const { chosen } = supplyAtHand(facilities, service, capacity);
  return (
    <>
      <ServiceChoice />
      <GroupChoice />
      <Segments
        label={say('fairness.by.label')}
        value={fairnessValue}
        onChange={(value) => setSession({ fairnessValue: value })}
        options={(['distance', 'supply'] as const).map((id) => ({ id, text: say(`fairness.by.${id}`) }))}
      />
      {fairnessValue === 'supply' ? (
        <>
          <SupplyFields service={service} />
          <KernelFields place={placeWord(service, chosen.id, say)} />
          <LimitsBlock service={service} />
        </>
      ) : null}
      <ReadingChoice />
    </>
  );
}
