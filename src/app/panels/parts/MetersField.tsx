import { Group, Input, Label, NumberField, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './MetersField.module.css';

interface MetersFieldProps {
  label: string;
  unit: string;
  value: number;
  /** Ends of the slider and of the field, and the step of the slider; as for a distance where not given. */
  min?: number;
  max: number;
  most?: number;
  step?: number;
  onChange: (amount: number) => void;
}

/** A distance or a time, by a slider that answers while it is dragged and a field that takes any number. */
export function MetersField({
  label,
  unit,
  value,
  min = 50,
  max,
  most = 100_000,
  step = 50,
  onChange,
}: MetersFieldProps) {
  return (
    <div className={styles.field}>
      <Slider
        className={styles.slider}
        aria-label={label}
        minValue={min}
        maxValue={Math.max(max, value)}
        step={step}
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
        maxValue={most}
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
