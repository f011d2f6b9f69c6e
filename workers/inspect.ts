import type { FileContent, InputFile } from '../src/core/formats/content.ts';
import { readStreets, recogniseStreets } from '../src/core/formats/read-streets.ts';
import { readFiles } from '../src/core/formats/registry.ts';
import { groupParts } from '../src/core/formats/shapefile-parts.ts';
import { UnusableData } from '../src/core/issue.ts';
import type { Runner } from '../src/core/project/load.ts';
import { guessMapping } from '../src/core/table/guess.ts';
import type { Inspection } from './protocol.ts';

const PREVIEW_ROWS = 8;

/**
 * Reads each file, or each shapefile in parts, and guesses what it holds. A file that fails says why; the others go on.
 * `sheet`: which one of a workbook or GeoPackage; absent: the first that holds data.
 */
export async function inspectFiles(files: InputFile[], run: Runner, sheet?: string): Promise<Inspection[]> {
  const inspections: Inspection[] = [];
  for (const group of groupParts(files)) {
    try {
      if (isStreets(group)) {
        inspections.push(await describeStreets(group, run));
        continue;
      }
      const { value, issues } = await readFiles(group, undefined, sheet);
      inspections.push(describe(group, value, issues));
    } catch (error) {
      if (!(error instanceof UnusableData)) throw error;
      const failure = { file: group[0].name, ...error.issue };
      inspections.push({ files: group, failure, header: [], preview: [], rowCount: 0, issues: [] });
    }
  }
  return inspections;
}

/** OSM and GraphML hold streets and nothing else; lines as GeoJSON or shapefile may be anything, and are guessed as tables are. */
function isStreets(files: InputFile[]): boolean {
  return ['osm-pbf', 'osm-xml', 'graphml'].includes(recogniseStreets(files) ?? '');
}

async function describeStreets(files: InputFile[], run: Runner): Promise<Inspection> {
  const { value, issues } = await run(readStreets(files));
  return {
    files,
    role: 'streets',
    mapping: { role: 'streets' },
    format: value.format,
    header: [],
    preview: [],
    rowCount: value.wayTags.length,
    issues,
  };
}

function describe(files: InputFile[], content: FileContent, issues: Inspection['issues']): Inspection {
  const { mapping, confidence } = guessMapping(content);
  const common = { files, role: mapping.role, mapping, confidence, format: content.format, issues };
  if (content.kind === 'raster') {
    return { ...common, header: [], preview: [], rowCount: content.raster.values.length };
  }
  const { table } = content;
  return {
    ...common,
    ...(content.sheets && { sheets: content.sheets, sheet: content.sheet }),
    encoding: table.encoding,
    delimiter: table.delimiter,
    header: table.header,
    preview: table.rows.slice(0, PREVIEW_ROWS),
    rowCount: table.rows.length,
  };
}
