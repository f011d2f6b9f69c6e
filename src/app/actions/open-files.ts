import type { Inspection } from '../../../workers/protocol.ts';
import type { InputFile } from '../../core/formats/content.ts';
import type { CoordinateSystem } from '../../core/table/mapping.ts';
import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import { cache } from '../store/cache.ts';
import type { ImportItem } from '../store/import-draft.ts';
import { put, setImporting, useStore } from '../store/store.ts';
import { checkImportItem } from './check-import.ts';
import { openProject } from './open-project.ts';

/**
 * Files the user has chosen or dropped: a project is opened, anything else is looked at and shown for confirmation.
 * `replaces`: the source of the project whose place they take.
 */
export async function openFiles(chosen: File[], replaces?: number): Promise<void> {
  if (chosen.length === 0) return;
  const files = await Promise.all(chosen.map(readFile));
  const project = files.find(isProject);
  if (project)
    return openProject(
      project,
      files.filter((file) => file !== project),
    );
  const inspections = await runJob('inspect', (onProgress) => theEngine().inspect(files, onProgress));
  if (!inspections) return;
  put('inspections', inspections);
  const system = knownSystem(inspections);
  setImporting({
    items: inspections.map((inspection) => firstItem(inspection, system)),
    // A second table is usually of another service: what is there stays, unless the user says otherwise.
    facilities: useStore.getState().document.isSample ? 'replace' : 'add',
    replaces,
    failure: undefined,
  });
  for (let i = 0; i < inspections.length; i++) await checkImportItem(i);
}

async function readFile(file: File): Promise<InputFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** A project says so near its beginning; the name alone could be any JSON. */
function isProject({ name, bytes }: InputFile): boolean {
  return (
    /\.json$/i.test(name) && new TextDecoder().decode(bytes.subarray(0, 4096)).includes('"catchment-project"')
  );
}

/**
 * The system that another file of the same drop, or of the project, says it is in. Files of one office come from one map
 * service: a file that says nothing is offered the same, to be confirmed.
 */
function knownSystem(inspections: Inspection[]): CoordinateSystem | undefined {
  const fresh = inspections.flatMap(({ mapping, confidence }) =>
    mapping && 'crs' in mapping && confidence?.crs === 'header' ? [mapping.crs] : [],
  );
  const own = useStore.getState().document.isSample ? [] : cache.sources;
  const former = own.flatMap(({ mapping }) =>
    'crs' in mapping && mapping.crs !== 'wgs84' ? [mapping.crs] : [],
  );
  return [...fresh, ...former].find((crs) => crs === 'gcj02' || crs === 'bd09');
}

/** How a file is first offered: wanted where it can be used, its coordinate system to be looked at. */
export function firstItem(inspection: Inspection, system: CoordinateSystem | undefined): ImportItem {
  const { failure, confidence } = inspection;
  const saysNothing = ['csv', 'xlsx'].includes(inspection.format ?? '') && confidence?.crs === 'none';
  const mapping =
    system && saysNothing && inspection.mapping && 'crs' in inspection.mapping
      ? { ...inspection.mapping, crs: system }
      : inspection.mapping;
  return {
    mapping,
    isWanted: !failure && mapping !== undefined,
    crsIsGuess: mapping !== undefined && 'crs' in mapping && confidence?.crs !== 'header',
    look: undefined,
    edits: [],
    check: failure ? { state: 'failed', issue: failure } : { state: 'none' },
  };
}
