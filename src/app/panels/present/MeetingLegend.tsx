import { Legend } from '../Legend.tsx';
import styles from './Meeting.module.css';

/** The legend of the page, readable from the last row. */
export function MeetingLegend() {
  return (
    <div className={styles.legend} data-legend="">
      <Legend />
    </div>
  );
}
