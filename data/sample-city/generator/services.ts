import type { Zone } from './zones.ts';

/** How one service is spread over the city. Gaps are planted here: a factor below 1 leaves people of a zone or 区 out. */
export interface ServiceRule {
  id: string;
  /** Word in the type column. */
  type: string;
  /** Start of its numbers. */
  prefix: string;
  count: number;
  /** Rows of `AGE_BANDS` it is built for; empty means everyone. */
  bands: number[];
  /** Distance within which one facility takes the demand of another, metres. */
  spacing: number;
  zones: Record<Zone, number>;
  districts: Record<string, number>;
  /** Places, beds or daily visits of a facility. */
  capacity: [number, number];
  /** Steps in which capacity is given: classes of 30 children, tens of beds. */
  capacityStep: number;
  /** Site area per place in the old town and elsewhere, m². */
  landPerPlace: [number, number];
  /** Floor area / site area. */
  floorRatio: [number, number];
}

const even: Record<Zone, number> = { old: 1, belt: 1, new: 1, suburb: 0.8 };

export const SERVICE_RULES: ServiceRule[] = [
  {
    id: 'childcare',
    type: '托育机构',
    prefix: 'TY',
    count: 40,
    bands: [0],
    spacing: 700,
    zones: { old: 1.2, belt: 1, new: 0.8, suburb: 0.25 },
    districts: {},
    capacity: [30, 80],
    capacityStep: 5,
    landPerPlace: [8, 11],
    floorRatio: [0.7, 1.1],
  },
  {
    id: 'kindergarten',
    type: '幼儿园',
    prefix: 'YE',
    count: 86,
    bands: [1],
    spacing: 650,
    zones: { old: 1.2, belt: 1.2, new: 0.62, suburb: 0.9 },
    districts: {},
    capacity: [120, 360],
    capacityStep: 30,
    landPerPlace: [9, 14],
    floorRatio: [0.6, 0.95],
  },
  {
    id: 'primary-school',
    type: '小学',
    prefix: 'XX',
    count: 42,
    bands: [2],
    spacing: 1000,
    zones: even,
    districts: {},
    capacity: [540, 1620],
    capacityStep: 45,
    landPerPlace: [11, 19],
    floorRatio: [0.45, 0.75],
  },
  {
    id: 'junior-school',
    type: '初中',
    prefix: 'CZ',
    count: 20,
    bands: [3],
    spacing: 1500,
    zones: even,
    districts: {},
    capacity: [600, 1500],
    capacityStep: 50,
    landPerPlace: [14, 24],
    floorRatio: [0.45, 0.75],
  },
  {
    id: 'health-station',
    type: '社区卫生服务站',
    prefix: 'WS',
    count: 55,
    bands: [],
    spacing: 900,
    zones: { old: 1.1, belt: 1, new: 0.75, suburb: 2 },
    districts: {},
    capacity: [40, 160],
    capacityStep: 10,
    landPerPlace: [5, 8],
    floorRatio: [0.8, 1.3],
  },
  {
    id: 'elder-station',
    type: '养老驿站',
    prefix: 'YZ',
    count: 51,
    bands: [5, 6, 7],
    spacing: 800,
    zones: { old: 1.2, belt: 1, new: 0.85, suburb: 0.6 },
    districts: { 青屏区: 1.25 },
    capacity: [15, 60],
    capacityStep: 5,
    landPerPlace: [11, 17],
    floorRatio: [0.8, 1.3],
  },
  {
    id: 'elder-home',
    type: '养老机构',
    prefix: 'YJ',
    count: 14,
    bands: [6, 7],
    spacing: 1800,
    zones: { old: 0.6, belt: 1, new: 0.9, suburb: 1.4 },
    districts: { 汀北区: 1.7, 澜湾区: 1.8, 青屏区: 1.3, 禾埠区: 1.2 },
    capacity: [60, 220],
    capacityStep: 10,
    landPerPlace: [15, 26],
    floorRatio: [0.9, 1.4],
  },
  {
    id: 'culture-station',
    type: '文化活动站',
    prefix: 'WH',
    count: 36,
    bands: [],
    spacing: 1100,
    zones: { old: 1.3, belt: 1, new: 0.9, suburb: 0.6 },
    districts: { 澜湾区: 0.5 },
    capacity: [40, 220],
    capacityStep: 10,
    landPerPlace: [6, 11],
    floorRatio: [0.6, 1.2],
  },
  {
    id: 'fitness-ground',
    type: '健身场地',
    prefix: 'JS',
    count: 72,
    bands: [],
    spacing: 700,
    zones: { old: 0.55, belt: 1, new: 1.3, suburb: 0.8 },
    districts: {},
    capacity: [30, 200],
    capacityStep: 10,
    landPerPlace: [9, 20],
    floorRatio: [0, 0.06],
  },
  {
    id: 'community-centre',
    type: '社区综合服务设施',
    prefix: 'ZH',
    count: 76,
    bands: [],
    spacing: 650,
    zones: { old: 1, belt: 1, new: 0.85, suburb: 2.2 },
    districts: {},
    capacity: [50, 260],
    capacityStep: 10,
    landPerPlace: [4, 7],
    floorRatio: [0.7, 1.3],
  },
];

export const ELDER_SERVICES: readonly string[] = ['elder-station', 'elder-home'];
/** Site area of open elder-care facilities per resident, whole city, m². */
export const ELDER_LAND_PER_PERSON = 0.088;
/** Size of elder-care sites by 区: the old town has many small ones, the west few but large. */
export const ELDER_SITE_FACTOR: Record<string, number> = {
  文津区: 0.62,
  汀北区: 0.7,
  澜湾区: 1,
  青屏区: 1.15,
  禾埠区: 1.15,
};
