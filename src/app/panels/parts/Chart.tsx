import { useEffect, useRef } from 'react';
import styles from './Chart.module.css';
import type { ChartOption, drawChart } from './draw-chart.ts';

/** A chart. The library is fetched when the first is drawn. `summary` says what it shows to those who do not see it. */
export function Chart({ option, summary }: { option: ChartOption; summary: string }) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<ReturnType<typeof drawChart>>(undefined);
  const latest = useRef(option);
  latest.current = option;

  useEffect(() => {
    let isGone = false;
    import('./draw-chart.ts').then(({ drawChart }) => {
      if (!isGone && element.current) drawn.current = drawChart(element.current, latest.current);
    });
    return () => {
      isGone = true;
      drawn.current?.dispose();
      drawn.current = undefined;
    };
  }, []);

  useEffect(() => drawn.current?.update(option), [option]);

  return <div ref={element} role="img" aria-label={summary} className={styles.chart} />;
}
