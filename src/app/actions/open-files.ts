import type { Inspection } from '../../../workers/protocol.ts';
import type { InputFile } from '../../core/formats/content.ts';
import { theEngine } from '../compute/engine.ts';
import { runJob } from '../compute/run-job.ts';
import type { ImportItem } from '../store/import-draft.ts';
import { put, setImporting } from '../store/store.ts';
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
  setImporting({ items: inspections.map(firstItem), facilities: 'replace', replaces, failure: undefined });
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

function firstItem({ failure, mapping, confidence }: Inspection): ImportItem {
  return {
    mapping,
    isWanted: !failure && mapping !== undefined,
    crsIsGuess: mapping !== undefined && 'crs' in mapping && confidence?.crs !== 'header',
    check: failure ? { state: 'failed', issue: failure } : { state: 'none' },
  };
}
