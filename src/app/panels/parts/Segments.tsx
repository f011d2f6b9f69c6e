import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './Segments.module.css';

interface SegmentsProps<Id extends string> {
  label: string;
  isLabelHidden?: boolean;
  options: readonly { id: Id; text: string; isDisabled?: boolean }[];
  value: Id | undefined;
  onChange: (id: Id) => void;
}

/** More than these stand in rows of three. */
const MOST_IN_A_ROW = 4;

/** One of a few, all seen at once. */
export function Segments<Id extends string>({
  label,
  isLabelHidden,
  options,
  value,
  onChange,
}: SegmentsProps<Id>) {
  return (
    <RadioGroup
      className={styles.group}
      orientation="horizontal"
      value={value ?? null}
      onChange={(id) => onChange(id as Id)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className={styles.label}>{label}</Label>}
      <div className={options.length > MOST_IN_A_ROW ? styles.many : styles.row}>
        {options.map(({ id, text, isDisabled }) => (
          <Radio key={id} value={id} isDisabled={isDisabled ?? false} className={styles.segment}>
            {text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
