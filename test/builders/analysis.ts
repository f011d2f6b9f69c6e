import type { InputFile } from '../../src/core/formats/content.ts';
import { readFiles } from '../../src/core/formats/registry.ts';
import type { OpenSource } from '../../src/core/project/load.ts';
import { type ProjectSettings, projectSchema } from '../../src/core/project/project.ts';
import type { ProjectResult } from '../../src/core/project/result.ts';
import { Workspace } from '../../src/core/project/workspace.ts';
import { guessMapping } from '../../src/core/table/guess.ts';
import type { Mapping } from '../../src/core/table/mapping.ts';
import { runSync } from '../../src/core/task.ts';

/** A text file. */
export function textFile(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A source as a user would have it: the guess, with what they changed. */
export async function sourceOf(
  files: InputFile | InputFile[],
  role: Mapping['role'],
  change: Partial<Mapping> = {},
): Promise<OpenSource> {
  const list = Array.isArray(files) ? files : [files];
  const { value } = await readFiles(list);
  return { files: list, mapping: { ...guessMapping(value, role).mapping, ...change } as Mapping };
}

export function settingsWith(change: Partial<ProjectSettings> = {}): ProjectSettings {
  return { ...projectSchema.shape.settings.parse({}), ...change };
}

export function analyse(
  sources: OpenSource[],
  change: Partial<ProjectSettings> = {},
): Promise<ProjectResult> {
  return new Workspace(async (task) => runSync(task)).analyse('test', sources, settingsWith(change));
}
