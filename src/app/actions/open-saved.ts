import { UnusableData } from '../../core/issue.ts';
import { theKeeper } from '../compute/keeper.ts';
import { runJob } from '../compute/run-job.ts';
import { setSession } from '../store/store.ts';
import { openProjectData } from './open-project-data.ts';

/** Opens a project that is kept in this browser. Returns whether it worked. */
export async function openSaved(id: string): Promise<boolean> {
  const opened = await runJob('open', async (onProgress) => {
    onProgress({ phase: 'read', done: 0, total: 0 });
    const project = await theKeeper().read(id);
    if (!project) throw new UnusableData({ code: 'stored-missing' });
    return project;
  });
  if (!opened) return false;
  setSession({ projectsOpen: false });
  const { document, sources } = opened;
  return openProjectData(document, sources, 'project');
}
