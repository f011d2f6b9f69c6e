import { Group, Input, Label, NumberField, Switch } from 'react-aria-components';
import { useWords } from '../../compute/use-words.ts';
import styles from './DetourField.module.css';

/** Whether a walk is judged too, and how much longer it is than the straight line. */
export function DetourField({
  value,
  onChange,
}: {
  value: number | null;
  onChange: (factor: number | null) => void;
}) {
  const { say } = useWords();
  return (
    <div className={styles.row}>
      <Switch
        className={styles.switch}
        isSelected={value !== null}
        onChange={(isOn) => onChange(isOn ? 1.3 : null)}
      >
        <span className={styles.track} aria-hidden="true" />
        {say('screen.detour.use')}
      </Switch>
      {value === null ? null : (
        <NumberField minValue={1} maxValue={5} step={0.05} value={value} onChange={onChange}>
          <Label className="visually-hidden">{say('screen.detour.factor')}</Label>
          <Group className={styles.number}>
            × <Input className={styles.input} />
          </Group>
        </NumberField>
      )}
    </div>
  );
}
