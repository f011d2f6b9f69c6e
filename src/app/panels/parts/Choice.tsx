import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import styles from './Choice.module.css';

export interface ChoiceOption {
  id: string;
  text: string;
  note?: string;
  icon?: ReactNode;
}

interface ChoiceProps {
  label: string;
  /** The label is read but not seen: its place says it. */
  isLabelHidden?: boolean;
  options: readonly ChoiceOption[];
  value: string | undefined;
  onChange: (id: string) => void;
  testId?: string;
}

/** One of several, from a list that opens. */
export function Choice({ label, isLabelHidden, options, value, onChange, testId }: ChoiceProps) {
  return (
    <Select
      className={styles.choice}
      value={value ?? null}
      onChange={(key) => key !== null && onChange(String(key))}
      data-testid={testId}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className={styles.label}>{label}</Label>}
      <Button className={styles.button}>
        <SelectValue className={styles.value} />
        <span aria-hidden="true" className={styles.arrow} />
      </Button>
      <Popover>
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text}>
              {option.icon}
              <span className={styles.text}>{option.text}</span>
              {option.note ? <span className={styles.note}>{option.note}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
