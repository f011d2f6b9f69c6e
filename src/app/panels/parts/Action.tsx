import { Button, type ButtonProps } from 'react-aria-components';
import styles from './Action.module.css';

/** A button with words. `primary`: the one thing to do here. `plain`: no frame, inside text and lists. */
export function Action({
  look = 'normal',
  ...props
}: ButtonProps & { look?: 'primary' | 'normal' | 'plain' }) {
  return <Button {...props} className={`${styles.action} ${styles[look]}`} />;
}
