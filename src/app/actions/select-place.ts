import { setSession } from '../store/store.ts';

/** Picks something on the map or in a table; a card says why it looks as it does. */
export function selectPlace(place: number): void {
  setSession({ selected: { kind: 'place', place } });
}

export function selectFacility(row: number): void {
  setSession({ selected: { kind: 'facility', row } });
}

export function selectDistrict(district: number): void {
  setSession({ selected: district < 0 ? undefined : { kind: 'district', district } });
}

export function clearSelection(): void {
  setSession({ selected: undefined });
}

export function hoverDistrict(district: number | undefined): void {
  setSession({ hoveredDistrict: district !== undefined && district >= 0 ? district : undefined });
}
