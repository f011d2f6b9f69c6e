import type { FileContent, InputFile } from '../src/core/formats/content.ts';
import { readFiles } from '../src/core/formats/registry.ts';
import { groupParts } from '../src/core/formats/shapefile-parts.ts';
import { UnusableData } from '../src/core/issue.ts';
import { guessMapping } from '../src/core/table/guess.ts';
import type { Inspection } from './protocol.ts';

const PREVIEW_ROWS = 8;

/** Reads each file, or each shapefile in parts, and guesses what it holds. A file that fails says why; the others go on. */
export async function inspectFiles(files: InputFile[]): Promise<Inspection[]> {
  const inspections: Inspection[] = [];
  for (const group of groupParts(files)) {
    try {
      const { value, issues } = await readFiles(group);
      inspections.push(describe(group, value, issues));
    } catch (error) {
      if (!(error instanceof UnusableData)) throw error;
      const failure = { file: group[0].name, ...error.issue };
      inspections.push({ files: group, failure, header: [], preview: [], rowCount: 0, issues: [] });
    }
  }
  return inspections;
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
    encoding: table.encoding,
    delimiter: table.delimiter,
    header: table.header,
    preview: table.rows.slice(0, PREVIEW_ROWS),
    rowCount: table.rows.length,
  };
}
