import { UnusableData } from '../issue.ts';
import type { GeometryKind, RawFeature } from './features.ts';
import { type GeometryPart, geometryOfParts } from './mixed-geometry.ts';
import type { XmlAttributes, XmlListener } from './xml-scan.ts';
import { localName } from './zip-xml.ts';

/** A placemark as read: its columns by name (a Map: `__proto__` is a name like any other) and its geometry. */
export interface Placemark {
  attributes: Map<string, string>;
  geometry: RawFeature['geometry'];
}

type Part = GeometryPart | { bad: string };

const KIND_OF: ReadonlyMap<string, GeometryKind> = new Map([
  ['Point', 'point'],
  ['LineString', 'line'],
  ['Polygon', 'polygon'],
]);
const PARENTS_OF_NAME: ReadonlySet<string> = new Set(['Placemark', 'Folder']);

/** Gathers the placemarks of a KML document. Styles, views and times are passed over. */
export class KmlListener implements XmlListener {
  readonly placemarks: Placemark[] = [];
  networkLinks = 0;
  overlays = 0;
  private readonly path: string[] = [];
  private readonly folders: string[] = [];
  private attributes: Map<string, string> | undefined;
  private parts: Part[] = [];
  private kind: GeometryKind | undefined;
  private dataName = '';
  private textSoFar = '';

  constructor(private readonly file: string) {}

  start(name: string, attributes: XmlAttributes): void {
    const local = localName(name);
    if (this.path.length === 0 && local !== 'kml')
      throw new UnusableData({ code: 'kml-not-kml', file: this.file, values: { root: name } });
    this.path.push(local);
    this.textSoFar = '';
    switch (local) {
      case 'Folder':
        this.folders.push('');
        break;
      case 'Placemark':
        this.openPlacemark();
        break;
      case 'Data':
      case 'SimpleData':
        this.dataName = attributes.get('name') ?? '';
        break;
      case 'NetworkLink':
        this.networkLinks++;
        break;
      case 'GroundOverlay':
        this.overlays++;
        break;
      default:
        this.kind = KIND_OF.get(local) ?? this.kind;
    }
  }

  text(text: string): void {
    this.textSoFar += text;
  }

  end(name: string): void {
    const local = localName(name);
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    const text = this.textSoFar.trim();
    this.textSoFar = '';
    switch (local) {
      case 'name':
        if (PARENTS_OF_NAME.has(parent)) this.takeName(parent, text);
        break;
      case 'description':
      case 'address':
      case 'phoneNumber':
        if (parent === 'Placemark') this.set(local, text);
        break;
      case 'value':
        if (parent === 'Data') this.set(this.dataName, text);
        break;
      case 'SimpleData':
        this.set(this.dataName, text);
        break;
      case 'coordinates':
        this.takeCoordinates(text);
        break;
      case 'Folder':
        this.folders.pop();
        break;
      case 'Placemark':
        this.closePlacemark();
        break;
      default:
        if (KIND_OF.has(local)) this.kind = undefined;
    }
  }

  private openPlacemark(): void {
    this.attributes = new Map();
    this.parts = [];
    this.kind = undefined;
  }

  private takeName(parent: string, text: string): void {
    if (parent === 'Placemark') this.set('name', text);
    else if (this.folders.length > 0) this.folders[this.folders.length - 1] = text;
  }

  /** A data field may be called name as well: both are kept. */
  private set(name: string, text: string): void {
    const { attributes } = this;
    if (!attributes || text === '') return;
    let free = name;
    for (let n = 2; attributes.has(free); n++) free = `${name} (${n})`;
    attributes.set(free, text);
  }

  private takeCoordinates(text: string): void {
    if (!this.attributes || !this.kind) return;
    const positions = positionsOf(text);
    this.parts.push(typeof positions === 'string' ? { bad: positions } : { kind: this.kind, positions });
  }

  private closePlacemark(): void {
    const { attributes } = this;
    if (!attributes) return;
    const folder = this.folders.filter((name) => name !== '').join(' / ');
    if (folder !== '') this.set('folder', folder);
    this.placemarks.push({ attributes, geometry: geometryOf(this.parts) });
    this.attributes = undefined;
  }
}

/** `lng,lat[,height]` with white space between; blanks behind the commas, as some programs write them, are forgiven. */
function positionsOf(text: string): number[] | string {
  const positions: number[] = [];
  for (const tuple of text
    .replace(/\s*,\s*/g, ',')
    .trim()
    .split(/\s+/)) {
    if (tuple === '') continue;
    const [lng, lat] = tuple.split(',');
    const [x, y] = [Number(lng || Number.NaN), Number(lat || Number.NaN)];
    if (Number.isNaN(x + y)) return tuple.slice(0, 80);
    positions.push(x, y);
  }
  return positions;
}

function geometryOf(parts: Part[]): RawFeature['geometry'] {
  const sound: GeometryPart[] = [];
  for (const part of parts) {
    if ('bad' in part) return { code: 'coordinates-not-a-number', values: { text: part.bad } };
    sound.push(part);
  }
  return geometryOfParts(sound);
}
