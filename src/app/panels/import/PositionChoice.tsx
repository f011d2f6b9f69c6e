import { SERVICES } from '../../../core/dataset/services.ts';
import type { CoordinateSystem, Mapping } from '../../../core/table/mapping.ts';
import { setCoordinateSystem, setFixedService } from '../../actions/change-import.ts';
import { useWords } from '../../compute/use-words.ts';
import { Choice } from '../parts/Choice.tsx';
import { SymbolIcon } from '../parts/SymbolIcon.tsx';
import styles from './ImportFile.module.css';

const SYSTEMS: readonly CoordinateSystem[] = ['wgs84', 'gcj02', 'bd09', 'bd09mc', 'webmercator'];

interface PositionChoiceProps {
  index: number;
  mapping: Mapping;
  isGuess: boolean;
  isTable: boolean;
}

/** The coordinate system of the positions, and the service of facilities that name none. */
export function PositionChoice({ index, mapping, isGuess, isTable }: PositionChoiceProps) {
  const { say, language } = useWords();
  if (!('crs' in mapping)) return null;
  const needsSystem = isTable && !(mapping.role === 'people' && mapping.cell !== undefined);
  const systems = SYSTEMS.includes(mapping.crs) ? SYSTEMS : [...SYSTEMS, mapping.crs];
  return (
    <>
      {needsSystem ? (
        <div>
          <Choice
            label={say('screen.import.crs')}
            testId="coordinate-system"
            value={mapping.crs}
            onChange={(id) => setCoordinateSystem(index, id as CoordinateSystem)}
            options={systems.map((id) => ({ id, text: say(`crs.${id.startsWith('proj:') ? 'proj' : id}`) }))}
          />
          {isGuess ? <p className={styles.confirm}>{say('screen.import.crsGuess')}</p> : null}
        </div>
      ) : null}
      {mapping.role === 'facilities' && mapping.service === undefined ? (
        <div>
          <Choice
            label={say('screen.import.service')}
            value={mapping.fixedService}
            onChange={(id) => setFixedService(index, id)}
            options={SERVICES.map((one) => ({
              id: one.id,
              text: one[language],
              icon: <SymbolIcon service={one.id} />,
            }))}
          />
          {mapping.fixedService === undefined ? (
            <p className={styles.confirm}>{say('screen.import.serviceMissing')}</p>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
