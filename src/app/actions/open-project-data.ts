import type { OpenSource } from '../../core/project/load.ts';
import { missingRoles } from '../../view/missing-roles.ts';
import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import { cache, loadedData } from '../store/cache.ts';
import { type DocumentState, EMPTY_DOCUMENT } from '../store/document.ts';
import type { Deed } from '../store/history.ts';
import { put, setSession, useStore } from '../store/store.ts';
import { remember } from './remember.ts';
import { runCoverage } from './run-coverage.ts';
import { runStandards } from './run-standards.ts';

/**
 * Makes a project the current one: loads its sources and answers its first questions, or shows what is there while people
 * or facilities are still missing. Returns whether it worked; when it did not, everything that was there before is still
 * there. `deed` names the step for undoing it.
 */
export async function openProjectData(
  document: Omit<DocumentState, 'sources'>,
  sources: OpenSource[],
  deed?: Deed,
): Promise<boolean> {
  if (sources.length > 0 && !(await load(document, sources))) return false;
  if (deed) remember(deed);
  if (sources.length === 0) showNothing();
  useStore.setState({
    document: {
      ...(sources.length === 0 ? EMPTY_DOCUMENT : document),
      sources: sources.map(({ files, mapping, review }) => ({
        files: files.map((file) => file.name),
        mapping,
        ...(review && { review }),
      })),
    },
  });
  put('sources', sources);
  chooseFirstQuestion();
  if (cache.overview) await Promise.all([runCoverage(), runStandards()]);
  return true;
}

/** Puts what the engine makes of the sources into the cache: all of it, or as much as can be shown so far. */
async function load(document: Omit<DocumentState, 'sources'>, sources: OpenSource[]): Promise<boolean> {
  const isWhole = missingRoles(sources.map(({ mapping }) => mapping.role)).length === 0;
  if (isWhole) {
    const overview = await runJob('open', (onProgress) =>
      theEngine().open(sources, document.settings, onProgress),
    );
    if (!overview) return false;
    const wasWhole = cache.overview !== undefined;
    showNothing();
    put('overview', overview);
    if (!wasWhole) setSession({ step: 'coverage' });
    return true;
  }
  const gathered = await runJob('open', (onProgress) => theEngine().gather(sources, onProgress));
  if (!gathered) return false;
  showNothing();
  put('gathered', gathered);
  setSession({ step: 'data' });
  return true;
}

function showNothing(): void {
  put('coverage', undefined);
  put('standards', undefined);
  put('capacity', undefined);
  put('fairness', undefined);
  put('future', undefined);
  put('overview', undefined);
  put('gathered', undefined);
}

/** Keeps the service and the group that were looked at where the new data has them; else the first that serves. */
function chooseFirstQuestion(): void {
  const { session } = useStore.getState();
  const { services = [], districts } = loadedData() ?? {};
  const service =
    services.find((one) => one.id === session.service) ?? services.find((one) => one.open > 0) ?? services[0];
  const levels = districts?.levels ?? [];
  setSession({
    service: service?.id,
    group: service?.groups.includes(session.group ?? '') ? session.group : service?.groups[0],
    level: levels.includes(session.level ?? '') ? session.level : levels[Math.min(1, levels.length - 1)],
    selected: undefined,
    hoveredDistrict: undefined,
    issuesOf: undefined,
  });
}
