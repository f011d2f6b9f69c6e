import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { districtName } from '../../../view/names.ts';
import { standardFormula } from '../../../view/shortfall-table.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import styles from '../Step.module.css';

/** The formula with its numbers, for the chosen district or the whole area. */
export function FormulaView() {
  const { say, language } = useWords();
  const result = useCached('standards')?.[0];
  const districts = useCached('overview')?.districts;
  const selected = useStore((state) => state.session.selected);
  const district = selected?.kind === 'district' ? selected.district : WHOLE_AREA;
  const row = result?.rows.find((one) => one.district === district);
  if (!result || !row) return null;
  return (
    <div className={styles.block} data-testid="formula">
      <h2>{say('screen.formula.title', { district: districtName(district, districts, say) })}</h2>
      <p className={styles.clause}>{standardFormula(row, result, say, language)}</p>
    </div>
  );
}
