import { useMemo } from 'react';
import { type CoverageLine, coverageLines } from '../../../view/coverage-table.ts';
import { formatCount, formatShare } from '../../../view/numbers.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';

/** Coverage by district. */
export function CoverageTable() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const level = useStore((state) => state.session.level) ?? 'all';
  const districts = answer?.overview.districts;
  const lines = useMemo(
    () => (answer ? coverageLines(answer.coverage.rows, answer.question, level, districts, say) : []),
    [answer, level, districts, say],
  );
  const columns = useMemo<TableColumn<CoverageLine>[]>(() => {
    const count = (id: 'total' | 'covered' | 'uncovered'): TableColumn<CoverageLine> => ({
      id,
      name: say(`screen.column.${id}`),
      width: 1,
      isNumber: true,
      write: (line) => formatCount(line[id], language),
    });
    return [
      { id: 'name', name: say('screen.column.district'), width: 1.45, write: (line) => line.name },
      count('total'),
      count('covered'),
      {
        id: 'share',
        name: say('screen.column.share'),
        width: 0.9,
        isNumber: true,
        write: (line) => formatShare(line.share, language),
      },
      count('uncovered'),
    ];
  }, [say, language]);
  return (
    <DistrictTable
      title={say('screen.table.coverage')}
      columns={columns}
      lines={lines}
      firstSort={{ column: 'uncovered', direction: 'descending' }}
    />
  );
}
