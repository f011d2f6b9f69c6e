import { useMemo } from 'react';
import type { FutureAnswer } from '../../../core/project/future.ts';
import { type FutureLine, futureLines } from '../../../view/future-finding.ts';
import { formatCount } from '../../../view/numbers.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';

/** Need, supply and balance of every district in one year. */
export function FutureTable({ answer, year }: { answer: FutureAnswer; year: number }) {
  const { say, language } = useWords();
  const districts = useCached('overview')?.districts;
  const lines = useMemo(() => futureLines(answer, year, districts, say), [answer, year, districts, say]);
  const columns = useMemo<TableColumn<FutureLine>[]>(() => {
    const count = (id: 'people' | 'need' | 'supply'): TableColumn<FutureLine> => ({
      id,
      name: say(`future.column.${id}`),
      width: 0.9,
      isNumber: true,
      write: (line) => formatCount(line[id], language),
    });
    return [
      { id: 'name', name: say('screen.column.district'), width: 1.3, write: (line) => line.name },
      count('people'),
      count('need'),
      count('supply'),
      {
        id: 'balance',
        name: say('future.column.balance'),
        width: 1.1,
        isNumber: true,
        // Without a verdict the state says why.
        write: (line) =>
          Number.isNaN(line.balance) ? say(`future.state.${line.state}`) : signed(line.balance, language),
      },
    ];
  }, [say, language]);
  return (
    <DistrictTable
      title={say('future.table')}
      columns={columns}
      lines={lines}
      firstSort={{ column: 'balance', direction: 'ascending' }}
    />
  );
}

/** +120, −78: a shortage has a sign of its own. */
function signed(value: number, language: 'zh' | 'en'): string {
  const size = formatCount(Math.abs(value), language);
  return value < 0 ? `−${size}` : `+${size}`;
}
