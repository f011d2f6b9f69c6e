import { issueText } from '../../../view/issue-lines.ts';
import { closeImport, setFacilitiesMode } from '../../actions/change-import.ts';
import { confirmImport } from '../../actions/confirm-import.ts';
import { useWords } from '../../compute/use-words.ts';
import type { ImportDraft } from '../../store/import-draft.ts';
import { useCached, useStore } from '../../store/store.ts';
import { ProgressBar } from '../ProgressBar.tsx';
import { Action } from '../parts/Action.tsx';
import { DialogFrame } from '../parts/DialogFrame.tsx';
import { Segments } from '../parts/Segments.tsx';
import styles from './ImportDialog.module.css';
import { ImportFile } from './ImportFile.tsx';

/** What the brought files seem to hold, to be confirmed or set right before anything is replaced. */
export function ImportDialog() {
  const { say, language } = useWords();
  const draft = useStore((state) => state.importing);
  const inspections = useCached('inspections');
  if (!draft) return null;
  return (
    <DialogFrame title={say('screen.import.title')} onClose={closeImport} testId="import-dialog">
      <div className={styles.files}>
        {draft.items.map((item, k) =>
          inspections[k] ? (
            <ImportFile
              key={inspections[k].files[0].name}
              index={k}
              item={item}
              inspection={inspections[k]}
            />
          ) : null,
        )}
      </div>
      {draft.failure ? (
        <p className={styles.failure} role="alert" data-testid="failure">
          {issueText(draft.failure, say, language)} {say('screen.import.kept')}
        </p>
      ) : null}
      <ImportFoot draft={draft} />
    </DialogFrame>
  );
}

/** How facilities come in, and the two ways out. */
function ImportFoot({ draft }: { draft: ImportDraft }) {
  const { say } = useWords();
  const isOpening = useStore((state) => state.jobs.open.state === 'running');
  const isSample = useStore((state) => state.document.isSample);
  const sources = useCached('sources');
  const hasFormer = sources.some(({ mapping }) => mapping.role === 'facilities');
  const wanted = draft.items.filter((item) => item.isWanted);
  const isReady =
    wanted.length > 0 && wanted.every(({ check }) => check.state === 'done' && check.report.usable > 0);
  const bringsFacilities = wanted.some(({ mapping }) => mapping?.role === 'facilities');
  return (
    <div className={styles.foot}>
      <Outcome draft={draft} />
      {hasFormer && bringsFacilities && !isSample && draft.replaces === undefined ? (
        <div className={styles.mode}>
          <Segments
            label={say('screen.import.facilities')}
            value={draft.facilities}
            onChange={setFacilitiesMode}
            options={(['replace', 'add'] as const).map((id) => ({
              id,
              text: say(`screen.import.${id}`),
            }))}
          />
        </div>
      ) : null}
      {isOpening ? <ProgressBar isInDialog /> : null}
      {isOpening ? null : <Action onPress={closeImport}>{say('screen.cancel')}</Action>}
      <Action
        look="primary"
        isDisabled={!isReady || isOpening}
        onPress={confirmImport}
        data-testid="import-confirm"
      >
        {say(isOpening ? 'progress.working' : 'screen.import.confirm')}
      </Action>
    </div>
  );
}

/** What becomes of the data that is there, where it is not plain: the sample goes, or one file makes way. */
function Outcome({ draft }: { draft: ImportDraft }) {
  const { say } = useWords();
  const isSample = useStore((state) => state.document.isSample);
  const replaced = useCached('sources')[draft.replaces ?? -1];
  const text = isSample
    ? say('screen.import.sampleGoes')
    : replaced && say('screen.import.replaces', { file: replaced.files[0].name });
  return text ? <p className={styles.outcome}>{text}</p> : null;
}
