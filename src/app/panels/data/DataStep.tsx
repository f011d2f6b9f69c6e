import { RESOLUTIONS, readResolution } from '../../../view/resolutions.ts';
import { changeDetour } from '../../actions/change-detour.ts';
import { changeResolution } from '../../actions/change-resolution.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Choice } from '../parts/Choice.tsx';
import styles from '../Step.module.css';
import { DataActions } from './DataActions.tsx';
import { DetourField } from './DetourField.tsx';
import { MissingData } from './MissingData.tsx';
import { SourceList } from './SourceList.tsx';

/** What is loaded, how it is put onto cells, and what can be done with it. */
export function DataStep() {
  const isWhole = useCached('overview') !== undefined;
  return (
    <div className={styles.step}>
      <SourceList />
      <MissingData />
      <DataActions />
      {isWhole ? <DemandSettings /> : null}
    </div>
  );
}

/** How people are put onto cells, and how a walk is reckoned. */
function DemandSettings() {
  const { say } = useWords();
  const settings = useStore((state) => state.document.settings);
  const demand = useCached('overview')?.demand;
  return (
    <>
      <Choice
        label={say('screen.resolution.label')}
        value={String(settings.resolution)}
        onChange={(id) => changeResolution(readResolution(id))}
        testId="resolution"
        options={[
          { id: 'own', text: say('screen.resolution.own') },
          ...RESOLUTIONS.map(({ resolution, edgeMeters }) => ({
            id: String(resolution),
            text: say('screen.resolution.edge', { meters: edgeMeters }),
          })),
          { id: 'points', text: say('screen.resolution.points') },
        ]}
      />
      {demand ? (
        <p className={styles.small}>
          {say(`screen.resolution.${demand.kind}Count`, { count: demand.count.toLocaleString('en') })}
        </p>
      ) : null}
      <DetourField value={settings.detourFactor} onChange={changeDetour} />
    </>
  );
}
