import { Button } from 'react-aria-components';
import { goalSign } from '../../../core/report/standard-numbers.ts';
import type { StandardResult } from '../../../core/standards/evaluate.ts';
import { wholeState } from '../../../view/work-list.ts';
import { showStandard } from '../../actions/show-standard.ts';
import { useWords } from '../../compute/use-words.ts';
import step from '../Step.module.css';
import styles from './Standards.module.css';

/** The standards that are judged, each with how the whole area stands. */
export function ChosenStandards({ results }: { results: readonly StandardResult[] }) {
  const { say, language } = useWords();
  return (
    <div className={step.block}>
      <h2>{say('standards.chosen', { count: results.length })}</h2>
      <ul className={styles.chosen} data-testid="chosen-standards">
        {results.map((result) => {
          const { standard } = result;
          const state = wholeState(result);
          return (
            <li key={standard.id}>
              <Button className={styles.line} onPress={() => showStandard(standard.id)}>
                <span className={styles.state} data-state={state}>
                  {say(`state.${state}`)}
                </span>
                <span className={styles.name}>
                  {standard[language]}
                  <small>
                    {goalSign(standard.operator, standard.value, standard.unit, say)}
                    {result.weaker ? ` · ${say('standards.weaker')}` : ''}
                    {standard.verified || standard.profile === 'own'
                      ? ''
                      : ` · ${say('standards.unverified')}`}
                  </small>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
