import { Button } from 'react-aria-components';
import styles from './FoldButton.module.css';

/** Folds a panel away, or back. */
export function FoldButton({
  isOpen,
  name,
  onPress,
}: {
  isOpen: boolean;
  name: string;
  onPress: () => void;
}) {
  return (
    <Button className={styles.fold} aria-expanded={isOpen} onPress={onPress}>
      <span aria-hidden="true" className={isOpen ? styles.up : styles.down} />
      {name}
    </Button>
  );
}
