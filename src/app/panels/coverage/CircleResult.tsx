import { useMemo } from 'react';
import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import {
  type CircleLine,
  circleFigures,
  circleFinding,
  circleLines,
  circleMethod,
} from '../../../view/circle.ts';
import { formatCount, formatShare } from '../../../view/numbers.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import type { TableColumn } from '../parts/SortTable.tsx';

/** How complete the circle is: who has all, what is lacking most, district by district. */
export function CircleResult() {
  const { say, language } = useWords();
  const circle = useCached('circle');
  const districts = useCached('overview')?.districts;
  const hasNetwork = useAnswer()?.coverage.network !== undefined;
  const level = useStore((state) => state.session.level) ?? 'all';
  const lines = useMemo(
    () => (circle ? circleLines(circle.result, level, districts, say, language) : []),
    [circle, level, districts, say, language],
  );
  const whole = circle?.result.rows.find((row) => row.district === WHOLE_AREA);
  if (!circle || !whole) return <p>{say('progress.working')}</p>;
  if (circle.result.services.length === 0) return <p>{say('screen.circle.none')}</p>;
  const method = circleMethod(circle, hasNetwork, say, language);
  return (
    <>
      <SentenceView parts={circleFinding(circle, whole, method, say, language)} onFigure={showRowsBehind} />
      <KeyFigures figures={circleFigures(whole, say, language)} />
      <DistrictTable
        title={say('screen.table.circle')}
        columns={circleColumns(say, language)}
        lines={lines}
        firstSort={{ column: 'allShare', direction: 'ascending' }}
      />
    </>
  );
}

function circleColumns(
  say: ReturnType<typeof useWords>['say'],
  language: ReturnType<typeof useWords>['language'],
): TableColumn<CircleLine>[] {
  const count = (id: 'total' | 'lacking'): TableColumn<CircleLine> => ({
    id,
    name: say(`screen.column.${id}`),
    width: 0.95,
    isNumber: true,
    write: (line) => formatCount(line[id], language),
  });
  return [
    { id: 'name', name: say('screen.column.district'), width: 1.25, write: (line) => line.name },
    count('total'),
    {
      id: 'allShare',
      name: say('screen.column.allShare'),
      width: 1,
      isNumber: true,
      write: (line) => formatShare(line.allShare, language),
    },
    { id: 'weakest', name: say('screen.column.weakest'), width: 1.7, write: (line) => line.weakest },
    count('lacking'),
  ];
}
