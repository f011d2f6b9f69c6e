import { Checkbox } from 'react-aria-components';
import { goalSign } from '../../../core/report/standard-numbers.ts';
import { isComputable, type Standard } from '../../../core/standards/standard.ts';
import { switchStandard } from '../../actions/change-standards.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './Standards.module.css';

/** A standard of the library, to be judged or not. */
export function StandardOption({ standard, isChosen }: { standard: Standard; isChosen: boolean }) {
  const { say, language } = useWords();
  const facts = [
    goalSign(standard.operator, standard.value, standard.unit, say),
    say(`force.${standard.force}`),
    standard.targetYear === null ? '' : String(standard.targetYear),
    standard.source.section,
    say(isComputable(standard) ? 'standards.dialog.computed' : 'standards.dialog.hand'),
    standard.verified ? '' : say(standard.profile === 'own' ? 'standards.own' : 'standards.unverified'),
  ];
  return (
    <Checkbox
      className={styles.option}
      isSelected={isChosen}
      onChange={(isOn) => switchStandard(standard.id, isOn)}
    >
      <span className={styles.box} aria-hidden="true" />
      <span className={styles.name}>
        {standard[language]}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
    </Checkbox>
  );
}
