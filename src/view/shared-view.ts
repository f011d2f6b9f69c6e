/** A view of the map in the address, `#lng,lat,zoom`: to share, to come back to, and to aim a test. */
export interface MapView {
  lng: number;
  lat: number;
  zoom: number;
}

export function parseView(hash: string): MapView | undefined {
  const parts = hash.replace(/^#/, '').split(',').map(Number);
  if (parts.length !== 3 || parts.some((part) => !Number.isFinite(part))) return undefined;
  const [lng, lat, zoom] = parts;
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22
    ? { lng, lat, zoom }
    : undefined;
}

export function formatView({ lng, lat, zoom }: MapView): string {
  return `#${lng.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;
}
