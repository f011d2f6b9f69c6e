import { useMemo } from 'react';
import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { formatCount, formatShare } from '../../../view/numbers.ts';
import {
  type RobustLine,
  robustFigures,
  robustFinding,
  robustLines,
  variantsLine,
} from '../../../view/robust.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useRobust } from '../../compute/use-robust.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';
import styles from '../Step.module.css';

/** What holds in every fair reading: the range in a sentence, whose verdict is certain, the range by district. */
export function RobustResult() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const robust = useRobust();
  const level = useStore((state) => state.session.level) ?? 'all';
  const districts = answer?.overview.districts;
  const lines = useMemo(
    () => (robust ? robustLines(robust.reading, level, districts, say) : []),
    [robust, level, districts, say],
  );
  const whole = robust?.reading.rows.find((row) => row.district === WHOLE_AREA);
  if (!answer || !robust || !whole) return null;
  const { question } = answer;
  return (
    <>
      <SentenceView parts={robustFinding(whole, question, say, language)} onFigure={showRowsBehind} />
      <KeyFigures figures={robustFigures(whole, question.unit, say, language)} />
      <p className={styles.small} data-testid="variants">
        {variantsLine(robust.variants, question.detourFactor, say, language)}
      </p>
      <DistrictTable
        title={say('screen.table.robust')}
        columns={robustColumns(say, language)}
        lines={lines}
        firstSort={{ column: 'uncertain', direction: 'descending' }}
      />
    </>
  );
}

function robustColumns(
  say: ReturnType<typeof useWords>['say'],
  language: ReturnType<typeof useWords>['language'],
): TableColumn<RobustLine>[] {
  const share = (id: 'least' | 'most'): TableColumn<RobustLine> => ({
    id,
    name: say(`screen.column.${id}`),
    width: 0.9,
    isNumber: true,
    write: (line) => formatShare(line[id], language),
  });
  const count = (id: 'total' | 'uncertain', width: number): TableColumn<RobustLine> => ({
    id,
    name: say(`screen.column.${id}`),
    width,
    isNumber: true,
    write: (line) => formatCount(line[id], language),
  });
  return [
    { id: 'name', name: say('screen.column.district'), width: 1.4, write: (line) => line.name },
    count('total', 1),
    share('least'),
    share('most'),
    count('uncertain', 1.3),
  ];
}
