import { useMemo } from 'react';
import { methodWords } from '../../../view/coverage-finding.ts';
import { type CatchmentTable, explainFacility } from '../../../view/explain-facility.ts';
import { limitPlace } from '../../../view/limits.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';
import table from './ComparisonTable.module.css';

/** What a facility is, and whom it reaches. */
export function FacilityCardView({ row }: { row: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const area = useCached('area');
  const catchment = useCached('catchment');
  const card = useMemo(() => {
    if (!answer) return undefined;
    const { overview, coverage, question } = answer;
    // The last answer stays while a slider is dragged; another facility's is none.
    const known = catchment?.facility === row && catchment.overview === overview ? catchment : undefined;
    const limits = known?.limits ?? coverage.limits;
    return explainFacility(
      {
        facilities: overview.facilities,
        row,
        limits,
        limitIndex: limitPlace(limits, question),
        answers: known?.answers,
        group: known?.group ?? coverage.group,
        reading: question.reading,
        methodWord: (reading) => methodWords({ ...question, reading }, say, language),
      },
      say,
      language,
    );
  }, [answer, catchment, row, say, language]);
  if (!card) return null;
  return (
    <Card title={card.title} testId="facility-card">
      <CardLines lines={card.facts} />
      <CardLines title={say('screen.card.reached')} lines={card.reached} />
      {card.catchment ? <CatchmentByAge catchment={card.catchment} /> : null}
      {area?.facility === row ? <p className={styles.source}>{say('screen.card.areaSketch')}</p> : null}
      <p className={styles.source}>{card.source}</p>
    </Card>
  );
}

/** Who lives in the whole catchment, by straight line and on foot side by side. */
function CatchmentByAge({ catchment }: { catchment: CatchmentTable }) {
  const { say } = useWords();
  return (
    <table className={table.table} data-testid="catchment">
      <caption className={table.title}>{catchment.title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('screen.card.group')}</th>
          {catchment.heads.map((head) => (
            <th key={head} scope="col" className={table.number}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {catchment.rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((cell, k) => (
              <td key={catchment.heads[k]} className={table.number}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
