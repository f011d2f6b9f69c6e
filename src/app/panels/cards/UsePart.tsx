import { explainUse } from '../../../view/capacity-cards.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import styles from './Card.module.css';
import { CardLines } from './Card.tsx';

/** How full a facility is and whom it serves, where places are looked at. */
export function UsePart({ row }: { row: number }) {
  const { say, language } = useWords();
  const answer = useCached('capacity');
  const overview = useCached('overview');
  const level = useStore((state) => state.session.level) ?? 'all';
  const isWanted = useStore(
    ({ session }) => session.step === 'shortfall' && session.shortfallSubject === 'capacity',
  );
  if (!isWanted || !answer || !overview) return null;
  const { assignment, districts } = overview;
  const card = explainUse(answer, row, { assignment, districts, level }, say, language);
  if (!card) return null;
  return (
    <div data-testid="facility-use">
      <p className={styles.verdict}>{card.text}</p>
      <CardLines lines={card.facts} />
      <CardLines title={say('capacity.card.from')} lines={card.from} />
    </div>
  );
}
