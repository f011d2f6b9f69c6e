import { useMemo } from 'react';
import { classifySupply, classifyWithout } from '../../view/capacity-classes.ts';
import { type CellClasses, classifyByDistance, withUnlinked } from '../../view/cell-classes.ts';
import { useCached, useStore } from '../store/store.ts';
import { supplyAtHand } from './supply-question.ts';
import type { Picture } from './use-picture.ts';

/** What the cells show where places or fairness are looked at; undefined elsewhere, and until there is an answer. */
export function useSupplyPicture(): Picture | undefined {
  const overview = useCached('overview');
  const capacity = useCached('capacity');
  const fairness = useCached('fairness');
  const { step, shortfallSubject, capacity: choice } = useStore((state) => state.session);
  const limits = useCached('coverage')?.limitsMeters;
  return useMemo(() => {
    if (step !== 'shortfall' || !overview) return undefined;
    const picture = (classified: CellClasses, values: Float64Array, group: string, isWalked: boolean) => {
      if (values.length !== overview.demand.count) return undefined;
      const unlinked = isWalked ? overview.network?.unlinkedPlaces : undefined;
      return { classified: withUnlinked(classified, unlinked), values, unit: 'people' as const, group };
    };
    if (shortfallSubject === 'capacity' && capacity) {
      const { question, values, access } = capacity;
      const classified =
        choice.mode === 'access'
          ? classifySupply(values, access, question.perPerson)
          : classifyWithout(capacity);
      return picture(classified, values, question.group, question.reading === 'network');
    }
    if (shortfallSubject === 'fairness' && fairness && limits) {
      const { question, people, values } = fairness;
      const { perPerson } = supplyAtHand(overview.facilities, question.service, {
        ...choice,
        supply: question.supply,
      });
      const classified =
        question.value === 'distance'
          ? classifyByDistance(people, values, limits, 1)
          : classifySupply(people, values, perPerson);
      return picture(classified, people, question.group, question.reading === 'network');
    }
    return undefined;
  }, [step, shortfallSubject, overview, capacity, fairness, choice, limits]);
}
