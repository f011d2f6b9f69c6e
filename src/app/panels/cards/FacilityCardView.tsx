import { useMemo } from 'react';
import { methodWords } from '../../../view/coverage-finding.ts';
import { type CatchmentTable, explainFacility } from '../../../view/explain-facility.ts';
import { limitPlace } from '../../../view/limits.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';
import look from './ComparisonTable.module.css';
import { UsePart } from './UsePart.tsx';

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
        isUnlinked: overview.network?.unlinkedFacilities.includes(row) === true,
        methodWord: (reading) => methodWords({ ...question, reading }, say, language),
      },
      say,
      language,
    );
  }, [answer, catchment, row, say, language]);
  if (!card) return null;
  return (
    <Card title={card.title} testId="facility-card">
      <UsePart row={row} />
      <CardLines lines={card.facts} />
      {card.reached ? (
        <PeopleTable id="reached" head={say('screen.card.limit')} table={card.reached} />
      ) : null}
      {card.catchment ? (
        <PeopleTable id="catchment" head={say('screen.card.group')} table={card.catchment} />
      ) : null}
      {area?.facility === row ? <p className={styles.source}>{say('screen.card.areaSketch')}</p> : null}
      <p className={styles.source}>{card.source}</p>
    </Card>
  );
}

/** People in rows, with a figure a column. */
function PeopleTable({ id, head, table }: { id: string; head: string; table: CatchmentTable }) {
  return (
    <table className={look.table} data-testid={id}>
      <caption className={look.title}>{table.title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {table.heads.map((one) => (
            <th key={one} scope="col" className={look.number}>
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {table.heads.map((one, k) => (
              <td key={one} className={look.number}>
                {cells[k]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
