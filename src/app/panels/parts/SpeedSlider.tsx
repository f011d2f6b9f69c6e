import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import field from './MetersField.module.css';
import styles from './SpeedSlider.module.css';

/** A walking speed, by a slider that answers while it is dragged. `text` says what it means. */
export function SpeedSlider({
  label,
  text,
  value,
  onChange,
}: {
  label: string;
  text: string;
  value: number;
  onChange: (metersPerSecond: number) => void;
}) {
  return (
    <Slider
      className={styles.slider}
      minValue={0.4}
      maxValue={2}
      step={0.05}
      value={value}
      onChange={(next) => onChange(Math.round((Array.isArray(next) ? next[0] : next) * 100) / 100)}
      data-testid="speed"
    >
      <div className={styles.head}>
        <Label className={styles.label}>{label}</Label>
        <span data-testid="speed-text">{text}</span>
      </div>
      <div className={field.slider}>
        <SliderTrack className={field.track}>
          {({ state }) => (
            <>
              <div className={field.fill} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className={field.thumb} />
            </>
          )}
        </SliderTrack>
      </div>
    </Slider>
  );
}
