import { useState } from 'react';
import type { ResolvedStandard } from '../../../core/standards/resolved.ts';
import { enterValue } from '../../actions/change-standards.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { AmountField } from '../parts/AmountField.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Segments } from '../parts/Segments.tsx';
import step from '../Step.module.css';

/** A value, or a yes or no, that no map can answer, for the whole area or a district. */
export function EnteredFields({ standard }: { standard: ResolvedStandard }) {
  const { say, language } = useWords();
  const districts = useCached('overview')?.districts;
  const entered = useStore((state) => state.document.settings.entered);
  const [district, setDistrict] = useState('all');
  const { rule } = standard;
  if (rule.kind !== 'entered' && rule.kind !== 'checked') return null;
  const found = entered.find((one) => one.standard === standard.id && one.district === district)?.value;
  const set = (value: number | boolean | undefined) => void enterValue(standard.id, district, value);
  return (
    <div className={step.block} data-testid="entered">
      <h2>{say('standards.entered.title')}</h2>
      <p className={step.small}>{say('standards.entered.why', { why: rule.why[language] })}</p>
      <Choice
        label={say('screen.level')}
        value={district}
        onChange={setDistrict}
        options={[
          { id: 'all', text: say('standards.entered.whole') },
          ...(districts?.code ?? []).map((code, k) => ({ id: code, text: districts?.name[k] ?? code })),
        ]}
      />
      {rule.kind === 'checked' ? (
        <Segments
          label={standard[language]}
          isLabelHidden
          value={found === undefined ? undefined : found === true ? 'done' : 'notDone'}
          onChange={(id) => set(id === 'done')}
          options={(['done', 'notDone'] as const).map((id) => ({ id, text: say(`standards.entered.${id}`) }))}
        />
      ) : (
        <AmountField
          label={say('standards.edit.value')}
          unit={standard.unit}
          value={typeof found === 'number' ? found : Number.NaN}
          min={0}
          max={1e9}
          onChange={set}
          testId="entered-value"
        />
      )}
      {found === undefined ? null : (
        <Action look="plain" onPress={() => set(undefined)}>
          {say('standards.entered.clear')}
        </Action>
      )}
    </div>
  );
}
