import type { NewHousing } from '../../../core/project/forecast-settings.ts';
import { addHousing, changeHousing, removeHousing } from '../../actions/change-forecast.ts';
import { useForecast } from '../../compute/use-forecast.ts';
import { useWords } from '../../compute/use-words.ts';
import { Action } from '../parts/Action.tsx';
import { AmountField } from '../parts/AmountField.tsx';
import styles from '../Step.module.css';
import own from './Future.module.css';
import { HousingPlace } from './HousingPlace.tsx';

/** New housing, site by site: when, how many, where. */
export function HousingFields() {
  const { say } = useWords();
  const sites = useForecast().housing.map((site, k) => ({ id: `site-${k}`, site, k }));
  return (
    <div className={styles.block} data-testid="housing">
      <h2>{say('future.housing.title')}</h2>
      {sites.map(({ id, site, k }) => (
        <HousingSite key={id} site={site} k={k} />
      ))}
      {sites.length > 0 ? <p className={styles.small}>{say('future.housing.explain')}</p> : null}
      <Action look="plain" onPress={addHousing} data-testid="add-housing">
        {say('future.housing.add')}
      </Action>
    </div>
  );
}

function HousingSite({ site, k }: { site: NewHousing; k: number }) {
  const { say } = useWords();
  return (
    <fieldset className={own.site} aria-label={say('future.housing.number', { number: k + 1 })}>
      <div className={own.head}>
        <b>{say('future.housing.number', { number: k + 1 })}</b>
        <Action
          look="plain"
          aria-label={say('future.housing.remove', { number: k + 1 })}
          onPress={() => removeHousing(k)}
        >
          ×
        </Action>
      </div>
      <AmountField
        label={say('future.housing.dwellings')}
        unit={say('future.unitDwellings')}
        value={site.dwellings}
        min={0}
        max={10_000_000}
        step={1}
        onChange={(dwellings) => changeHousing(k, { dwellings })}
      />
      <AmountField
        label={say('future.housing.persons')}
        unit={say('future.unitPersons')}
        value={site.personsPerDwelling}
        min={0}
        max={20}
        onChange={(personsPerDwelling) => changeHousing(k, { personsPerDwelling })}
      />
      <AmountField
        label={say('future.housing.year')}
        unit={say('future.unitYear')}
        value={site.year}
        min={1900}
        max={2200}
        step={1}
        isYear
        onChange={(year) => changeHousing(k, { year })}
      />
      <HousingPlace site={site} k={k} />
    </fieldset>
  );
}
