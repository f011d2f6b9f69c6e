import { WHOLE_AREA } from '../analysis/coverage.ts';
import type { ServiceId } from '../dataset/services.ts';
import { exactSum } from '../exact-sums.ts';
import { type Births, type ForecastYear, forecast } from '../forecast/forecast.ts';
import { type NeedRow, needByYear } from '../forecast/need.ts';
import { groupOf, type Pyramids, singleYears } from '../forecast/pyramids.ts';
import { noDeaths, simpleSurvival } from '../forecast/survival.ts';
import { type Issue, UnusableData } from '../issue.ts';
import type { CapacityTools } from './capacity.ts';
import { DEFAULT_FORECAST, type ForecastSettings, takeUpOf } from './forecast-settings.ts';
import { forecastArea } from './future-area.ts';
import { type HousingPlaced, placedHousing } from './future-housing.ts';
import { type FutureSupply, futureSupply } from './future-supply.ts';
import type { ProjectSettings } from './project.ts';
import type { SupplyId } from './supply-choice.ts';
import type { Prepared } from './workspace.ts';

export interface FutureQuestion {
  service: ServiceId;
  /** Any ages that single years make up, whether the file has such a band or not. */
  group: string;
  /** Level of the districts; anything else: the whole area alone. */
  level: string;
  supply: SupplyId;
  perPerson: number;
}

/** What happened to all people of the area between the start and a year: people = start + births − deaths + moves. */
export interface YearAccount {
  year: number;
  people: number;
  births: number;
  deaths: number;
  moves: number;
}

export interface FutureAnswer {
  question: FutureQuestion;
  forecast: ForecastSettings;
  takeUp: number;
  /** Year by year from the start, the whole area before its districts. */
  rows: NeedRow[];
  accounts: YearAccount[];
  supply: Omit<FutureSupply, 'now' | 'planned'>;
  housing: HousingPlaced;
  /** How the single years were made, and what else the reader should know. */
  issues: Issue[];
}

/**
 * Need and supply of a service in the start year and each target year, by district. Throws UnusableData `ages-incomplete`
 * (the bands at hand are not the whole of life), `forecast-year-past`.
 */
export async function futureOf(
  { run }: CapacityTools,
  prepared: Prepared,
  settings: Pick<ProjectSettings, 'forecast'>,
  question: FutureQuestion,
): Promise<FutureAnswer> {
  const asked = settings.forecast ?? DEFAULT_FORECAST;
  const area = forecastArea(prepared, question.level);
  const start = await run(singleYears(area.columns));
  if (!start.value) throw new UnusableData(start.issues[0]);
  const housing = await placedHousing(prepared, area, asked.housing, start.value, run);
  const years = await run(
    forecast({
      start: start.value,
      startYear: asked.startYear,
      targetYears: [asked.startYear, ...asked.targetYears],
      survival: asked.survival === 'simple' ? simpleSurvival(start.value.top) : noDeaths(start.value.top),
      births: birthsOf(asked.births, start.value),
      moves: housing.moves,
    }),
  );
  const { now, planned, ...supply } = futureSupply(prepared, area, question, asked);
  const takeUp = takeUpOf(asked, question.service);
  const unit = question.supply === 'places' || question.supply === 'beds' ? question.supply : 'm2';
  const { service, group, perPerson } = question;
  const rule = { service, group, takeUp, perPerson, unit };
  const rows = needByYear(years, rule, now, planned, area.district);
  return {
    question,
    forecast: asked,
    takeUp,
    // Without districts the only row is the whole area, which is there already.
    rows: area.level < 0 ? everySecond(rows) : rows,
    accounts: years.map(accountOf),
    supply,
    housing: housing.placed,
    issues: start.issues,
  };
}

function everySecond(rows: NeedRow[]): NeedRow[] {
  return rows.filter((row, k) => row.district === WHOLE_AREA && k % 2 === 0);
}

/** A number of births in the whole area goes to the districts by their people. */
function birthsOf(births: ForecastSettings['births'], start: Pyramids): Births {
  if (births.kind === 'rate') return births;
  const people = groupOf(start, 'people') ?? new Float64Array(start.rows);
  const all = exactSum(people);
  const perYear = people.map((count) => (all > 0 ? (births.perYear * count) / all : 0));
  return { kind: 'number', perYear };
}

function accountOf({ year, pyramids, births, deaths, moves }: ForecastYear): YearAccount {
  return {
    year,
    people: exactSum(pyramids.people),
    births: exactSum(births),
    deaths: exactSum(deaths),
    moves: exactSum(moves),
  };
}
