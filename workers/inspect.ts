import type { FileContent, InputFile } from '../src/core/formats/content.ts';
import { readFiles } from '../src/core/formats/registry.ts';
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

/** The loose parts of a shapefile (.shp .dbf .shx .prj .cpg with one stem) belong together; any other file stands alone. */
export function groupParts(files: InputFile[]): InputFile[][] {
  const stem = (file: InputFile) => file.name.replace(/\.[^.]+$/, '').toLowerCase();
  const isPart = (file: InputFile) => /\.(shp|dbf|shx|prj|cpg|sbn|sbx|qpj|shp\.xml)$/i.test(file.name);
  const shapes = new Set(files.filter((file) => /\.shp$/i.test(file.name)).map(stem));
  const groups = new Map<string, InputFile[]>();
  for (const file of files) {
    const key = isPart(file) && shapes.has(stem(file)) ? `shapefile:${stem(file)}` : `file:${groups.size}:${file.name}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  // The .shp leads: it gives the source its name.
  return [...groups.values()].map((group) =>
    group.sort((a, b) => Number(/\.shp$/i.test(b.name)) - Number(/\.shp$/i.test(a.name))),
  );
}
