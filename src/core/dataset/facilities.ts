import type { ServiceId } from './services.ts';

/**
 * Facilities as parallel columns, one entry a usable row, in file order. Dense numbers inside; names and ids live here
 * and are translated at the edges only.
 */
export interface Facilities {
  count: number;
  id: string[];
  name: string[];
  service: ServiceId[];
  /** WGS-84 degrees, whatever the file held. */
  lng: Float64Array;
  lat: Float64Array;
  /** Places or beds. NaN: not surveyed. */
  capacity: Float64Array;
  /** Site area, m². NaN: not surveyed. */
  landArea: Float64Array;
  /** Building floor area, m². NaN: not surveyed. */
  floorArea: Float64Array;
  /** Attributes of `data/attributes` that a file has, by id. NaN: not surveyed. Read them by `supplyColumn`. */
  numbers: Record<string, Float64Array>;
  /** The same for texts: canonical values where the attribute has any. '': not surveyed. */
  texts: Record<string, string[]>;
  /** Only `open` facilities serve; `planned` and `closed` are drawn and listed. */
  status: FacilityStatus[];
  /** The file a row came from, and its row there as seen in a spreadsheet. */
  file: string[];
  row: Int32Array;
}

export type FacilityStatus = 'open' | 'planned' | 'closed';

/** Rows of the open facilities that offer a service, ascending. */
export function openFacilitiesOf(facilities: Facilities, service: ServiceId): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < facilities.count; i++) {
    if (facilities.service[i] === service && facilities.status[i] === 'open') rows.push(i);
  }
  return Int32Array.from(rows);
}

/** Services that occur in the data, in order of first appearance. */
export function servicesOf(facilities: Facilities): ServiceId[] {
  return [...new Set(facilities.service)];
}

export function concatFacilities(parts: Facilities[]): Facilities {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  // An attribute that only some files have was not surveyed in the others.
  const join = (pick: (part: Facilities) => Float64Array | undefined) => {
    const out = new Float64Array(count).fill(Number.NaN);
    let offset = 0;
    for (const part of parts) {
      out.set(pick(part) ?? [], offset);
      offset += part.count;
    }
    return out;
  };
  const ids = (pick: (part: Facilities) => object) => [
    ...new Set(parts.flatMap((part) => Object.keys(pick(part)))),
  ];
  return {
    count,
    id: parts.flatMap((part) => part.id),
    name: parts.flatMap((part) => part.name),
    service: parts.flatMap((part) => part.service),
    lng: join((part) => part.lng),
    lat: join((part) => part.lat),
    capacity: join((part) => part.capacity),
    landArea: join((part) => part.landArea),
    floorArea: join((part) => part.floorArea),
    numbers: Object.fromEntries(
      ids((part) => part.numbers).map((id) => [id, join((part) => part.numbers[id])]),
    ),
    texts: Object.fromEntries(
      ids((part) => part.texts).map((id) => [
        id,
        parts.flatMap((part) => part.texts[id] ?? new Array<string>(part.count).fill('')),
      ]),
    ),
    status: parts.flatMap((part) => part.status),
    file: parts.flatMap((part) => part.file),
    row: Int32Array.from(parts.flatMap((part) => Array.from(part.row))),
  };
}
