import { AGE_BANDS } from './ages.ts';
import type { City } from './city.ts';
import { peopleByBand } from './compounds.ts';
import type { Facility } from './facilities.ts';
import { ELDER_SERVICES, SERVICE_RULES } from './services.ts';

/** What the README says in numbers, from the city itself so that it cannot go stale. */
export interface Summary {
  people: number;
  dwellings: number;
  bands: { header: string; people: number }[];
  services: { id: string; type: string; all: number; open: number; places: number; withoutLand: number }[];
  cityDistricts: {
    name: string;
    people: number;
    elderLand: number;
    kindergartenPlaces: number;
    aged3to5: number;
    compounds: number;
  }[];
  childcarePerThousand: number;
  elderLandPerPerson: number;
}

export function summarise(city: City, facilities: Facility[]): Summary {
  const { compounds, division } = city;
  const sum = <T>(items: T[], value: (item: T) => number) =>
    items.reduce((total, item) => total + value(item), 0);
  const people = sum(compounds, (compound) => compound.people);
  const open = facilities.filter(({ status }) => status === '运营');
  const of = (service: string) => open.filter((facility) => facility.service === service);
  const elder = open.filter(({ service }) => ELDER_SERVICES.includes(service));
  return {
    people,
    dwellings: sum(compounds, (compound) => compound.dwellings),
    bands: peopleByBand(compounds).map((count, i) => ({ header: AGE_BANDS[i].header, people: count })),
    services: SERVICE_RULES.map(({ id, type }) => {
      const all = facilities.filter(({ service }) => service === id);
      const withoutLand = all.filter(({ landArea }) => landArea === undefined).length;
      return {
        id,
        type,
        all: all.length,
        open: of(id).length,
        places: sum(of(id), (f) => f.capacity),
        withoutLand,
      };
    }),
    cityDistricts: division.districts
      .filter(({ level }) => level === '区')
      .map(({ name }) => {
        const own = compounds.filter(({ blockRow }) => division.byBlock[blockRow].city.name === name);
        const here = (list: Facility[]) => list.filter(({ cityDistrict }) => cityDistrict === name);
        return {
          name,
          compounds: own.length,
          people: sum(own, (compound) => compound.people),
          aged3to5: sum(own, (compound) => compound.ages[1]),
          elderLand: sum(here(elder), (f) => f.landArea ?? 0),
          kindergartenPlaces: sum(here(of('kindergarten')), (f) => f.capacity),
        };
      }),
    childcarePerThousand: (1000 * sum(of('childcare'), (f) => f.capacity)) / people,
    elderLandPerPerson: sum(elder, (f) => f.landArea ?? 0) / people,
  };
}
