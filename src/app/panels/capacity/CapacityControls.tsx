import { placeWord } from '../../../view/capacity-words.ts';
import { changeCapacity } from '../../actions/change-capacity.ts';
import { supplyAtHand } from '../../compute/supply-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { LimitsBlock } from '../coverage/LimitsBlock.tsx';
import { GroupChoice, ReadingChoice, ServiceChoice } from '../coverage/QuestionControls.tsx';
import { Segments } from '../parts/Segments.tsx';
import styles from '../Step.module.css';
import { KernelFields } from './KernelFields.tsx';
import { SupplyFields } from './SupplyFields.tsx';

/** What is asked about places: of which service, for whom, how far, how they are given out, and what the map shows of it. */
export function CapacityControls() {
  const { say } = useWords();
  const facilities = useCached('overview')?.facilities;
  const { service, capacity } = useStore((state) => state.session);
  if (!facilities || !service) return <p>{say('screen.noService')}</p>;
  const { chosen } = supplyAtHand(facilities, service, capacity);
  const place = placeWord(service, chosen.id, say);
  return (
    <>
      <ServiceChoice />
      <GroupChoice />
      <SupplyFields service={service} />
      <Segments
        label={say('capacity.mode.label')}
        value={capacity.mode}
        onChange={(mode) => changeCapacity({ mode })}
        options={(['without', 'access', 'use'] as const).map((id) => ({
          id,
          text: say(`capacity.mode.${id}`, { place }),
        }))}
      />
      {capacity.mode === 'access' ? <KernelFields place={place} /> : null}
      <Segments
        label={say('capacity.order.label', { place })}
        value={capacity.order}
        onChange={(order) => changeCapacity({ order })}
        options={(['together', 'inTurn'] as const).map((id) => ({ id, text: say(`capacity.order.${id}`) }))}
      />
      <p className={styles.small}>{say(`capacity.order.explain.${capacity.order}`, { place })}</p>
      <LimitsBlock service={service} />
      <ReadingChoice />
    </>
  );
}
