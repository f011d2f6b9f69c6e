import { splitWhole } from './ages.ts';
import type { Block } from './blocks.ts';
import type { Compound } from './compounds.ts';
import { createCommunityNames, DISTRICTS } from './district-names.ts';
import { divide, grow, neighboursOf } from './partition.ts';
import { createRandom } from './random.ts';

/** 区, 街道 or 社区: a set of whole blocks, so that children fill their parents exactly. */
export interface District {
  code: string;
  name: string;
  level: '区' | '街道' | '社区';
  parent: string;
  blockRows: number[];
}

export interface Division {
  districts: District[];
  /** By block row: the district of each level that holds the block. */
  byBlock: { city: District; street: District; community: District }[];
}

const STREET_COUNT = 20;
const COMMUNITY_COUNT = 110;

export function divideCity(blocks: Block[], compounds: Compound[]): Division {
  const random = createRandom('districts');
  const neighbours = neighboursOf(blocks);
  const weights = blockWeights(blocks, compounds);
  const rows = blocks.map((_, row) => row);
  const nearestRow = (x: number, y: number) => {
    const off = (row: number) => Math.hypot(blocks[row].x - x, blocks[row].y - y);
    return rows.reduce((best, row) => (off(row) < off(best) ? row : best));
  };
  const top = grow(
    blocks,
    neighbours,
    rows,
    DISTRICTS.map((d) => nearestRow(d.x, d.y)),
    DISTRICTS.map((d) => d.slowness),
  );
  const weigh = (list: number[]) => list.reduce((sum, row) => sum + weights[row], 0);
  const topRows = DISTRICTS.map((_, k) => rows.filter((row) => top[row] === k));
  const streetCounts = splitWhole(STREET_COUNT, topRows.map(weigh));
  const communityName = createCommunityNames();
  const districts: District[] = [];
  const byBlock: Division['byBlock'] = new Array(blocks.length);
  const streets: { city: District; district: District }[] = [];
  DISTRICTS.forEach(({ name, streetWords }, k) => {
    // 99 is no province: the codes look like administrative codes and can be mistaken for none.
    const city: District = { code: `99010${k + 2}`, name, level: '区', parent: '', blockRows: topRows[k] };
    districts.push(city);
    const part = divide(blocks, neighbours, topRows[k], weights, streetCounts[k], random);
    const lists = groups(topRows[k], part, streetCounts[k]).sort((a, b) => density(b) - density(a));
    lists.forEach((list, s) => {
      const rural = mostlyCountry(list);
      const code = `${city.code}${String(rural ? 100 + s : s + 1).padStart(3, '0')}`;
      const district: District = {
        code,
        name: streetWords[s] + (rural ? '镇' : '街道'),
        level: '街道',
        parent: city.code,
        blockRows: list,
      };
      streets.push({ city, district });
    });
  });
  districts.push(...streets.map(({ district }) => district));
  const communityCounts = splitWhole(
    COMMUNITY_COUNT,
    streets.map(({ district }) => weigh(district.blockRows)),
  );
  streets.forEach(({ city, district: street }, s) => {
    const part = divide(blocks, neighbours, street.blockRows, weights, communityCounts[s], random);
    groups(street.blockRows, part, communityCounts[s]).forEach((list, c) => {
      const rural = mostlyCountry(list);
      const code = `${street.code}${String(rural ? 200 + c : c + 1).padStart(3, '0')}`;
      const community: District = {
        code,
        name: communityName(rural),
        level: '社区',
        parent: street.code,
        blockRows: list,
      };
      districts.push(community);
      for (const row of list) byBlock[row] = { city, street, community };
    });
  });
  return { districts, byBlock };

  /** A 镇 or a 村: where most of the weight lies in the country. */
  function mostlyCountry(list: number[]): boolean {
    return weigh(list.filter((row) => blocks[row].zone === 'suburb')) > 0.5 * weigh(list);
  }

  function density(list: number[]): number {
    return weigh(list) / list.reduce((sum, row) => sum + blocks[row].cells.length, 0);
  }
}

function groups(members: number[], part: Int32Array, count: number): number[][] {
  return Array.from({ length: count }, (_, k) => members.filter((row) => part[row] === k));
}

/** People, and a little for land: an empty quarter is not a hundred times the size of a full one. */
function blockWeights(blocks: Block[], compounds: Compound[]): Float64Array {
  const weights = Float64Array.from(blocks, (block) => 120 * block.cells.length);
  for (const compound of compounds) weights[compound.blockRow] += compound.people;
  return weights;
}
