import { useMemo } from 'react';
import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { countedUnit } from '../../../view/capacity-words.ts';
import {
  futureFigures,
  futureFinding,
  futureNotes,
  futureYears,
  shownYear,
} from '../../../view/future-finding.ts';
import { needBars, needChart, needSummary } from '../../../view/need-chart.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Chart } from '../parts/Chart.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { ScrollBody, TableRoom } from '../parts/ScrollBody.tsx';
import { Segments } from '../parts/Segments.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import own from './Future.module.css';
import { FutureTable } from './FutureTable.tsx';

/** Need against supply in years to come: the sentence, the balances, the chart, the table, and what it rests on. */
export function FutureResult() {
  const { say, language } = useWords();
  const answer = useCached('future');
  const { futureYear, selected } = useStore((state) => state.session);
  const isImpossible = useStore(({ jobs }) => jobs.future.state === 'failed');
  const district = selected?.kind === 'district' ? selected.district : WHOLE_AREA;
  const chart = useMemo(() => {
    if (!answer) return undefined;
    const own = needBars(answer.rows, district);
    const bars = own.length > 0 ? own : needBars(answer.rows, WHOLE_AREA);
    const unit = countedUnit(answer.question.service, answer.question.supply, say);
    return {
      option: needChart(bars, unit, say, language),
      summary: needSummary(bars, unit, say, language),
    };
  }, [answer, district, say, language]);
  if (isImpossible && !answer) return <p>{say('future.missingAges')}</p>;
  if (!answer || !chart) return <p>{say('progress.working')}</p>;
  const year = shownYear(answer, futureYear);
  return (
    <ScrollBody>
      <SentenceView parts={futureFinding(answer, year, say, language)} onFigure={showRowsBehind} />
      <Segments
        label={say('future.year')}
        value={String(year)}
        onChange={(next) => setSession({ futureYear: Number(next) })}
        options={futureYears(answer).map((one) => ({ id: String(one), text: String(one) }))}
      />
      <KeyFigures figures={futureFigures(answer, say, language)} />
      <h2>{say('future.chart')}</h2>
      <Chart option={chart.option} summary={chart.summary} />
      <TableRoom>
        <FutureTable answer={answer} year={year} />
      </TableRoom>
      <h2>{say('future.basis')}</h2>
      <ul className={own.notes} data-testid="future-basis">
        {futureNotes(answer, say, language).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </ScrollBody>
  );
}
