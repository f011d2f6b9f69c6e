import { useMemo } from 'react';
import { levelName } from '../../../view/names.ts';
import { formatCount, formatPerPerson } from '../../../view/numbers.ts';
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
import { SentenceView } from '../parts/SentenceView.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';
import { FormulaView } from './FormulaView.tsx';

/** Where elder-care land falls short: the sentence, the figures, the table, and the formula of the chosen district. */
export function StandardsResult() {
  const { say, language } = useWords();
  const result = useCached('standards')?.[0];
  const districts = useCached('overview')?.districts;
  const level = useStore((state) => state.session.level) ?? 'all';
  const lines = useMemo(
    () => (result ? shortfallLines(result.rows, level, districts, say) : []),
    [result, level, districts, say],
  );
  const columns = useMemo<TableColumn<ShortfallLine>[]>(
    () => [
      { id: 'name', name: say('screen.column.district'), width: 1.35, write: (line) => line.name },
      {
        id: 'value',
        name: say('screen.column.perPerson'),
        width: 0.9,
        isNumber: true,
        write: (line) => formatPerPerson(line.value, language),
      },
      { id: 'stateName', name: say('screen.column.state'), width: 0.9, write: (line) => line.stateName },
      {
        id: 'shortfall',
        name: say('screen.column.missing'),
        width: 1,
        isNumber: true,
        write: (line) => formatCount(line.shortfall, language),
      },
      {
        id: 'peopleConcerned',
        name: say('screen.column.people'),
        width: 1,
        isNumber: true,
        write: (line) => formatCount(line.peopleConcerned, language),
      },
    ],
    [say, language],
  );
  const whole = result && wholeAreaStandard(result.rows);
  if (!result || !whole) return null;
  const summary = shortfallSummary(lines);
  return (
    <>
      <SentenceView
        parts={shortfallFinding(whole, result.standard, summary, levelName(level, say), say, language)}
        onFigure={showRowsBehind}
      />
      <KeyFigures figures={shortfallFigures(whole, summary, say, language)} />
      <DistrictTable
        title={say('screen.table.shortfall')}
        columns={columns}
        lines={lines}
        firstSort={{ column: 'shortfall', direction: 'descending' }}
      />
      <FormulaView />
    </>
  );
}
