import { takeUpOf } from '../../../core/project/forecast-settings.ts';
import { serviceName } from '../../../view/names.ts';
import { changeForecast, changeTakeUp } from '../../actions/change-forecast.ts';
import { useForecast } from '../../compute/use-forecast.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { SupplyFields } from '../capacity/SupplyFields.tsx';
import { ServiceChoice } from '../coverage/QuestionControls.tsx';
import { AmountField } from '../parts/AmountField.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import styles from '../Step.module.css';
import { HousingFields } from './HousingFields.tsx';
import { YearFields } from './YearFields.tsx';

/** What is assumed of the years to come: births, deaths, use, planned facilities, new housing. Saved with the project. */
export function FutureControls() {
  const { say, language } = useWords();
  const service = useStore((state) => state.session.service);
  const forecast = useForecast();
  if (!service) return <p>{say('screen.noService')}</p>;
  return (
    <>
      <ServiceChoice />
      <SupplyFields service={service} />
      <h2>{say('future.inputs')}</h2>
      <YearFields />
      <BirthFields />
      <Segments
        label={say('future.survival.label')}
        value={forecast.survival}
        onChange={(next) => changeForecast({ survival: next })}
        options={(['simple', 'none'] as const).map((id) => ({ id, text: say(`future.survival.${id}`) }))}
      />
      <AmountField
        label={say('future.takeUp.label', { service: serviceName(service, language) })}
        unit="%"
        value={Math.round(takeUpOf(forecast, service) * 10_000) / 100}
        min={0}
        max={100}
        onChange={(percent) => changeTakeUp(service, percent / 100)}
        testId="take-up"
      />
      <p className={styles.small}>{say('future.takeUp.explain')}</p>
      <PlannedFields />
      <HousingFields />
    </>
  );
}

/** Births by a rate, or as a number a year. */
function BirthFields() {
  const { say } = useWords();
  const { births } = useForecast();
  return (
    <>
      <Segments
        label={say('future.births.label')}
        value={births.kind}
        onChange={(kind) =>
          changeForecast({
            births: kind === 'rate' ? { kind, perThousand: 6.4 } : { kind, perYear: 1000 },
          })
        }
        options={(['rate', 'number'] as const).map((id) => ({ id, text: say(`future.births.${id}`) }))}
      />
      {births.kind === 'rate' ? (
        <AmountField
          label={say('future.births.perThousand')}
          unit="‰"
          value={births.perThousand}
          min={0}
          max={100}
          onChange={(perThousand) => changeForecast({ births: { kind: 'rate', perThousand } })}
          testId="births"
        />
      ) : (
        <AmountField
          label={say('future.births.perYear')}
          unit={say('future.unitPersons')}
          value={births.perYear}
          min={0}
          max={100_000_000}
          onChange={(perYear) => changeForecast({ births: { kind: 'number', perYear } })}
          testId="births"
        />
      )}
    </>
  );
}

/** Whether planned facilities count, and from when. */
function PlannedFields() {
  const { say } = useWords();
  const { withPlanned, openingYear } = useForecast();
  return (
    <>
      <Toggle
        text={say('future.planned')}
        isOn={withPlanned}
        onChange={(isOn) => changeForecast({ withPlanned: isOn })}
        testId="with-planned"
      />
      {withPlanned ? (
        <AmountField
          label={say('future.opening')}
          unit={say('future.unitYear')}
          value={openingYear}
          min={1900}
          max={2200}
          step={1}
          isYear
          onChange={(year) => changeForecast({ openingYear: year })}
        />
      ) : null}
    </>
  );
}
