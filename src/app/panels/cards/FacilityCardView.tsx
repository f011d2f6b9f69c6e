import { useMemo } from 'react';
import { methodWords } from '../../../view/coverage-finding.ts';
import { explainFacility } from '../../../view/explain-facility.ts';
import { groupUnit } from '../../../view/names.ts';
import { peopleAround } from '../../../view/people-around.ts';
import { factorOf, peopleNearestTo } from '../../../view/reach.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';

/** What a facility is, and whom it reaches. */
export function FacilityCardView({ row }: { row: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const area = useCached('area');
  const card = useMemo(() => {
    if (!answer) return undefined;
    const { overview, coverage, question } = answer;
    const { facilities, demand } = overview;
    const { limits, limitsMeters, values } = coverage;
    return explainFacility(
      {
        facilities,
        row,
        limits,
        around:
          question.reading === 'network' && coverage.network
            ? peopleNearestTo(row, values, coverage.network, limits)
            : peopleAround(
                demand,
                values,
                facilities.lng[row],
                facilities.lat[row],
                limitsMeters,
                factorOf(question),
              ),
        group: coverage.group,
        unitWord: say(`unit.${groupUnit(coverage.group, demand.columns)}`),
        reading: question.reading,
        methodWord: methodWords(question, say, language),
      },
      say,
      language,
    );
  }, [answer, row, say, language]);
  if (!card) return null;
  return (
    <Card title={card.title} testId="facility-card">
      <CardLines lines={card.facts} />
      <CardLines
        title={say(
          answer?.question.reading === 'network' ? 'screen.card.reachedNearest' : 'screen.card.reached',
        )}
        lines={card.reached}
      />
      {area?.facility === row ? <p className={styles.source}>{say('screen.card.areaSketch')}</p> : null}
      <p className={styles.source}>{card.source}</p>
    </Card>
  );
}
