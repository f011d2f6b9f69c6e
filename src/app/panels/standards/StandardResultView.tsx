import { useMemo } from 'react';
import type { StandardResult } from '../../../core/standards/evaluate.ts';
import { levelName } from '../../../view/names.ts';
import { formatCount } from '../../../view/numbers.ts';
import {
  type ShortfallLine,
  shortfallFigures,
  shortfallFinding,
  shortfallLines,
  shortfallSummary,
  wholeAreaStandard,
} from '../../../view/shortfall-table.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { ScrollBody, TableRoom } from '../parts/ScrollBody.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';
import { BehindRows } from './BehindRows.tsx';
import { StandardSentence } from './StandardSentence.tsx';

/** One standard in every district: the sentence, the figures, the table, what to quote, and the rows behind it. */
export function StandardResultView({ result }: { result: StandardResult }) {
  const { say, language } = useWords();
  const districts = useCached('overview')?.districts;
  const level = useStore((state) => state.session.level) ?? 'all';
  const lines = useMemo(
    () => shortfallLines(result.rows, level, districts, say),
    [result, level, districts, say],
  );
  const columns = useColumns();
  const whole = wholeAreaStandard(result.rows);
  const summary = shortfallSummary(lines);
  return (
    <ScrollBody>
      {whole ? (
        <>
          <SentenceView
            parts={shortfallFinding(whole, result.standard, summary, levelName(level, say), say, language)}
            onFigure={showRowsBehind}
          />
          <KeyFigures figures={shortfallFigures(whole, summary, say, language)} />
        </>
      ) : null}
      <TableRoom>
        <DistrictTable
          title={say('screen.table.shortfall')}
          columns={columns}
          lines={lines}
          firstSort={{ column: 'shortfall', direction: 'descending' }}
        />
      </TableRoom>
      <StandardSentence result={result} />
      <BehindRows result={result} />
    </ScrollBody>
  );
}

function useColumns(): TableColumn<ShortfallLine>[] {
  const { say, language } = useWords();
  return useMemo(
    () => [
      { id: 'name', name: say('screen.column.district'), width: 1.35, write: (line) => line.name },
      {
        id: 'value',
        name: say('screen.column.value'),
        width: 0.9,
        isNumber: true,
        write: (line) => line.valueText,
      },
      { id: 'stateName', name: say('screen.column.state'), width: 0.9, write: (line) => line.stateName },
      {
        id: 'shortfall',
        name: say('screen.column.missing'),
        width: 1,
        isNumber: true,
        write: (line) => (line.state === 'short' ? formatCount(Math.ceil(line.shortfall), language) : ''),
      },
      {
        id: 'peopleConcerned',
        name: say('screen.column.people'),
        width: 1,
        isNumber: true,
        // A district that meets the standard concerns nobody: no number stands there to be misread.
        write: (line) => (line.state === 'short' ? formatCount(line.peopleConcerned, language) : ''),
      },
    ],
    [say, language],
  );
}
