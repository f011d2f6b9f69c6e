import { DEFAULT_FORECAST, type ForecastSettings } from '../../core/project/forecast-settings.ts';
import { useStore } from '../store/store.ts';

/** What is assumed of the years to come: as the project has it, else the values to start from. */
export function useForecast(): ForecastSettings {
  return useStore((state) => state.document.settings.forecast) ?? DEFAULT_FORECAST;
}
