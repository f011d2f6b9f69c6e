import { readFileSync } from 'node:fs';
import type { FeatureCollection, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { columnTotal, demandColumn } from '../../../src/core/dataset/demand.ts';
import type { ProjectResult } from '../../../src/core/project/result.ts';
import { analyse, sourceOf, textFile } from '../../builders/analysis.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

/** The five central districts; 静安 holds today what the polygons of before 2015 call 静安 and 闸北. */
const CENTRAL = ['黄浦区', '徐汇区', '长宁区', '静安区', '普陀区'];

describeWithData('Shanghai, five central districts', 'shanghai', (folder) => {
  const text = readFileSync(`${folder}/residential_aoi_wgs84.geojson`, 'utf8');
  const all = JSON.parse(text) as FeatureCollection<Polygon, { district: string; population?: number }>;
  const features = all.features.filter((feature) => CENTRAL.includes(feature.properties.district));
  const compounds = textFile('compounds.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const facilities = (name: string, service: string) =>
    sourceOf(inputFile(`${folder}/${name}`), 'facilities', { fixedService: service });
  const share = ({ coverages }: ProjectResult, limit: number, group = coverages[0].group) =>
    coverages
      .find((one) => one.group === group)
      ?.rows.find((row) => row.level === 'all' && row.method === 'straight' && row.limitMeters === limit)
      ?.share;

  it('has 1,802 compounds, and the shares that are known, from where they stand', async () => {
    const people = await sourceOf(compounds, 'people');
    const of = async (name: string, service: string) =>
      analyse([await facilities(name, service), people], {
        resolution: 'points',
        limits: { '*': [300, 500] },
      });
    const kindergartens = await of('幼儿园.csv', 'kindergarten');
    expect(kindergartens.demand.count).toBe(1802);
    expect(kindergartens.facilities.count).toBe(2284);
    expect(share(kindergartens, 300)).toBeCloseTo(0.651, 3);
    expect(share(kindergartens, 500)).toBeCloseTo(0.932, 3);
    expect(share(await of('小学.csv', 'primary-school'), 500)).toBeCloseTo(0.729, 3);
    const hospitals = readFileSync(`${folder}/shanghai_hospital.csv`, 'utf8').split('\n');
    const community = hospitals.filter((line, i) => i === 0 || line.split(',')[0].includes('社区卫生'));
    const stations = await sourceOf(textFile('社区卫生.csv', community.join('\n')), 'facilities', {
      fixedService: 'health-station',
    });
    const health = await analyse([stations, people], { resolution: 'points', limits: { '*': [500] } });
    expect(share(health, 500)).toBeCloseTo(0.798, 3);
  });

  /**
   * The same question put to cells: census totals shared among the compounds of a district by their area, and these spread
   * over cells of 15,000 m². The answer differs for two reasons, both in the question: it is a share of people and
   * not of compounds (large compounds weigh more: 93.2 → 92.8 % at 500 m), and a compound of several cells is judged
   * cell by cell and not at one point (92.84 → 92.88 %).
   */
  it('keeps the census total on cells filled from compounds, and differs from the points as explained', async () => {
    const census = readFileSync(`${folder}/population_district_census2020.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const totals = new Map(census.map((line) => [line.split(',')[1], Number(line.split(',')[2])] as const));
    const area = new Map<string, number>();
    for (const { geometry, properties } of features) {
      area.set(properties.district, (area.get(properties.district) ?? 0) + flatArea(geometry.coordinates[0]));
    }
    const peopled = features.map((feature) => {
      const { district } = feature.properties;
      const part = flatArea(feature.geometry.coordinates[0]) / (area.get(district) as number);
      return { ...feature, properties: { district, population: (totals.get(district) as number) * part } };
    });
    const source = await sourceOf(
      textFile('peopled.geojson', JSON.stringify({ type: 'FeatureCollection', features: peopled })),
      'people',
    );
    const kindergartens = await facilities('幼儿园.csv', 'kindergarten');
    const limits = { '*': [300, 500] };
    const cells = await analyse([kindergartens, source], { resolution: 10, limits });
    const points = await analyse([kindergartens, source], { resolution: 'points', limits });
    for (const { demand } of [cells, points]) {
      const people = demandColumn(demand, 'people');
      if (!people) throw new Error('no people');
      expect(Math.abs(columnTotal(people) - 4_683_666)).toBeLessThan(0.5);
    }
    const [byCells, byPoints] = [
      share(cells, 500, 'people') as number,
      share(points, 500, 'people') as number,
    ];
    expect(byPoints).toBeCloseTo(0.9284, 3);
    expect(byCells).toBeCloseTo(0.9288, 3);
  });
});

/** Square degrees, enough to share a total within one district. */
function flatArea(ring: number[][]): number {
  let area = 0;
  for (let v = 1; v < ring.length; v++) {
    area += (ring[v - 1][0] - ring[0][0]) * (ring[v][1] - ring[0][1]);
    area -= (ring[v][0] - ring[0][0]) * (ring[v - 1][1] - ring[0][1]);
  }
  return Math.abs(area) / 2;
}
