import { useMemo } from 'react';
import type { ServiceId } from '../../core/dataset/services.ts';
import type { StandardResult } from '../../core/standards/evaluate.ts';
import { servicesOfStandard } from '../../core/standards/standard.ts';
import { symbolsOfCircle } from '../../view/circle.ts';
import { countLegend } from '../../view/count-paint.ts';
import { methodWords } from '../../view/coverage-finding.ts';
import { stateLegend } from '../../view/district-paint.ts';
import { legendRows } from '../../view/legend.ts';
import { groupName, serviceName } from '../../view/names.ts';
import { usePicture } from '../compute/use-picture.ts';
import { useAnswer } from '../compute/use-question.ts';
import { useRobust } from '../compute/use-robust.ts';
import { useShortfallCounts, useStandard } from '../compute/use-standard.ts';
import { useWords } from '../compute/use-words.ts';
import { useCached, useStore } from '../store/store.ts';
import { BarrierRow, UnlinkedRow } from './BarrierRow.tsx';
import styles from './Legend.module.css';
import { LegendSwatch } from './LegendSwatch.tsx';
import { SymbolIcon } from './parts/SymbolIcon.tsx';
import { SupplyLegend } from './SupplyLegend.tsx';

/** What the colours mean, with the people behind each. */
export function Legend() {
  const isSupply = useStore(
    ({ session }) => session.step === 'shortfall' && session.shortfallSubject !== 'standards',
  );
  return isSupply ? <SupplyLegend /> : <ResultLegend />;
}

function ResultLegend() {
  const { say, language } = useWords();
  const picture = usePicture();
  const robust = useRobust();
  const circle = useCached('circle');
  const marks = useWalkMarksShown();
  const standard = useStandard();
  const counts = useShortfallCounts();
  const { reading = 'straight', detourFactor = null } = useAnswer()?.question ?? {};
  const loaded = useCached('overview');
  const hasData = loaded !== undefined;
  const { step, level, cellMode, service, subject } = useStore((state) => state.session);
  const rows = useMemo(() => {
    if (picture) return legendRows(picture.classified, picture.values, picture.unit, say, language);
    if (counts) return countLegend(counts, say, language);
    return step === 'shortfall' && standard ? stateLegend(standard.rows, level ?? 'all', say, language) : [];
  }, [picture, standard, counts, step, level, say, language]);
  // The choice is counted as the crow flies or along the streets: the factor has none of its own.
  const counted = cellMode === 'choice' && reading === 'detour' ? 'straight' : reading;
  const method = methodWords({ reading: counted, detourFactor }, say, language);
  if (!hasData || rows.length === 0) return null;
  const ofCoverage =
    subject === 'circle' ? symbolsOfCircle(circle?.result.services ?? []) : service ? [service] : [];
  const services =
    step === 'shortfall' ? presentServices(standard, loaded?.services.map(({ id }) => id) ?? []) : ofCoverage;
  const title =
    step === 'shortfall'
      ? picture
        ? standard?.catchment
          ? 'access'
          : 'served'
        : counts
          ? 'counts'
          : 'states'
      : subject === 'circle'
        ? 'circle'
        : robust
          ? 'robust'
          : cellMode === 'distance'
            ? 'distanceBy'
            : cellMode;
  return (
    <section className={styles.legend} data-testid="legend" aria-label={say('screen.legend.title')}>
      <h2>{say(`screen.legend.${title}`, { method, standard: standard?.standard[language] ?? '' })}</h2>
      <ul>
        {rows.map(({ id, label, colour, look, amount, share }) => (
          <li key={id} className={styles.row}>
            <LegendSwatch colour={colour} look={look} />
            <span className={styles.label}>{label}</span>
            <span className={styles.amount}>{amount}</span>
            <span className={styles.share}>{share}</span>
          </li>
        ))}
      </ul>
      {picture ? (
        <p className={styles.ink}>{say('screen.legend.ink', { group: groupName(picture.group, say) })}</p>
      ) : null}
      <BarrierRow />
      <UnlinkedRow services={services} />
      {marks ? <p className={styles.ink}>{say(`screen.legend.${marks}`)}</p> : null}
      <ul className={styles.services}>
        {services.map((id) => (
          <li key={id}>
            <SymbolIcon service={id} size={14} /> {serviceName(id, language)}
          </li>
        ))}
        {services.length > 0 ? <li className={styles.ink}>{say('screen.legend.status')}</li> : null}
      </ul>
    </section>
  );
}

/** Which marks of walking lie on the map, that want a word. */
function useWalkMarksShown(): 'route' | 'areaSketch' | undefined {
  const { selected, subject } = useStore((state) => state.session);
  const route = useCached('route');
  const area = useCached('area');
  if (subject === 'circle') return undefined;
  if (selected?.kind === 'place' && route?.place === selected.place) return 'route';
  return selected?.kind === 'facility' && area?.facility === selected.row ? 'areaSketch' : undefined;
}

/** Services of the standard that the data has: a clause may count many more. */
function presentServices(result: StandardResult | undefined, present: ServiceId[]): ServiceId[] {
  return result ? servicesOfStandard(result.standard).filter((id) => present.includes(id)) : [];
}
