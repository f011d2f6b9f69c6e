import type { Issue } from '../core/issue.ts';
import type { SourceSummary } from '../core/project/load.ts';
import { formatCount } from './numbers.ts';
import type { Language, Say } from './words/index.ts';

export interface SourceLine {
  /** Which of the project's sources it is. */
  index: number;
  file: string;
  role: string;
  rows: string;
  noticed: string;
  issues: Issue[];
  unusable: number;
}

/** The files of a project with what was noticed in each. Issues that belong to no file stay with none. */
export function sourceLines(
  sources: readonly SourceSummary[],
  issues: readonly Issue[],
  say: Say,
  language: Language,
): SourceLine[] {
  return sources.map(({ file, role, read, usable }, index) => {
    const own = issues.filter((issue) => issue.file === file);
    const values = { read: formatCount(read, language), usable: formatCount(usable, language) };
    return {
      index,
      file,
      role: say(`role.${role}`),
      rows: say(read === usable ? 'screen.source.all' : 'screen.source.some', values),
      noticed: say('screen.source.noticed', { count: formatCount(own.length, language) }),
      issues: own,
      unusable: read - usable,
    };
  });
}
