import { useState } from 'react';
import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { shortfallSentence } from '../../../core/report/shortfall-sentence.ts';
import type { StandardResult } from '../../../core/standards/evaluate.ts';
import { districtName } from '../../../view/names.ts';
import { type Language, sayIn } from '../../../view/words/index.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import step from '../Step.module.css';
import styles from './Standards.module.css';

/** The sentence a report can quote, for the chosen district or the whole area, in both languages. */
export function StandardSentence({ result }: { result: StandardResult }) {
  const { say, language } = useWords();
  const [copied, setCopied] = useState<'done' | 'failed' | undefined>(undefined);
  const districts = useCached('overview')?.districts;
  const selected = useStore((state) => state.session.selected);
  const district = selected?.kind === 'district' ? selected.district : WHOLE_AREA;
  const row = result.rows.find((one) => one.district === district);
  if (!row) return null;
  const sentence = (one: Language) => {
    const words = sayIn(one);
    return shortfallSentence(result, row, districtName(district, districts, words), words);
  };
  const copy = async (one: Language) => {
    try {
      await navigator.clipboard.writeText(sentence(one));
      setCopied('done');
    } catch {
      setCopied('failed');
    }
  };
  return (
    <div className={step.block} data-testid="formula">
      <h2>{say('standards.detail.sentence')}</h2>
      <p className={step.clause}>{sentence(language)}</p>
      {row.lacking && row.lacking.length > 0 ? (
        <>
          <h3 className={styles.minor}>{say('standards.detail.missing')}</h3>
          <ul className={styles.behind}>
            {row.lacking.map((node) => (
              <li key={node.zh}>{node[language]}</li>
            ))}
          </ul>
        </>
      ) : null}
      <div className={step.row}>
        <Action onPress={() => copy('zh')}>{say('standards.detail.copy')}</Action>
        <Action onPress={() => copy('en')}>{say('standards.detail.copyEn')}</Action>
      </div>
      <p role="status" className={step.small}>
        {copied === undefined
          ? ''
          : say(copied === 'done' ? 'standards.detail.copied' : 'standards.detail.copyFailed')}
      </p>
    </div>
  );
}
