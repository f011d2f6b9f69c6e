import type { CapacityAnswer } from '../core/project/capacity.ts';
import type { FairnessAnswer } from '../core/project/fairness.ts';
import type { FutureAnswer } from '../core/project/future.ts';
import { perPersonUnit, placeWord, questionWords } from './capacity-words.ts';
import { methodWords } from './coverage-finding.ts';
import { limitWords } from './limits.ts';
import { serviceInSentence } from './names.ts';
import type { Language, Say } from './words/index.ts';

export interface SupplyShown {
  subject: 'standards' | 'capacity' | 'fairness' | 'future';
  mode: 'without' | 'access' | 'use';
  answers: {
    capacity: CapacityAnswer | undefined;
    fairness: FairnessAnswer | undefined;
    future: FutureAnswer | undefined;
  };
  detourFactor: number | null;
  year: number | undefined;
}

/** The head of the legend: what the colours are about, how it was measured. Undefined until there is an answer. */
export function supplyLegendTitle(shown: SupplyShown, say: Say, language: Language): string | undefined {
  const { subject, mode, answers, detourFactor } = shown;
  if (subject === 'capacity' && answers.capacity) {
    const { question } = answers.capacity;
    const words = questionWords(question, detourFactor, say, language);
    const method = `${words.limit}${language === 'zh' ? '，' : ', '}${words.method}`;
    const unit = perPersonUnit(question.service, question.supply, say);
    return say(`capacity.legend.${mode === 'access' ? 'access' : 'without'}`, { ...words, method, unit });
  }
  if (subject === 'fairness' && answers.fairness) {
    const { question } = answers.fairness;
    const method = methodWords({ reading: question.reading, detourFactor }, say, language);
    const limit = limitWords(question.limit, say, language);
    return say(`fairness.legend.${question.value}`, {
      service: serviceInSentence(question.service, language),
      unit: perPersonUnit(question.service, question.supply, say),
      method: question.value === 'distance' ? method : `${limit}${language === 'zh' ? '，' : ', '}${method}`,
    });
  }
  if (subject === 'future' && answers.future) {
    const { service, supply } = answers.future.question;
    return say('future.legend.title', { year: shown.year ?? '', unit: placeWord(service, supply, say) });
  }
  return undefined;
}
