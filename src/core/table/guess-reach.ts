import type { Table } from './table.ts';

/** Which columns of a table of distances say what. */
export interface ReachColumns {
  from: string;
  to: string;
  meters?: string;
  minutes?: string;
}

const WORDS = {
  from: /^(from|origin|from_id|origin_id|from_cell|h3|cell|place|起点|起点编号|格网|小区)$/i,
  to: /^(to|destination|to_id|destination_id|facility|facility_id|终点|终点编号|设施|设施编号)$/i,
  meters: /^(meters|metres|distance|distance_m|dist|length|距离|米|距离（?米）?|路程)$/i,
  minutes: /^(minutes|min|time|duration|travel_time|时间|分钟|时间（?分钟?）?|用时)$/i,
};

/** The columns by their headers; undefined when it is not a table of distances. */
export function guessReach(table: Table): ReachColumns | undefined {
  const find = (pattern: RegExp) => table.header.find((name) => pattern.test(name.normalize('NFKC').trim()));
  const [from, to] = [find(WORDS.from), find(WORDS.to)];
  const [meters, minutes] = [find(WORDS.meters), find(WORDS.minutes)];
  if (from === undefined || to === undefined || (meters === undefined && minutes === undefined))
    return undefined;
  return {
    from,
    to,
    ...(meters === undefined ? {} : { meters }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}
