import { useWords } from '../../compute/use-words.ts';
import styles from '../Step.module.css';

/** Empty tables with the right columns, to be filled in. */
export function Templates() {
  const { say } = useWords();
  return (
    <p className={styles.small}>
      {say('screen.template.label')}{' '}
      <a href="./templates/facilities.csv" download={say('screen.template.facilitiesFile')}>
        {say('screen.template.facilities')}
      </a>
      {' · '}
      <a href="./templates/people.csv" download={say('screen.template.peopleFile')}>
        {say('screen.template.people')}
      </a>
    </p>
  );
}
