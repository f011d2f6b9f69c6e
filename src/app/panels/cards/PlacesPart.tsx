import type { CapacityAnswer } from '../../../core/project/capacity.ts';
import { explainPlaces } from '../../../view/capacity-cards.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import styles from './Card.module.css';
import { CardLines } from './Card.tsx';

/** Whether the people of a place have a place, and where. */
export function PlacesPart({ answer, place }: { answer: CapacityAnswer; place: number }) {
  const { say, language } = useWords();
  const facilities = useCached('overview')?.facilities;
  const detourFactor = useStore((state) => state.document.settings.detourFactor);
  if (!facilities) return null;
  const card = explainPlaces(answer, place, { facilities, detourFactor }, say, language);
  return (
    <>
      <p className={card.isMet ? styles.verdict : styles.verdictBad}>{card.text}</p>
      <CardLines lines={[card.access]} />
      <CardLines title={say('capacity.cell.goes')} lines={card.goes} />
    </>
  );
}
