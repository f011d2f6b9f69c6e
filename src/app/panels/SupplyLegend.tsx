import { type Fullness, fullnessLegend } from '../../view/facility-fullness.ts';
import { needLegend, shownYear } from '../../view/future-finding.ts';
import { legendRows } from '../../view/legend.ts';
import { groupName, serviceName } from '../../view/names.ts';
import { supplyLegendTitle } from '../../view/supply-legend.ts';
import { useFullness } from '../compute/use-fullness.ts';
import { usePicture } from '../compute/use-picture.ts';
import { useWords } from '../compute/use-words.ts';
import { useCached, useStore } from '../store/store.ts';
import styles from './Legend.module.css';
import { LegendSwatch } from './LegendSwatch.tsx';
import { FullnessIcon } from './parts/FullnessIcon.tsx';
import { SymbolIcon } from './parts/SymbolIcon.tsx';

/** What the colours and symbols mean where places, fairness or the future are looked at. */
export function SupplyLegend() {
  const { say, language } = useWords();
  const picture = usePicture();
  const fullness = useFullness();
  const [capacity, fairness, future] = [useCached('capacity'), useCached('fairness'), useCached('future')];
  const { shortfallSubject, service, capacity: choice, futureYear } = useStore((state) => state.session);
  const { detourFactor, forecast } = useStore((state) => state.document.settings);
  const answers = { capacity, fairness, future };
  const year = future && shownYear(future, futureYear);
  const title = supplyLegendTitle(
    { subject: shortfallSubject, mode: choice.mode, answers, detourFactor, year },
    say,
    language,
  );
  const isFuture = shortfallSubject === 'future' && future && year !== undefined;
  const rows = picture
    ? legendRows(picture.classified, picture.values, picture.unit, say, language)
    : isFuture
      ? needLegend(future, year, say, language)
      : [];
  if (!service || title === undefined || rows.length === 0) return null;
  return (
    <section className={styles.legend} data-testid="legend" aria-label={say('screen.legend.title')}>
      <h2>{title}</h2>
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
      {fullness ? <FullnessRows service={service} levels={fullness} /> : null}
      <ul className={styles.services}>
        <li>
          <SymbolIcon service={service} size={14} /> {serviceName(service, language)}
        </li>
        <li className={styles.ink}>
          {say(isFuture && forecast?.housing.length ? 'future.legend.housing' : 'screen.legend.status')}
        </li>
      </ul>
    </section>
  );
}

function FullnessRows({ service, levels }: { service: string; levels: Map<number, Fullness> }) {
  const { say, language } = useWords();
  return (
    <>
      <h2>{say('capacity.legend.use')}</h2>
      <ul>
        {fullnessLegend(levels, say, language).map(({ level, label, count }) => (
          <li key={level} className={styles.row}>
            <FullnessIcon service={service} level={level} />
            <span className={styles.label}>{label}</span>
            <span className={styles.amount}>{say('capacity.legend.useCount', { count })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
