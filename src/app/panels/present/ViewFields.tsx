import { type KeptView, STAGES } from '../../../core/project/views.ts';
import { noteView, removeView, renameView, restageView } from '../../actions/change-views.ts';
import { updateView } from '../../actions/keep-view.ts';
import { startPresenting } from '../../actions/present.ts';
import { useWords } from '../../compute/use-words.ts';
import { Action } from '../parts/Action.tsx';
import { Choice } from '../parts/Choice.tsx';
import styles from './Present.module.css';

/** What can be changed about a kept view. A field is a deed when it is left. */
export function ViewFields({ view, at }: { view: KeptView; at: number }) {
  const { say } = useWords();
  const { id } = view;
  return (
    <div className={styles.fields}>
      <label className={styles.field}>
        {say('present.viewName')}
        <input
          key={view.name}
          defaultValue={view.name}
          onBlur={(event) => renameView(id, event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </label>
      <Choice
        label={say('present.stageLabel')}
        value={view.stage}
        onChange={(next) => restageView(id, STAGES.find((one) => one === next) ?? 'other')}
        options={STAGES.map((one) => ({ id: one, text: say(`present.stage.${one}`) }))}
      />
      <label className={styles.field}>
        {say('present.note')}
        <textarea
          key={view.note}
          rows={3}
          defaultValue={view.note}
          onBlur={(event) => noteView(id, event.target.value.trim())}
        />
      </label>
      <div className={styles.actions}>
        <Action onPress={() => startPresenting(at)}>{say('present.startAt')}</Action>
        <Action onPress={() => updateView(id)}>{say('present.update')}</Action>
        <Action onPress={() => removeView(id)}>{say('present.remove')}</Action>
      </div>
    </div>
  );
}
