import { capacityFinding } from '../../view/capacity-finding.ts';
import { fairnessFinding } from '../../view/fairness-finding.ts';
import { plainSentence } from '../../view/finding.ts';
import { futureFinding, needRow, shownYear } from '../../view/future-finding.ts';
import { useCached, useStore } from '../store/store.ts';
import { useWords } from './use-words.ts';

/** What the finding says of one district, where places, fairness or the future are looked at; undefined elsewhere. */
export function useSupplyCard(district: number): { text: string; isGood: boolean } | undefined {
  const { say, language } = useWords();
  const [capacity, fairness, future] = [useCached('capacity'), useCached('fairness'), useCached('future')];
  const { step, shortfallSubject, futureYear } = useStore((state) => state.session);
  const detourFactor = useStore((state) => state.document.settings.detourFactor);
  if (step !== 'shortfall') return undefined;
  if (shortfallSubject === 'capacity' && capacity) {
    const row = capacity.rows.find((one) => one.district === district);
    if (!row) return undefined;
    const text = plainSentence(capacityFinding(row, capacity, detourFactor, say, language));
    return { text, isGood: row.noPlace + row.outOfReach === 0 };
  }
  if (shortfallSubject === 'fairness' && fairness) {
    const { question } = fairness;
    const row = fairness.fairness.rows.find(
      (one) => one.district === district && one.group === question.group,
    );
    if (!row) return undefined;
    return {
      text: plainSentence(fairnessFinding(row, question, detourFactor, say, language)),
      isGood: true,
    };
  }
  if (shortfallSubject === 'future' && future) {
    const year = shownYear(future, futureYear);
    const text = plainSentence(futureFinding(future, year, say, language, district));
    return { text, isGood: needRow(future, year, district)?.state !== 'short' };
  }
  return undefined;
}
