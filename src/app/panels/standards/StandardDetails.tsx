import { goalSign } from '../../../core/report/standard-numbers.ts';
import type { StandardResult } from '../../../core/standards/evaluate.ts';
import { standardOf } from '../../../core/standards/standard.ts';
import { formatCount } from '../../../view/numbers.ts';
import { changeCatchment } from '../../actions/change-catchment.ts';
import { removeOwnStandard, switchStandard } from '../../actions/change-standards.ts';
import { showStandard } from '../../actions/show-standard.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { MetersField } from '../parts/MetersField.tsx';
import { Segments } from '../parts/Segments.tsx';
import step from '../Step.module.css';
import { EnteredFields } from './EnteredFields.tsx';
import { OverrideFields } from './OverrideFields.tsx';
import styles from './Standards.module.css';

/** One standard: its clause, the numbers this project uses, and how it is shown. */
export function StandardDetails({ result }: { result: StandardResult }) {
  const { say, language } = useWords();
  const mode = useStore((state) => state.session.shortfallMode);
  const { standard, catchment, places } = result;
  const { kind } = standard.rule;
  const isReach = kind === 'coverage' || kind === 'coverage-of-all';
  const isByPlace = catchment !== undefined || (isReach && places !== undefined);
  const isByHand = kind === 'entered' || kind === 'checked';
  const isOwn = standard.profile === 'own';
  return (
    <>
      <Action look="plain" onPress={() => showStandard(undefined)}>
        ← {say('standards.back')}
      </Action>
      <ClauseBlock result={result} />
      {isByPlace ? (
        <Segments
          label={say('screen.shortfallMode.label')}
          value={mode}
          onChange={(shortfallMode) => setSession({ shortfallMode })}
          options={(['districts', 'cells'] as const).map((id) => ({
            id,
            text: say(`screen.shortfallMode.${id}`),
          }))}
        />
      ) : null}
      {isByHand ? <EnteredFields standard={standard} /> : <OverrideFields result={result} />}
      {catchment ? (
        <div className={step.block}>
          <h2>{say('screen.catchment.title')}</h2>
          <p className={step.small}>{say('screen.catchment.explain')}</p>
          <MetersField
            label={say('screen.catchment.radius')}
            unit={say('screen.metersUnit')}
            value={standard.catchmentMeters}
            max={5000}
            onChange={(meters) => changeCatchment(standard.id, meters)}
          />
          <p>
            {say('screen.catchment.result', {
              radius: formatCount(catchment.limitMeters, language),
              people: formatCount(catchment.underSuppliedPeople, language),
              goal: goalSign(standard.operator, standard.value, standard.unit, say),
            })}
          </p>
        </div>
      ) : null}
      <div className={styles.ends}>
        <Action look="plain" onPress={() => switchStandard(standard.id, false)}>
          {say('standards.off')}
        </Action>
        {isOwn ? (
          <Action look="plain" onPress={() => removeOwnStandard(standard.id)}>
            {say('standards.remove')}
          </Action>
        ) : null}
      </div>
    </>
  );
}

/** Name, number, document, section, force, and what the clause does not say. */
function ClauseBlock({ result: { standard, weaker } }: { result: StandardResult }) {
  const { say, language } = useWords();
  const printed = standardOf(standard.id);
  return (
    <div className={step.block} data-testid="clause">
      <h2>{standard[language]}</h2>
      <p className={step.big}>{goalSign(standard.operator, standard.value, standard.unit, say)}</p>
      {standard.departure && printed ? (
        <p className={weaker ? styles.weaker : step.small} data-testid="departure">
          {say(`standards.${standard.departure}`)}。
          {say('standards.printed', { goal: goalSign(printed.operator, printed.value, printed.unit, say) })}
          {weaker ? ` ${say('standards.weakerMeans', { title: standard.source.title })}` : ''}
        </p>
      ) : null}
      <p className={step.clause}>
        {say('screen.standard.source', {
          title: standard.source.title,
          section: standard.source.section,
          force: say(`force.${standard.force}`),
        })}
        {standard.verified || standard.profile === 'own' ? '' : ` ${say('standards.unverified')}。`}
      </p>
      {standard.scope ? <p className={step.small}>{standard.scope[language]}</p> : null}
    </div>
  );
}
