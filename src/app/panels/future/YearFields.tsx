import {
  addTargetYear,
  changeStartYear,
  changeTargetYear,
  removeTargetYear,
} from '../../actions/change-forecast.ts';
import { useForecast } from '../../compute/use-forecast.ts';
import { useWords } from '../../compute/use-words.ts';
import { Action } from '../parts/Action.tsx';
import { AmountField } from '../parts/AmountField.tsx';
import styles from '../Step.module.css';
import own from './Future.module.css';

const MOST_YEARS = 12;

/** The year the people were counted, and the years that are asked about. */
export function YearFields() {
  const { say } = useWords();
  const { startYear, targetYears } = useForecast();
  const years = targetYears.map((year, k) => ({ id: `target-${k}`, year, k }));
  return (
    <div className={styles.block}>
      <AmountField
        label={say('future.start')}
        unit={say('future.unitYear')}
        value={startYear}
        min={1900}
        max={2200}
        step={1}
        isYear
        onChange={changeStartYear}
      />
      {years.map(({ id, year, k }) => (
        <div key={id} className={own.row}>
          <AmountField
            label={say('future.target', { number: k + 1 })}
            unit={say('future.unitYear')}
            value={year}
            min={startYear}
            max={2200}
            step={1}
            isYear
            onChange={(next) => changeTargetYear(k, next)}
          />
          {years.length > 1 ? (
            <Action
              look="plain"
              aria-label={say('future.removeTarget', { year })}
              onPress={() => removeTargetYear(k)}
            >
              ×
            </Action>
          ) : null}
        </div>
      ))}
      {years.length < MOST_YEARS ? (
        <Action look="plain" onPress={addTargetYear}>
          {say('future.addTarget')}
        </Action>
      ) : null}
    </div>
  );
}
