import type { ReachMethod } from '../analysis/coverage.ts';
import type { OpenSource, Runner } from '../project/load.ts';
import type { Memo } from '../project/memo.ts';
import type { ProjectSettings } from '../project/project.ts';
import type { ProjectResult } from '../project/result.ts';
import { readingOf, type SupplyFindings, supplyFindings } from '../project/supply-tables.ts';
import { Workspace } from '../project/workspace.ts';
import { summaryOf } from './summary.ts';

/**
 * All that a report, a map sheet or slides are made of: the numbers of one project, as the result files have them, and
 * nothing to compute. Plain objects and typed arrays: a worker can hand it over.
 */
export interface ReportData extends SupplyFindings {
  result: Omit<ProjectResult, 'network'>;
  /** What `summary.json` says. */
  summary: ReturnType<typeof summaryOf>;
  settings: ProjectSettings;
  note: string | undefined;
  /** How reach is read where a report has room for one reading: as the standards are measured. */
  reading: ReachMethod;
}

/** Runs every analysis of a project. Throws as `Workspace.analyse`. */
export async function reportDataOf(
  { run, memo }: { run: Runner; memo: Memo },
  { name, note }: { name: string; note?: string },
  sources: OpenSource[],
  settings: ProjectSettings,
): Promise<ReportData> {
  const workspace = new Workspace(run, memo);
  const { network, ...result } = await workspace.analyse(name, sources, settings);
  const prepared = await workspace.prepare(sources, settings);
  return {
    result,
    summary: summaryOf({ ...result, network }),
    settings,
    note,
    reading: readingOf(prepared, settings),
    ...(await supplyFindings({ run, memo }, prepared, settings)),
  };
}
