import { hypothesesFor } from '../crs/hypotheses.ts';
import { hasPositionColumns, writtenPositions } from '../dataset/positions.ts';
import type { Streets } from '../formats/streets.ts';
import type { Task } from '../task.ts';
import { areaOf, boxOf, quantile } from './area.ts';
import { type CrsVerdict, rankHypotheses } from './crs-detective.ts';
import type { CrsClues, CrsKnowledge } from './crs-evidence.ts';
import { districtNames } from './district-names.ts';
import { coreName } from './name-forms.ts';
import { reviewColumns } from './row-columns.ts';
import { indexSegments, streetPieces } from './segment-index.ts';
import { streetInAddress, streetNamesOf } from './street-names.ts';
import { type ReviewContext, type RowContent, type RowMapping, statedIn } from './subject.ts';

/** Places whose position is known already: facilities loaded before, compounds, a gazetteer. */
export interface KnownPlaces {
  name: string[];
  lng: Float64Array;
  lat: Float64Array;
}

export interface CrsContext extends ReviewContext {
  streets?: Streets;
  places?: KnownPlaces;
}

/**
 * Ranks the coordinate systems that the positions of a file could be in, by what is loaded. `stated` is the system that a
 * header or the file name says (`mapping.crs` when the guess has it from there). Applies nothing. Undefined for a table
 * without position columns.
 */
export function* findCrs(
  content: RowContent,
  mapping: RowMapping,
  context: CrsContext,
  stated?: string,
): Task<CrsVerdict | undefined> {
  if (content.kind === 'table' && !hasPositionColumns(mapping)) return undefined;
  const { x, y } = writtenPositions(content, mapping);
  const knowledge = knowledgeOf(context, mapping.role);
  const declared = content.kind === 'features' ? content.projection : undefined;
  const hypotheses = declared
    ? hypothesesFor(0, 0, Number.NaN, declared)
    : hypothesesFor(middle(x), middle(y), longitudeOf(context));
  const clues = cluesOf(content, mapping, knowledge);
  // Shapes with a .prj have been converted while reading: their numbers are degrees by now.
  const read = declared ? hypotheses.map((one) => ({ ...one, crs: 'wgs84' as const })) : hypotheses;
  return yield* rankHypotheses({ x, y, clues }, read, knowledge, stated);
}

function middle(values: Float64Array): number {
  return quantile(
    Array.from(values).filter((value) => Number.isFinite(value) && value !== 0),
    0.5,
  );
}

/** Longitude of the middle of what is loaded, NaN when nothing is. */
function longitudeOf({ districts, people, streets, existing, places }: CrsContext): number {
  const loaded = districts?.shapes ?? people ?? streets ?? existing ?? places;
  if (!loaded) return Number.NaN;
  const { west, east } = boxOf(loaded);
  return (west + east) / 2;
}

/** The middle of a compound lies as far from all streets as it can: its distance to the nearest one would mislead. */
function knowledgeOf(context: CrsContext, role: RowMapping['role']): CrsKnowledge {
  const { districts, people, streets } = context;
  const none = new Float64Array(0);
  const places = placesByName(context);
  return {
    ...(districts && { names: districtNames(districts) }),
    ...(streets && { streetNames: streetNamesOf(streets) }),
    ...(streets && role === 'facilities' && { streets: indexSegments(streetPieces(streets)) }),
    ...(places.size > 0 && { places }),
    ...((districts || people) && { area: areaOf(context, none, none) }),
  };
}

function placesByName({ existing, places }: CrsContext): Map<string, [number, number][]> {
  const byName = new Map<string, [number, number][]>();
  for (const known of [existing, places]) {
    known?.name.forEach((name, i) => {
      const key = coreName(name);
      if (key === '') return;
      byName.set(key, [...(byName.get(key) ?? []), [known.lng[i], known.lat[i]]]);
    });
  }
  return byName;
}

function cluesOf(content: RowContent, mapping: RowMapping, knowledge: CrsKnowledge) {
  const { table } = content;
  const columns = reviewColumns(table, mapping, knowledge.names);
  const text = (row: number, column: number) => (column === -1 ? '' : table.rows[row][column]);
  return (row: number): CrsClues => ({
    district: knowledge.names ? statedIn(knowledge.names, columns, (column) => text(row, column)) : '',
    street: knowledge.streetNames ? streetInAddress(knowledge.streetNames, text(row, columns.address)) : '',
    name: text(row, columns.name),
  });
}
