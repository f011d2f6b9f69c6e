import { useMemo } from 'react';
import { coverageFigures } from '../../../view/coverage-figures.ts';
import { coverageFinding, wholeAreaRow } from '../../../view/coverage-finding.ts';
import { chartSummary, distanceChart } from '../../../view/distance-chart.ts';
import { distanceCurve } from '../../../view/distance-curve.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { factorOf } from '../../compute/question.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { Chart } from '../parts/Chart.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import { CoverageTable } from './CoverageTable.tsx';

/** The answer: the sentence, the figures, the table by district, the chart. */
export function CoverageResult() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const chart = useMemo(() => {
    if (!answer) return undefined;
    const { coverage, question } = answer;
    const curve = distanceCurve(coverage.profile, factorOf(question));
    return {
      option: distanceChart(curve, coverage.limitsMeters, question.limitMeters, say, language),
      summary: chartSummary(curve, coverage.limitsMeters, say, language),
    };
  }, [answer, say, language]);
  const row = answer && wholeAreaRow(answer.coverage.rows, answer.question);
  if (!answer || !row || !chart) return null;
  const choice = answer.coverage.choice[answer.coverage.limitsMeters.indexOf(answer.question.limitMeters)];
  return (
    <>
      <SentenceView
        parts={coverageFinding(row, answer.question, say, language)}
        onFigure={(figure) => showRowsBehind(figure)}
      />
      <KeyFigures figures={coverageFigures(row, choice, answer.question, say, language)} />
      <CoverageTable />
      <h2>{say('screen.chart.title')}</h2>
      <Chart option={chart.option} summary={chart.summary} />
    </>
  );
}
