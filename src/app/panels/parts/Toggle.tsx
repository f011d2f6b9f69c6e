import { Switch } from 'react-aria-components';
import styles from '../data/DetourField.module.css';

/** Something that is on or off, said beside its switch. */
export function Toggle({
  text,
  isOn,
  onChange,
  testId,
}: {
  text: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  testId?: string;
}) {
  return (
    <Switch className={styles.switch} isSelected={isOn} onChange={onChange} data-testid={testId}>
      <span className={styles.track} aria-hidden="true" />
      {text}
    </Switch>
  );
}
