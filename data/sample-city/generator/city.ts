import { type Block, createBlocks } from './blocks.ts';
import { type Compound, settle } from './compounds.ts';
import { type Division, divideCity } from './districts.ts';
import { createGround, type Ground } from './ground.ts';
import { createFabric, type Parcel } from './lanes.ts';
import { createLattice } from './lattice.ts';
import { mainComponent } from './main-component.ts';
import { createPlan, type Plan } from './plan.ts';
import { type Crossings, chooseCrossings, createRoads, type Way } from './roads.ts';

/** The city without its facilities: land, streets, people, borders. */
export interface City {
  ground: Ground;
  plan: Plan;
  blocks: Block[];
  crossings: Crossings;
  ways: Way[];
  compounds: Compound[];
  civic: Parcel[];
  division: Division;
}

export function createCity(): City {
  const ground = createGround();
  const plan = createPlan(createLattice(), ground);
  const blocks = createBlocks(plan);
  const crossings = chooseCrossings(plan);
  const roads = createRoads(plan, blocks, crossings);
  const fabric = createFabric(ground, blocks);
  const ways = mainComponent(ground, [...roads, ...fabric.lanes]);
  const { compounds, civic } = settle(ground, fabric.parcels);
  return { ground, plan, blocks, crossings, ways, compounds, civic, division: divideCity(blocks, compounds) };
}
