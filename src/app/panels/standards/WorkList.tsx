import { useMemo } from 'react';
import { districtName, levelName } from '../../../view/names.ts';
import {
  filterWork,
  servicesOfWork,
  sortWork,
  type WorkFilter,
  workFigures,
  workFinding,
} from '../../../view/work-list.ts';
import { downloadWork } from '../../actions/download-work.ts';
import { selectDistrict } from '../../actions/select-place.ts';
import { useWorkLines } from '../../compute/use-standard.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { Choice } from '../parts/Choice.tsx';
import { KeyFigures } from '../parts/KeyFigures.tsx';
import { ScrollBody } from '../parts/ScrollBody.tsx';
import { Segments } from '../parts/Segments.tsx';
import { SentenceView } from '../parts/SentenceView.tsx';
import step from '../Step.module.css';
import styles from './Standards.module.css';
import { WorkLines } from './WorkLines.tsx';

/** Shortfalls as work: the sentence, the counts, and one list that is filtered and ordered. */
export function WorkList() {
  const { say, language } = useWords();
  const results = useCached('standards') ?? [];
  const lines = useWorkLines();
  const { work, selected } = useStore((state) => state.session);
  const districts = useCached('overview')?.districts;
  const district = selected?.kind === 'district' ? selected.district : undefined;
  const shown = useMemo(() => {
    // A district that was pressed is of its own level, whatever is chosen.
    const level = district === undefined ? work.level : 'every';
    return sortWork(filterWork(lines, { ...work, level, district }), work.by);
  }, [lines, work, district]);
  return (
    <ScrollBody>
      <SentenceView
        parts={workFinding(results, lines, say, language)}
        onFigure={(figure) => setWork({ state: figure === 'short' ? 'short' : work.state })}
      />
      <KeyFigures figures={workFigures(results, say, language)} />
      <div className={styles.listHead}>
        <h2>{say('standards.list.title')}</h2>
        <span className={step.small}>{say('standards.list.count', { count: shown.length })}</span>
      </div>
      <WorkFilters />
      {district === undefined ? null : (
        <p className={styles.only}>
          {say('standards.list.only', { district: districtName(district, districts, say) })}
          <Action look="plain" onPress={() => selectDistrict(-1)}>
            {say('standards.list.clear')}
          </Action>
        </p>
      )}
      <WorkLines lines={shown} />
      <p className={step.small}>{say('standards.list.levels')}</p>
      <Action onPress={() => downloadWork(shown)}>{say('standards.list.download')}</Action>
    </ScrollBody>
  );
}

function setWork(change: Partial<Omit<WorkFilter, 'district'> & { by: 'people' | 'amount' }>): void {
  setSession({ work: { ...useStore.getState().session.work, ...change } });
}

function WorkFilters() {
  const { say, language } = useWords();
  const work = useStore((state) => state.session.work);
  const results = useCached('standards') ?? [];
  const lines = useWorkLines();
  const levels = useCached('overview')?.districts?.levels ?? [];
  const forces = [...new Set(results.map(({ standard }) => standard.force))];
  return (
    <>
      <Segments
        label={say('standards.list.state')}
        isLabelHidden
        value={work.state}
        onChange={(state) => setWork({ state })}
        options={(['short', 'met', 'open'] as const).map((id) => ({
          id,
          text: say(`standards.state.${id}`),
        }))}
      />
      <div className={step.row}>
        <Choice
          label={say('standards.list.level')}
          value={work.level}
          onChange={(level) => setWork({ level })}
          options={['all', ...levels, 'every'].map((id) => ({
            id,
            text: id === 'every' ? say('standards.list.every') : levelName(id, say),
          }))}
          testId="work-level"
        />
        <Choice
          label={say('standards.list.service')}
          value={work.service}
          onChange={(service) => setWork({ service })}
          options={[
            { id: 'every', text: say('standards.list.everyService') },
            ...servicesOfWork(lines, language),
          ]}
        />
        <Choice
          label={say('standards.list.force')}
          value={work.force}
          onChange={(force) => setWork({ force })}
          options={[
            { id: 'every', text: say('standards.list.everyForce') },
            ...forces.map((id) => ({ id, text: say(`force.${id}`) })),
          ]}
        />
        <Choice
          label={say('standards.list.by')}
          value={work.by}
          onChange={(by) => setWork({ by: by as 'people' | 'amount' })}
          options={[
            { id: 'people', text: say('standards.list.byPeople') },
            { id: 'amount', text: say('standards.list.byAmount') },
          ]}
        />
      </div>
    </>
  );
}
