import { explainCircleDistrict } from '../../../view/circle.ts';
import { explainDistrict } from '../../../view/explain-district.ts';
import { districtName } from '../../../view/names.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useStandard, useWorkLines } from '../../compute/use-standard.ts';
import { useSupplyCard } from '../../compute/use-supply-card.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';

/** All that a district is short of. */
function ShortfallsOf({ district }: { district: number }) {
  const { say } = useWords();
  const districts = useCached('overview')?.districts;
  const lines = useWorkLines().filter((line) => line.district === district && line.state === 'short');
  return (
    <Card title={districtName(district, districts, say)} testId="district-card">
      <p className={lines.length === 0 ? styles.verdict : styles.verdictBad}>
        {lines.length === 0
          ? say('standards.legend.none')
          : say('standards.legend.exactly', { from: lines.length })}
      </p>
      <CardLines lines={lines.map(({ standard, work }) => ({ label: standard, value: work }))} />
    </Card>
  );
}

/** A district with the formula its figure comes from. */
export function DistrictCard({ district }: { district: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const standard = useStandard();
  const step = useStore((state) => state.session.step);
  const circle = useCached('circle');
  const isCircle = useStore(({ session }) => session.step === 'coverage' && session.subject === 'circle');
  const supply = useSupplyCard(district);
  const isList = useStore(
    ({ session }) =>
      session.step === 'shortfall' && session.shortfallSubject === 'standards' && !session.standardId,
  );
  if (!answer) return null;
  if (isList) return <ShortfallsOf district={district} />;
  if (supply) {
    return (
      <Card title={districtName(district, answer.overview.districts, say)} testId="district-card">
        <p className={supply.isGood ? styles.verdict : styles.verdictBad}>{supply.text}</p>
      </Card>
    );
  }
  if (isCircle && circle) {
    const { text, isGood, lines } = explainCircleDistrict(circle, district, say, language);
    return (
      <Card title={districtName(district, answer.overview.districts, say)} testId="district-card">
        <p className={isGood ? styles.verdict : styles.verdictBad}>{text}</p>
        <CardLines title={say('screen.card.lackingPeople')} lines={lines} />
      </Card>
    );
  }
  const card = explainDistrict(
    {
      district,
      districts: answer.overview.districts,
      rows: answer.coverage.rows,
      question: answer.question,
      standard: step === 'shortfall' ? standard : undefined,
    },
    say,
    language,
  );
  return (
    <Card title={card.title} testId="district-card">
      <p className={card.isGood ? styles.verdict : styles.verdictBad}>{card.text}</p>
      <CardLines lines={card.lines} />
      {card.clause ? <p className={styles.source}>{card.clause}</p> : null}
    </Card>
  );
}
