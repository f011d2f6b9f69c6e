import { useStandard } from '../../compute/use-standard.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { ChosenStandards } from './ChosenStandards.tsx';
import { JudgingFields } from './JudgingFields.tsx';
import { StandardDetails } from './StandardDetails.tsx';
import { StandardsDialog } from './StandardsDialog.tsx';

/** Which standards are judged and how; or the one that is looked at, with its clause and its numbers. */
export function StandardsControls() {
  const { say } = useWords();
  const results = useCached('standards');
  const result = useStandard();
  const isChoosing = useStore((state) => state.session.choosingStandards);
  if (!results) return <p>{say('progress.working')}</p>;
  return (
    <>
      {result ? (
        <StandardDetails result={result} />
      ) : (
        <>
          <Action look="primary" onPress={() => setSession({ choosingStandards: true })}>
            {say('standards.choose')}
          </Action>
          <ChosenStandards results={results} />
          <JudgingFields />
        </>
      )}
      {isChoosing ? <StandardsDialog /> : null}
    </>
  );
}
