import { goalText } from '../../../core/report/standard-numbers.ts';
import { formatCount } from '../../../view/numbers.ts';
import { changeCatchment } from '../../actions/change-catchment.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { MetersField } from '../parts/MetersField.tsx';
import { Segments } from '../parts/Segments.tsx';
import styles from '../Step.module.css';

/** The standard with its clause, and the second way to read it: from where people live. */
export function StandardsControls() {
  const { say, language } = useWords();
  const result = useCached('standards')?.[0];
  const mode = useStore((state) => state.session.shortfallMode);
  const settings = useStore((state) => state.document.settings);
  if (!result) return <p>{say('progress.working')}</p>;
  const { standard, catchment } = result;
  const radius =
    settings.standards.find((one) => one.id === standard.id)?.catchmentMeters ??
    catchment?.limitMeters ??
    standard.catchmentMeters;
  return (
    <>
      <div className={styles.block}>
        <h2>{standard[language]}</h2>
        <p className={styles.big}>
          {standard.unit === 'm2/person' && typeof standard.value === 'number'
            ? say('screen.standard.value', {
                sign: standard.operator === '>' ? '>' : '≥',
                value: standard.value,
              })
            : goalText(standard.operator, standard.value, standard.unit, say)}
        </p>
        <p className={styles.clause}>
          {say('screen.standard.source', {
            title: standard.source.title,
            section: standard.source.section,
            force: say(`force.${standard.force}`),
          })}
        </p>
        {standard.scope ? <p className={styles.small}>{standard.scope[language]}</p> : null}
        <p className={styles.small}>{say('screen.standard.formula')}</p>
      </div>
      <Segments
        label={say('screen.shortfallMode.label')}
        value={mode}
        onChange={(shortfallMode) => setSession({ shortfallMode })}
        options={(['districts', 'cells'] as const).map((id) => ({
          id,
          text: say(`screen.shortfallMode.${id}`),
        }))}
      />
      {catchment ? (
        <div className={styles.block}>
          <h2>{say('screen.catchment.title')}</h2>
          <p className={styles.small}>{say('screen.catchment.explain')}</p>
          <MetersField
            label={say('screen.catchment.radius')}
            unit={say('screen.metersUnit')}
            value={radius}
            max={5000}
            onChange={(meters) => changeCatchment(standard.id, meters)}
          />
          <p>
            {say('screen.catchment.result', {
              radius: formatCount(catchment.limitMeters, language),
              people: formatCount(catchment.underSuppliedPeople, language),
              shortfall: formatCount(catchment.shortfall, language),
              value: String(standard.value),
            })}
          </p>
        </div>
      ) : null}
    </>
  );
}
