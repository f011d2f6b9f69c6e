/** A KML document around what is given. */
export function kmlText(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">${inside}</kml>`;
}
