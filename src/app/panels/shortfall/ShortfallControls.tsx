import { useWords } from '../../compute/use-words.ts';
import { SHORTFALL_SUBJECTS, type ShortfallSubject } from '../../store/session.ts';
import { setSession, useStore } from '../../store/store.ts';
import { CapacityControls } from '../capacity/CapacityControls.tsx';
import { FairnessControls } from '../fairness/FairnessControls.tsx';
import { FutureControls } from '../future/FutureControls.tsx';
import { Segments } from '../parts/Segments.tsx';
import styles from '../Step.module.css';
import { StandardsControls } from '../standards/StandardsControls.tsx';

const BODIES: Record<ShortfallSubject, () => React.JSX.Element> = {
  standards: StandardsControls,
  capacity: CapacityControls,
  fairness: FairnessControls,
  future: FutureControls,
};

/** What is short: by the standards, by places, between people, or in years to come. */
export function ShortfallControls() {
  const { say } = useWords();
  const subject = useStore((state) => state.session.shortfallSubject);
  const Body = BODIES[subject];
  return (
    <div className={styles.step}>
      <Segments
        label={say('screen.shortfallSubject.label')}
        isLabelHidden
        value={subject}
        onChange={(shortfallSubject) => setSession({ shortfallSubject, selected: undefined })}
        options={SHORTFALL_SUBJECTS.map((id) => ({ id, text: say(`screen.shortfallSubject.${id}`) }))}
      />
      <Body />
    </div>
  );
}
