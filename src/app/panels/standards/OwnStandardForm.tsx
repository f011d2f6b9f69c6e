import { useState } from 'react';
import { SERVICES } from '../../../core/dataset/services.ts';
import { groupName, serviceName } from '../../../view/names.ts';
import {
  OWN_ATTRIBUTES,
  OWN_KINDS,
  OWN_TIERS,
  type OwnDraft,
  ownStandard,
} from '../../../view/own-standard.ts';
import { addOwnStandard } from '../../actions/change-standards.ts';
import { useWords } from '../../compute/use-words.ts';
import { newId } from '../../storage/new-id.ts';
import { useCached } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { AmountField } from '../parts/AmountField.tsx';
import { Choice } from '../parts/Choice.tsx';
import styles from './Standards.module.css';

const EMPTY: OwnDraft = {
  name: '',
  title: '',
  section: '',
  year: new Date().getFullYear(),
  kind: 'ratio',
  service: 'kindergarten',
  attribute: 'places',
  per: 1000,
  group: 'people',
  value: 1,
  meters: 500,
  share: 100,
  tier: 'township',
};

/** A standard in the user's own words: a local plan, a draft, a target to try. */
export function OwnStandardForm({ onDone }: { onDone: () => void }) {
  const { say, language } = useWords();
  const [draft, setDraft] = useState(EMPTY);
  const services = useCached('overview')?.services.map(({ id }) => id) ?? SERVICES.map(({ id }) => id);
  const groups = useCached('overview')?.demand.columns.map(({ id }) => id) ?? ['people'];
  const set = (change: Partial<OwnDraft>) => setDraft({ ...draft, ...change });
  const isWhole = draft.name.trim() !== '' && draft.title.trim() !== '';
  const add = () => {
    void addOwnStandard(ownStandard(draft, `own-${newId()}`));
    onDone();
  };
  return (
    <div className={styles.form} data-testid="own-standard">
      <h3 className={styles.minor}>{say('standards.dialog.ownTitle')}</h3>
      {(['name', 'title', 'section'] as const).map((field) => (
        <label key={field} className={styles.search}>
          {say(`standards.form.${field}`)}
          <input value={draft[field]} onChange={(event) => set({ [field]: event.target.value })} />
        </label>
      ))}
      <Choice
        label={say('standards.form.kind')}
        value={draft.kind}
        onChange={(kind) => set({ kind: kind as OwnDraft['kind'] })}
        options={OWN_KINDS.map((id) => ({ id, text: say(`standards.form.kinds.${id}`) }))}
      />
      <Choice
        label={say('standards.form.service')}
        value={draft.service}
        onChange={(service) => set({ service })}
        options={services.map((id) => ({ id, text: serviceName(id, language) }))}
      />
      <MeasureFields draft={draft} groups={groups} set={set} />
      <AmountField
        label={say('standards.form.year')}
        unit=""
        value={draft.year}
        min={2000}
        max={2100}
        isYear
        onChange={(year) => set({ year })}
      />
      {isWhole ? null : <p>{say('standards.form.needName')}</p>}
      <Action look="primary" isDisabled={!isWhole} onPress={add}>
        {say('standards.form.add')}
      </Action>
    </div>
  );
}

/** What each kind of measure asks for. */
function MeasureFields({
  draft,
  groups,
  set,
}: {
  draft: OwnDraft;
  groups: string[];
  set: (change: Partial<OwnDraft>) => void;
}) {
  const { say } = useWords();
  const number = (field: 'value' | 'meters' | 'share' | 'per', max: number) => (
    <AmountField
      label={say(`standards.form.${field}`)}
      unit=""
      value={draft[field]}
      min={0}
      max={max}
      onChange={(next) => set({ [field]: next })}
    />
  );
  return (
    <>
      {draft.kind === 'ratio' ? (
        <Choice
          label={say('standards.form.attribute')}
          value={draft.attribute}
          onChange={(attribute) => set({ attribute })}
          options={OWN_ATTRIBUTES.map((id) => ({ id, text: say(`standards.form.attributes.${id}`) }))}
        />
      ) : null}
      {draft.kind === 'count' ? (
        <Choice
          label={say('standards.form.tier')}
          value={draft.tier}
          onChange={(tier) => set({ tier: tier as OwnDraft['tier'] })}
          options={OWN_TIERS.map((id) => ({ id, text: say(`tier.${id}`) }))}
        />
      ) : (
        <Choice
          label={say('standards.form.group')}
          value={draft.group}
          onChange={(group) => set({ group })}
          options={groups.map((id) => ({ id, text: groupName(id, say) }))}
        />
      )}
      {draft.kind === 'ratio' ? number('per', 1_000_000) : null}
      {draft.kind === 'coverage' ? (
        <>
          {number('meters', 100_000)}
          {number('share', 100)}
        </>
      ) : (
        number('value', 1e9)
      )}
    </>
  );
}
