import { useMemo } from 'react';
import { distanceProfile } from '../../../core/analysis/distance-profile.ts';
import { coverageFigures } from '../../../view/coverage-figures.ts';
import { coverageFinding, methodWords, wholeAreaRow } from '../../../view/coverage-finding.ts';
import { chartSummary, distanceChart } from '../../../view/distance-chart.ts';
import { distanceCurve } from '../../../view/distance-curve.ts';
import { mergedLimits } from '../../../view/limits.ts';
import { choiceCounts, factorOf, reachOf } from '../../../view/reach.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useRobust } from '../../compute/use-robust.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { Chart } from '../parts/Chart.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import { CircleResult } from './CircleResult.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { DifferenceLine } from './DifferenceLine.tsx';
import { RobustResult } from './RobustResult.tsx';

/** The answer to what is looked at: one service, in one reading or in all of them, or the circle of many. */
export function CoverageResult() {
  const subject = useStore((state) => state.session.subject);
  const isRobust = useRobust() !== undefined;
  if (subject === 'circle') return <CircleResult />;
  return isRobust ? <RobustResult /> : <OneReading />;
}

/** The sentence, the figures, who changes class, the table by district, the chart. */
function OneReading() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const chart = useMemo(() => {
    if (!answer) return undefined;
    const { coverage, question } = answer;
    const { meters } = reachOf(coverage, question);
    const { stepMeters, people } = coverage.profile;
    const profile =
      meters === coverage.meters
        ? coverage.profile
        : distanceProfile(coverage.values, meters, stepMeters, stepMeters * (people.length - 1));
    const curve = distanceCurve(profile, factorOf(question));
    const limits = mergedLimits(coverage.limits);
    const method = methodWords(question, say, language);
    return {
      option: distanceChart(curve, limits, question, method, say, language),
      summary: chartSummary(curve, limits, say, language),
    };
  }, [answer, say, language]);
  const row = answer && wholeAreaRow(answer.coverage.rows, answer.question);
  if (!answer || !row || !chart) return null;
  const { within } = reachOf(answer.coverage, answer.question);
  const choice = choiceCounts(answer.coverage.values, within);
  return (
    <>
      <SentenceView
        parts={coverageFinding(row, answer.question, say, language)}
        onFigure={(figure) => showRowsBehind(figure)}
      />
      <KeyFigures figures={coverageFigures(row, choice, answer.question, say, language)} />
      <DifferenceLine />
      <CoverageTable />
      <h2>{say('screen.chart.title')}</h2>
      <Chart option={chart.option} summary={chart.summary} />
    </>
  );
}
