import { readFiles } from '../formats/registry.ts';
import type { CrsVerdict } from '../review/crs-detective.ts';
import { type CrsContext, findCrs } from '../review/find-crs.ts';
import type { Finding } from '../review/finding.ts';
import { reviewRows } from '../review/registry.ts';
import { loadSources, type OpenSource, type Runner } from './load.ts';
import type { Memo } from './memo.ts';
import { hashFiles } from './source-facts.ts';

/** What a look at the rows of a file found, before anything is accepted. */
export interface SourceLook {
  /** Of the file, so that what is decided never falls on another. */
  sha256: string;
  findings: Finding[];
  /** In which coordinate system its positions seem to be; undefined where it has no columns of positions. */
  verdict: CrsVerdict | undefined;
}

/**
 * Looks at the rows of a file of facilities or people, held against what lies `beside` it: districts, streets, people, other
 * facilities. Undefined for other roles and rasters. `saysSystem`: a header of the file names the system of its mapping.
 */
export async function reviewSource(
  source: OpenSource,
  beside: readonly OpenSource[],
  saysSystem: boolean,
  run: Runner,
  memo: Memo,
): Promise<SourceLook | undefined> {
  const { mapping } = source;
  if (mapping.role !== 'facilities' && mapping.role !== 'people') return undefined;
  const { value: content } = await readFiles(source.files, undefined, mapping.sheet);
  if (content.kind === 'raster') return undefined;
  const context = await contextOf(beside, run, memo);
  const verdict = await run(findCrs(content, mapping, context, saysSystem ? mapping.crs : undefined));
  const { findings } = await run(reviewRows(content, mapping, context));
  return { sha256: hashFiles(source.files), findings, verdict };
}

/** Of each role that there may be only one of, the latest file is what others are held against. */
async function contextOf(beside: readonly OpenSource[], run: Runner, memo: Memo): Promise<CrsContext> {
  const latest = new Map(beside.map((source) => [source.mapping.role, source]));
  const chosen = beside.filter(
    (source) => source.mapping.role === 'facilities' || latest.get(source.mapping.role) === source,
  );
  if (chosen.length === 0) return {};
  const { districts, population, streets, facilities } = await loadSources(chosen, run, memo);
  return {
    ...(districts && { districts }),
    ...(streets && { streets }),
    ...(population && 'lng' in population && { people: { lng: population.lng, lat: population.lat } }),
    ...(facilities.count > 0 && {
      existing: facilities,
      places: { name: facilities.name, lng: facilities.lng, lat: facilities.lat },
    }),
  };
}
