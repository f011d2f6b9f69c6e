import { useMemo } from 'react';
import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { capacityFigures, capacityFinding, capacityNotes } from '../../../view/capacity-finding.ts';
import { type CapacityLine, capacityLines } from '../../../view/capacity-table.ts';
import { placeWord } from '../../../view/capacity-words.ts';
import { formatCount } from '../../../view/numbers.ts';
import type { Language, Say } from '../../../view/words/index.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';
import styles from '../Step.module.css';

/** Who has a place, who reaches one that is taken, who reaches none: the sentence, the figures, the ledger by district. */
export function CapacityResult() {
  const { say, language } = useWords();
  const answer = useCached('capacity');
  const question = answer?.question;
  const districts = useCached('overview')?.districts;
  const detourFactor = useStore((state) => state.document.settings.detourFactor);
  const level = useStore((state) => state.session.level) ?? 'all';
  const lines = useMemo(
    () => (answer ? capacityLines(answer.rows, level, districts, say) : []),
    [answer, level, districts, say],
  );
  const columns = useMemo(
    () => (question ? columnsOf(placeWord(question.service, question.supply, say), say, language) : []),
    [question, say, language],
  );
  const whole = answer?.rows.find((row) => row.district === WHOLE_AREA);
  if (!answer || !whole) return <p>{say('progress.working')}</p>;
  const { unsurveyed, perPerson, order } = capacityNotes(answer, detourFactor, say, language);
  return (
    <>
      <SentenceView
        parts={capacityFinding(whole, answer, detourFactor, say, language)}
        onFigure={showRowsBehind}
      />
      <KeyFigures figures={capacityFigures(whole, answer, say, language)} />
      {perPerson ? <p className={styles.small}>{perPerson}</p> : null}
      {unsurveyed ? <p data-testid="unsurveyed">{unsurveyed}</p> : null}
      <p className={styles.small} data-testid="order-difference">
        {order}
      </p>
      <DistrictTable
        title={say('capacity.table')}
        columns={columns}
        lines={lines}
        firstSort={{ column: 'noPlace', direction: 'descending' }}
      />
    </>
  );
}

function columnsOf(place: string, say: Say, language: Language): TableColumn<CapacityLine>[] {
  const count = (id: 'total' | 'served' | 'noPlace' | 'outOfReach', name: string) => ({
    id,
    name,
    width: 1,
    isNumber: true,
    write: (line: CapacityLine) => formatCount(line[id], language),
  });
  return [
    { id: 'name', name: say('screen.column.district'), width: 1.3, write: (line) => line.name },
    count('total', say('screen.column.total')),
    ...(['served', 'noPlace', 'outOfReach'] as const).map((id) =>
      count(id, say(`capacity.column.${id}`, { place })),
    ),
  ];
}
