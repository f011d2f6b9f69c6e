import { UnusableData } from '../../core/issue.ts';
import { runJob } from '../compute/run-job.ts';
import { setSession } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';

/** The sample city, served beside the page under names made by the build. */
const SAMPLE_FILES = import.meta.glob<string>('../../../data/sample-city/*.{csv,geojson,json}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Opens the sample city that comes with the page. */
export async function openSample(): Promise<void> {
  const opened = await runJob('open', async (onProgress) => {
    onProgress({ phase: 'read', done: 0, total: 0 });
    const { openSources, parseProject } = await import('../../core/project/file.ts');
    const text = new TextDecoder().decode(await readSampleFile('project.json'));
    const project = parseProject(text, 'project.json');
    return { project, sources: await openSources(project, readSampleFile) };
  });
  if (!opened) return;
  const { name, note, settings } = opened.project;
  setSession({ step: 'coverage' });
  await openProjectData({ id: 'sample', name, note, settings, isSample: true }, opened.sources, 'sample');
}

async function readSampleFile(path: string): Promise<Uint8Array> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = Object.entries(SAMPLE_FILES).find(([known]) => known.endsWith(`/${name}`));
  const response = found && (await fetch(found[1]));
  if (!response?.ok) throw new UnusableData({ code: 'file-not-found', file: name });
  return new Uint8Array(await response.arrayBuffer());
}
