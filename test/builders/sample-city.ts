import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { haversineMeters } from '../../src/core/analysis/distance.ts';
import { openSources, parseProject } from '../../src/core/project/file.ts';
import type { ProjectSettings } from '../../src/core/project/project.ts';
import { type Prepared, Workspace } from '../../src/core/project/workspace.ts';
import type { StandardResult } from '../../src/core/standards/evaluate.ts';
import type { Standard } from '../../src/core/standards/standard.ts';
import { runSync } from '../../src/core/task.ts';

const FOLDER = resolve(import.meta.dirname, '../../data/sample-city');

export interface City {
  prepared: Prepared;
  settings: ProjectSettings;
  workspace: Workspace;
}

/** The sample city as it comes, streets and all, held against the standards of its project or of others. */
export async function judgeSample(change: Partial<ProjectSettings> = {}): Promise<StandardResult[]> {
  const project = parseProject(readFileSync(join(FOLDER, 'project.json'), 'utf8'), 'project.json');
  const settings = { ...project.settings, ...change };
  const workspace = new Workspace(async (task) => runSync(task));
  const prepared = await workspace.prepare(await openSources(project, readFile), settings);
  return workspace.standards(prepared, settings);
}

export function sampleSettings(): ProjectSettings {
  return parseProject(readFileSync(join(FOLDER, 'project.json'), 'utf8'), 'project.json').settings;
}

const readFile = async (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

/** The sample city with its people where they stand, so that its tables can be added up by hand. Without streets: quick. */
export async function openSampleCity(): Promise<City> {
  const project = parseProject(readFileSync(join(FOLDER, 'project.json'), 'utf8'), 'project.json');
  const sources = await openSources(
    { ...project, sources: project.sources.filter(({ mapping }) => mapping.role !== 'streets') },
    readFile,
  );
  const settings = { ...project.settings, resolution: 'points' as const, standards: [] };
  const workspace = new Workspace(async (task) => runSync(task));
  return { prepared: await workspace.prepare(sources, settings), settings, workspace };
}

export async function judgeInCity(
  { prepared, settings, workspace }: City,
  standard: Standard,
  change: Partial<ProjectSettings> = {},
): Promise<StandardResult> {
  const asked = { ...settings, standards: [{ id: standard.id }], customStandards: [standard], ...change };
  const [result] = await workspace.standards(prepared, asked);
  return result;
}

/** State and value of a district, by its name. */
export function rowNamed({ prepared }: City, { rows }: StandardResult, name: string) {
  const district = prepared.loaded.districts?.name.indexOf(name) ?? -1;
  const row = rows.find((one) => one.district === district);
  if (district < 0 || !row) throw new Error(`no row of ${name}`);
  return row;
}

type Line = Record<string, string>;

/** The tables of the city as a spreadsheet has them: read and added up without any of the code that is tested. */
function table(name: string, encoding = 'utf-8'): Line[] {
  const text = new TextDecoder(encoding).decode(readFileSync(join(FOLDER, name)));
  return Papa.parse<Line>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

interface Unit {
  code: string;
  name: string;
  level: string;
  parent: string;
}

const UNITS: Unit[] = JSON.parse(readFileSync(join(FOLDER, 'districts.geojson'), 'utf8')).features.map(
  (feature: { properties: Unit }) => feature.properties,
);

export function unitsOf(level: string): Unit[] {
  return UNITS.filter((unit) => unit.level === level);
}

export interface Compound {
  community: string;
  street: string;
  district: string;
  lng: number;
  lat: number;
  column: (name: string) => number;
}

export function compounds(): Compound[] {
  return table('population-compounds.csv').map((line) => {
    const community = UNITS.find(({ level, name }) => level === '社区' && name === line.所属社区) as Unit;
    const street = UNITS.find(({ code }) => code === community.parent) as Unit;
    const district = UNITS.find(({ code }) => code === street.parent) as Unit;
    return {
      community: community.name,
      street: street.name,
      district: district.name,
      lng: Number(line.经度),
      lat: Number(line.纬度),
      column: (name) => Number(line[name]),
    };
  });
}

export interface Site {
  street: string;
  district: string;
  lng: number;
  lat: number;
  capacity: number;
  land: number;
}

const numberIn = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** The open facilities of a type, as the two tables list them. */
export function sites(type: string): Site[] {
  const lines = [...table('facilities-other.csv'), ...table('facilities-elder-care.csv', 'gb18030')];
  return lines
    .filter((line) => line.类型 === type && line.状态 === '运营')
    .map((line) => {
      const street = UNITS.find(({ level, name }) => level === '街道' && name === line.所属街道) as Unit;
      return {
        street: street.name,
        district: UNITS.find(({ code }) => code === street.parent)?.name ?? '',
        lng: Number(line.经度),
        lat: Number(line.纬度),
        capacity: numberIn(line.服务能力 ?? line['床位数/服务能力']),
        land: numberIn(line['用地面积(㎡)']),
      };
    });
}

/** Metres to the nearest site, and which: every pair looked at. */
export function nearestSite({ lng, lat }: { lng: number; lat: number }, all: Site[]) {
  let best = { meters: Infinity, site: -1 };
  all.forEach((site, i) => {
    const meters = haversineMeters(lng, lat, site.lng, site.lat);
    if (meters < best.meters) best = { meters, site: i };
  });
  return best;
}

export function sumOf<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
