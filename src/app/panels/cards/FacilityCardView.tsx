import { useMemo } from 'react';
import { methodWords } from '../../../view/coverage-finding.ts';
import { explainFacility } from '../../../view/explain-facility.ts';
import { groupUnit } from '../../../view/names.ts';
import { peopleAround } from '../../../view/people-around.ts';
import { factorOf, limitsFor } from '../../compute/question.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';

/** What a facility is, and whom it reaches. */
export function FacilityCardView({ row }: { row: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const settings = useStore((state) => state.document.settings);
  const card = useMemo(() => {
    if (!answer) return undefined;
    const { overview, coverage, question } = answer;
    const { facilities, demand } = overview;
    const limitsMeters = limitsFor(settings, facilities.service[row]);
    const factor = factorOf(question);
    return explainFacility(
      {
        facilities,
        row,
        limitsMeters,
        around: peopleAround(
          demand,
          coverage.values,
          facilities.lng[row],
          facilities.lat[row],
          limitsMeters,
          factor,
        ),
        group: coverage.group,
        unitWord: say(`unit.${groupUnit(coverage.group, demand.columns)}`),
        methodWord: methodWords(question.reading, question.detourFactor, say, language),
      },
      say,
      language,
    );
  }, [answer, settings, row, say, language]);
  if (!card) return null;
  return (
    <Card title={card.title} testId="facility-card">
      <CardLines lines={card.facts} />
      <CardLines title={say('screen.card.reached')} lines={card.reached} />
      <p className={styles.source}>{card.source}</p>
    </Card>
  );
}
