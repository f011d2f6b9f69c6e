import { Group, Input, Label, NumberField } from 'react-aria-components';
import styles from './AmountField.module.css';

interface AmountFieldProps {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** Years stand without a thousands separator. */
  isYear?: boolean;
  onChange: (amount: number) => void;
  testId?: string;
}

/** A number with its unit, in a line with its label. */
export function AmountField({
  label,
  unit,
  value,
  min,
  max,
  step,
  isYear,
  onChange,
  testId,
}: AmountFieldProps) {
  return (
    <NumberField
      className={styles.field}
      minValue={min}
      maxValue={max}
      {...(step === undefined ? {} : { step })}
      formatOptions={{ useGrouping: !isYear, maximumFractionDigits: 2 }}
      value={value}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
      data-testid={testId}
    >
      <Label className={styles.label}>{label}</Label>
      <Group className={styles.group}>
        <Input className={styles.input} />
        {unit ? <span>{unit}</span> : null}
      </Group>
    </NumberField>
  );
}
