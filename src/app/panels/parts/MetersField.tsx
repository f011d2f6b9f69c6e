import { Group, Input, Label, NumberField, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './MetersField.module.css';

interface MetersFieldProps {
  label: string;
  unit: string;
  value: number;
  max: number;
  onChange: (meters: number) => void;
}

/** A distance, by a slider that answers while it is dragged and a field that takes any number. */
export function MetersField({ label, unit, value, max, onChange }: MetersFieldProps) {
  return (
    <div className={styles.field}>
      <Slider
        className={styles.slider}
        aria-label={label}
        minValue={50}
        maxValue={Math.max(max, value)}
        step={50}
        value={value}
        onChange={(next) => onChange(Array.isArray(next) ? next[0] : next)}
      >
        <SliderTrack className={styles.track}>
          {({ state }) => (
            <>
              <div className={styles.fill} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className={styles.thumb} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <NumberField
        className={styles.number}
        minValue={1}
        maxValue={100_000}
        value={value}
        onChange={(next) => next > 0 && onChange(next)}
      >
        <Label className={styles.label}>{label}</Label>
        <Group className={styles.group}>
          <Input className={styles.input} />
          <span>{unit}</span>
        </Group>
      </NumberField>
    </div>
  );
}
