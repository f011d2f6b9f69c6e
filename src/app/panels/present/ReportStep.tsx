import { useState } from 'react';
import { inStageOrder } from '../../../view/step-order.ts';
import { changeViews } from '../../actions/change-views.ts';
import { draftViews } from '../../actions/draft-views.ts';
import { keepView } from '../../actions/keep-view.ts';
import { startPresenting } from '../../actions/present.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import styles from '../Step.module.css';
import { ViewList } from './ViewList.tsx';

/** The step 汇报: the views that were kept, in their order, and the way onto the big screen. */
export function ReportStep() {
  const { say } = useWords();
  const views = useStore((state) => state.document.views) ?? [];
  const hasAnswer = useCached('coverage') !== undefined;
  const [isDrafting, setDrafting] = useState(false);
  const draft = async () => {
    setDrafting(true);
    await draftViews();
    setDrafting(false);
  };
  return (
    <div className={styles.step}>
      <p className={styles.small}>{say('present.intro')}</p>
      <div className={styles.block}>
        <Action look="primary" isDisabled={!hasAnswer || isDrafting} onPress={keepView}>
          {say('present.keep')}
        </Action>
        <Action isDisabled={!hasAnswer || isDrafting} onPress={draft}>
          {say(isDrafting ? 'present.drafting' : 'present.draft')}
        </Action>
        <p className={styles.small}>{say('present.draftNote')}</p>
      </div>
      {views.length === 0 ? (
        <p data-testid="no-views">{say('present.none')}</p>
      ) : (
        <>
          <Action look="primary" isDisabled={isDrafting} onPress={() => startPresenting()}>
            {say('present.start')}
          </Action>
          <ViewList views={views} />
          <Action look="plain" onPress={() => changeViews(inStageOrder)}>
            {say('present.sort')}
          </Action>
        </>
      )}
    </div>
  );
}
