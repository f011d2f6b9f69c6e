import { withEdits, withoutEdits } from '../../core/review/edits.ts';
import { defaultFix, type Finding } from '../../core/review/finding.ts';
import { useStore } from '../store/store.ts';
import { changeItem, checkImportItem } from './check-import.ts';

/** Does what is proposed for some findings of a file, or takes it back. The file itself is never changed. */
export async function decideFindings(
  index: number,
  findings: readonly Finding[],
  isFixed: boolean,
): Promise<void> {
  const item = useStore.getState().importing?.items[index];
  if (!item) return;
  const edits = findings.flatMap((finding) => defaultFix(finding)?.edits ?? []);
  changeItem(index, {
    edits: isFixed ? withEdits(item.edits, edits) : withoutEdits(item.edits, edits),
    isWanted: true,
  });
  await checkImportItem(index);
}
