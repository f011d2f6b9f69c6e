import type { InputFile } from '../../core/formats/content.ts';
import { UnusableData } from '../../core/issue.ts';
import { runJob } from '../compute/run-job.ts';
import { newId } from '../storage/new-id.ts';
import { openProjectData } from './open-project-data.ts';

/**
 * Opens a saved project. It usually carries its data; one that names files beside it takes them from those that were
 * chosen together with it.
 */
export async function openProject(document: InputFile, beside: InputFile[]): Promise<void> {
  const opened = await runJob('open', async () => {
    const { openSources, parseProject, baseName } = await import('../../core/project/file.ts');
    const project = parseProject(new TextDecoder().decode(document.bytes), document.name);
    const sources = await openSources(project, async (path) => {
      const file = beside.find((one) => one.name === baseName(path));
      if (!file)
        throw new UnusableData({ code: 'project-file-elsewhere', file: document.name, values: { path } });
      return file.bytes;
    });
    return { project, sources };
  });
  if (!opened) return;
  const { name, note, settings } = opened.project;
  await openProjectData({ id: newId(), name, note, settings, isSample: false }, opened.sources, 'project');
}
