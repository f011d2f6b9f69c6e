import { useMemo } from 'react';
import {
  axisWord,
  fairnessCurves,
  fairnessFinding,
  fairnessIndices,
  fairnessLeftOut,
  lorenzText,
  wholeAreaFairness,
} from '../../../view/fairness-finding.ts';
import { lorenzChart } from '../../../view/lorenz-chart.ts';
import { levelName } from '../../../view/names.ts';
import { showRowsBehind } from '../../actions/show-rows.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Chart } from '../parts/Chart.tsx';
import { ScrollBody } from '../parts/ScrollBody.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import styles from '../Step.module.css';
import { FairnessTables } from './FairnessTables.tsx';
import { IndexList } from './IndexList.tsx';

/** How unequally it is spread: the sentence, the indices each in plain words, the curve, by district and by group. */
export function FairnessResult() {
  const { say, language } = useWords();
  const answer = useCached('fairness');
  const level = useStore((state) => state.session.level) ?? 'all';
  const detourFactor = useStore((state) => state.document.settings.detourFactor);
  const chart = useMemo(() => {
    if (!answer) return undefined;
    const curves = fairnessCurves(answer);
    return {
      option: lorenzChart(curves, axisWord(answer.question, say), say, language),
      summary: lorenzText(answer, say, language),
    };
  }, [answer, say, language]);
  const whole = answer && wholeAreaFairness(answer);
  if (!answer || !whole || !chart) return <p>{say('progress.working')}</p>;
  const leftOut = fairnessLeftOut(whole, say, language);
  const shown = { id: level, name: levelName(level, say) };
  return (
    <ScrollBody>
      <SentenceView
        parts={fairnessFinding(whole, answer.question, detourFactor, say, language)}
        onFigure={showRowsBehind}
      />
      <IndexList lines={fairnessIndices(whole, answer, shown, say, language)} />
      {Number.isNaN(whole.palma) ? <p className={styles.small}>{say('fairness.palmaMissing')}</p> : null}
      {leftOut ? <p>{leftOut}</p> : null}
      <h2>{say('fairness.chart')}</h2>
      <Chart option={chart.option} summary={chart.summary} />
      <p className={styles.small} data-testid="lorenz-summary">
        {chart.summary}
      </p>
      <FairnessTables answer={answer} />
    </ScrollBody>
  );
}
