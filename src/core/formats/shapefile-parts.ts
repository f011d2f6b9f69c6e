import type { InputFile } from './content.ts';

/** The loose parts of a shapefile (.shp .dbf .shx .prj .cpg with one stem) belong together; any other file stands alone. */
export function groupParts(files: InputFile[]): InputFile[][] {
  const stem = (file: InputFile) => file.name.replace(/\.[^.]+$/, '').toLowerCase();
  const isPart = (file: InputFile) => /\.(shp|dbf|shx|prj|cpg|sbn|sbx|qpj|shp\.xml)$/i.test(file.name);
  const shapes = new Set(files.filter((file) => /\.shp$/i.test(file.name)).map(stem));
  const groups = new Map<string, InputFile[]>();
  for (const file of files) {
    const key =
      isPart(file) && shapes.has(stem(file)) ? `shapefile:${stem(file)}` : `file:${groups.size}:${file.name}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  // The .shp leads: it gives the source its name.
  return [...groups.values()].map((group) =>
    group.sort((a, b) => Number(/\.shp$/i.test(b.name)) - Number(/\.shp$/i.test(a.name))),
  );
}
