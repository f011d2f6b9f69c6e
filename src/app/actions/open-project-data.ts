import type { OpenSource } from '../../core/project/load.ts';
import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import { cache } from '../store/cache.ts';
import type { DocumentState } from '../store/document.ts';
import { put, setSession, useStore } from '../store/store.ts';
import { runCoverage } from './run-coverage.ts';
import { runStandards } from './run-standards.ts';

/**
 * Makes a project the current one: loads its sources and answers its first questions. Returns whether it worked; when
 * it did not, everything that was there before is still there.
 */
export async function openProjectData(
  document: Omit<DocumentState, 'sources'>,
  sources: OpenSource[],
): Promise<boolean> {
  const overview = await runJob('open', (onProgress) =>
    theEngine().open(sources, document.settings, onProgress),
  );
  if (!overview) return false;
  useStore.setState({
    document: {
      ...document,
      sources: sources.map(({ files, mapping }) => ({ files: files.map((file) => file.name), mapping })),
    },
  });
  put('sources', sources);
  put('groups', new Map());
  put('coverage', undefined);
  put('standards', undefined);
  put('overview', overview);
  chooseFirstQuestion();
  await Promise.all([runCoverage(), runStandards()]);
  return true;
}

/** Keeps the service and the group that were looked at where the new data has them; else the first that serves. */
function chooseFirstQuestion(): void {
  const { overview } = cache;
  const { session } = useStore.getState();
  if (!overview) return;
  const service =
    overview.services.find((one) => one.id === session.service) ??
    overview.services.find((one) => one.open > 0) ??
    overview.services[0];
  const levels = overview.districts?.levels ?? [];
  setSession({
    service: service?.id,
    group: service?.groups.includes(session.group ?? '') ? session.group : service?.groups[0],
    level: levels.includes(session.level ?? '') ? session.level : levels[Math.min(1, levels.length - 1)],
    selected: undefined,
    hoveredDistrict: undefined,
    issuesOf: undefined,
  });
}
