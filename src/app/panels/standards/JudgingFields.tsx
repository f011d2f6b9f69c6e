import { changeJudging } from '../../actions/change-standards.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { AmountField } from '../parts/AmountField.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import step from '../Step.module.css';

const READINGS = ['auto', 'straight', 'detour', 'network'] as const;
type Reading = (typeof READINGS)[number];

/** How all standards are judged: which distance, whose facilities, in which year. */
export function JudgingFields() {
  const { say } = useWords();
  const { standardsReading, crossBoundary, year, detourFactor } = useStore(
    (state) => state.document.settings,
  );
  const hasStreets = useCached('overview')?.network !== undefined;
  const offered = READINGS.filter(
    (id) => (id !== 'network' || hasStreets) && (id !== 'detour' || detourFactor !== null),
  );
  return (
    <div className={step.block}>
      <h2>{say('standards.judging')}</h2>
      <Choice
        label={say('standards.reading')}
        value={standardsReading}
        onChange={(id) => changeJudging({ standardsReading: id as Reading })}
        options={offered.map((id) => ({ id, text: say(`standards.readings.${id}`) }))}
        testId="standards-reading"
      />
      <Toggle
        text={say('standards.borders')}
        isOn={crossBoundary}
        onChange={(isOn) => changeJudging({ crossBoundary: isOn })}
        testId="cross-boundary"
      />
      <p className={step.small}>{say('standards.bordersMean')}</p>
      <Segments
        label={say('standards.year')}
        value={year === null ? 'target' : 'own'}
        onChange={(id) => changeJudging({ year: id === 'own' ? new Date().getFullYear() : null })}
        options={[
          { id: 'target', text: say('standards.yearTarget') },
          { id: 'own', text: say('standards.yearOwn') },
        ]}
      />
      {year === null ? null : (
        <AmountField
          label={say('standards.year')}
          unit=""
          value={year}
          min={2000}
          max={2100}
          isYear
          onChange={(next) => changeJudging({ year: next })}
        />
      )}
    </div>
  );
}
