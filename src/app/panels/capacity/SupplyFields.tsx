import { placeWord } from '../../../view/capacity-words.ts';
import { changeCapacity, changePerPerson } from '../../actions/change-capacity.ts';
import { supplyAtHand } from '../../compute/supply-question.ts';
import { useWords } from '../../compute/use-words.ts';
import type { CapacityChoice } from '../../store/session.ts';
import { useCached, useStore } from '../../store/store.ts';
import { AmountField } from '../parts/AmountField.tsx';
import { Choice } from '../parts/Choice.tsx';

/** What the supply is counted in: places, beds, or an area and how much of it a person needs. */
export function SupplyFields({ service }: { service: string }) {
  const { say } = useWords();
  const facilities = useCached('overview')?.facilities;
  const capacity = useStore((state) => state.session.capacity);
  if (!facilities) return null;
  const { choices, chosen, perPerson } = supplyAtHand(facilities, service, capacity);
  return (
    <>
      <Choice
        label={say('capacity.supply.label')}
        value={chosen.id}
        onChange={(id) => changeCapacity({ supply: id as CapacityChoice['supply'] })}
        testId="supply"
        options={choices.map(({ id, known, facilities: count }) => ({
          id,
          text: say(`capacity.supply.${id}`, { place: placeWord(service, id, say) }),
          note: say('capacity.supply.known', { known, count }),
        }))}
      />
      {chosen.unit === 'm2' ? (
        <AmountField
          label={say('capacity.supply.perPerson')}
          unit="m²"
          value={perPerson}
          min={0.01}
          max={10_000}
          onChange={(amount) => changePerPerson(service, chosen.id, amount)}
        />
      ) : null}
    </>
  );
}
