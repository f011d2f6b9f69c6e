import type { StandardResult } from '../../../core/standards/evaluate.ts';
import type { StandardOverride } from '../../../core/standards/resolved.ts';
import { groupName } from '../../../view/names.ts';
import { overrideStandard, resetStandard } from '../../actions/change-standards.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { AmountField } from '../parts/AmountField.tsx';
import { Choice } from '../parts/Choice.tsx';
import step from '../Step.module.css';

/** The numbers of a standard that a project may set otherwise. The library keeps its own. */
export function OverrideFields({ result: { standard } }: { result: StandardResult }) {
  const { say } = useWords();
  const groups = useCached('overview')?.demand.columns.map(({ id }) => id) ?? [];
  const { rule, value, id } = standard;
  const set = (next: Omit<StandardOverride, 'id'>) => void overrideStandard(id, next);
  const isReach = rule.kind === 'coverage' || rule.kind === 'coverage-of-all';
  const group = 'group' in rule ? rule.group : undefined;
  return (
    <div className={step.block} data-testid="override">
      <h2>{say('standards.edit.title')}</h2>
      {!isReach && typeof value === 'number' ? (
        <AmountField
          label={say('standards.edit.value')}
          unit=""
          value={value}
          min={0}
          max={1e9}
          onChange={(next) => set({ value: next })}
          testId="override-value"
        />
      ) : null}
      {isReach && 'meters' in rule.limit ? (
        <AmountField
          label={say('standards.edit.meters')}
          unit={say('standards.edit.metersUnit')}
          value={rule.limit.meters}
          min={1}
          max={100_000}
          onChange={(next) => set({ limitMeters: next })}
          testId="override-meters"
        />
      ) : null}
      {isReach && 'minutes' in rule.limit ? (
        <AmountField
          label={say('standards.edit.minutes')}
          unit={say('standards.edit.minutesUnit')}
          value={rule.limit.minutes}
          min={1}
          max={240}
          onChange={(next) => set({ limitMinutes: next })}
        />
      ) : null}
      {isReach ? (
        <AmountField
          label={say('standards.edit.share')}
          unit={say('standards.edit.percent')}
          value={rule.share}
          min={1}
          max={100}
          onChange={(next) => set({ share: next })}
        />
      ) : null}
      {group === undefined ? null : (
        <Choice
          label={say('standards.edit.group')}
          value={group}
          onChange={(next) => set({ group: next })}
          options={[...new Set([group, ...groups])].map((one) => ({ id: one, text: groupName(one, say) }))}
        />
      )}
      {standard.departure ? (
        <Action onPress={() => resetStandard(id)}>{say('standards.reset')}</Action>
      ) : null}
    </div>
  );
}
