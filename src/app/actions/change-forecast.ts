import {
  DEFAULT_FORECAST,
  type ForecastSettings,
  type NewHousing,
} from '../../core/project/forecast-settings.ts';
import { setSession, useStore } from '../store/store.ts';
import { setSettings } from './settings.ts';

/** What is assumed of the years to come, as the project has it. */
export function forecastNow(): ForecastSettings {
  return useStore.getState().document.settings.forecast ?? DEFAULT_FORECAST;
}

/** Changes what is assumed. The answer is asked for by itself, since it depends on the settings. */
export function changeForecast(change: Partial<ForecastSettings>): void {
  setSettings({ forecast: { ...forecastNow(), ...change } }, 'forecast');
}

export function changeTakeUp(service: string, takeUp: number): void {
  if (!(takeUp >= 0 && takeUp <= 1)) return;
  changeForecast({ takeUp: { ...forecastNow().takeUp, [service]: takeUp } });
}

/** One of the target years; the same year twice is one. */
export function changeTargetYear(index: number, year: number): void {
  if (!Number.isInteger(year) || year < forecastNow().startYear || year > 2200) return;
  changeForecast({ targetYears: forecastNow().targetYears.map((one, k) => (k === index ? year : one)) });
}

export function addTargetYear(): void {
  const { targetYears, startYear } = forecastNow();
  changeForecast({ targetYears: [...targetYears, Math.max(startYear, ...targetYears) + 5] });
}

export function removeTargetYear(index: number): void {
  changeForecast({ targetYears: forecastNow().targetYears.filter((_, k) => k !== index) });
}

/** The year of the data; target years that it passes move along. */
export function changeStartYear(startYear: number): void {
  if (!Number.isInteger(startYear) || startYear < 1900 || startYear > 2200) return;
  const targetYears = forecastNow().targetYears.map((year) => Math.max(year, startYear));
  changeForecast({ startYear, targetYears });
}

export function addHousing(): void {
  const { housing, openingYear } = forecastNow();
  changeForecast({
    housing: [...housing, { year: openingYear, dwellings: 1000, personsPerDwelling: 2.6 }],
  });
}

export function changeHousing(index: number, change: Partial<NewHousing>): void {
  const { housing } = forecastNow();
  changeForecast({ housing: housing.map((one, k) => (k === index ? { ...one, ...change } : one)) });
}

export function removeHousing(index: number): void {
  setSession({ placingHousing: undefined });
  changeForecast({ housing: forecastNow().housing.filter((_, k) => k !== index) });
}

/** In a district by its code, or nowhere yet. */
export function placeHousingIn(index: number, district: string | undefined): void {
  const { housing } = forecastNow();
  changeForecast({
    housing: housing.map(({ district: _district, lng: _lng, lat: _lat, ...rest }, k) => {
      if (k !== index) return housing[k];
      return district === undefined ? rest : { ...rest, district };
    }),
  });
}

/** At the point of the map that was pressed. */
export function placeHousingAt(index: number, lng: number, lat: number): void {
  const { housing } = forecastNow();
  setSession({ placingHousing: undefined });
  changeForecast({
    housing: housing.map(({ district: _district, ...rest }, k) =>
      k === index ? { ...rest, lng, lat } : housing[k],
    ),
  });
}
