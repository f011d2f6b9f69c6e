import { Button } from 'react-aria-components';
import type { StandardResult } from '../../../core/standards/evaluate.ts';
import { servicesOfStandard } from '../../../core/standards/standard.ts';
import { facilitiesIn } from '../../../view/facilities-in.ts';
import { selectFacility } from '../../actions/select-place.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { SymbolIcon } from '../parts/SymbolIcon.tsx';
import step from '../Step.module.css';
import styles from './Standards.module.css';

/** More are not listed: the table of facilities has them all. */
const MOST = 200;

/** The facilities that are counted, in the chosen district or everywhere; pressed, one is shown on the map. */
export function BehindRows({ result }: { result: StandardResult }) {
  const { say } = useWords();
  const overview = useCached('overview');
  const selected = useStore((state) => state.session.selected);
  const services = servicesOfStandard(result.standard);
  if (!overview || services.length === 0) return null;
  const district = selected?.kind === 'district' ? selected.district : undefined;
  const rows = facilitiesIn(overview.facilities, overview.facilityAssignment, services, district);
  return (
    <div className={step.block}>
      <h2>{say('standards.detail.behind', { count: rows.length })}</h2>
      {rows.length === 0 ? <p className={step.small}>{say('standards.detail.noneBehind')}</p> : null}
      <ul className={styles.behind}>
        {rows.slice(0, MOST).map((row) => (
          <li key={row}>
            <Button className={styles.facility} onPress={() => selectFacility(row)}>
              <SymbolIcon service={overview.facilities.service[row]} size={12} />
              {overview.facilities.name[row] || overview.facilities.id[row]}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
