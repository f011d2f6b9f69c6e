import { useMemo } from 'react';
import { classifyDifference, differenceSentence } from '../../../view/difference.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession } from '../../store/store.ts';
import { SentenceView } from '../parts/SentenceView.tsx';

/** Who changes class between the straight line and the streets; its numbers show them on the map. */
export function DifferenceLine() {
  const { say, language } = useWords();
  const answer = useAnswer();
  const parts = useMemo(() => {
    const network = answer?.coverage.network;
    if (!answer || !network) return undefined;
    const { values, meters } = answer.coverage;
    const classified = classifyDifference(values, meters, network.meters, answer.question.limitMeters);
    return differenceSentence(classified, values, answer.question.unit, say, language);
  }, [answer, say, language]);
  if (!parts) return null;
  return (
    <SentenceView
      parts={parts}
      isMinor
      testId="difference"
      onFigure={() => setSession({ cellMode: 'difference' })}
    />
  );
}
