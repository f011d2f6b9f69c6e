import { Group, Input, Label, NumberField } from 'react-aria-components';
import { formatMeters, formatMinutes, formatSpeed } from '../../../view/numbers.ts';
import { PROFILES, readProfile } from '../../../view/profiles.ts';
import { changeMinutes, changeProfile, changeSpeed } from '../../actions/change-walking.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import own from '../data/DetourField.module.css';
import { Choice } from '../parts/Choice.tsx';
import { SpeedSlider } from '../parts/SpeedSlider.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import styles from '../Step.module.css';

const FIRST_MINUTES = 15;

/** How people walk, where streets are loaded: a limit in time, how fast, and who. */
export function WalkingBlock() {
  const { say } = useWords();
  const { minutes } = useStore((state) => state.document.settings.walking);
  const [limit] = minutes;
  const shown = limit ?? FIRST_MINUTES;
  return (
    <div className={styles.block} data-testid="walking">
      <div className={own.row}>
        <Toggle
          text={say('screen.walking.minutes')}
          isOn={limit !== undefined}
          onChange={(isOn) => changeMinutes(isOn ? FIRST_MINUTES : undefined)}
          testId="time-limit"
        />
        {limit === undefined ? null : (
          <NumberField minValue={1} maxValue={120} value={limit} onChange={changeMinutes}>
            <Label className="visually-hidden">{say('screen.walking.minutesField')}</Label>
            <Group className={own.number}>
              <Input className={own.input} /> {say('screen.minutesUnit')}
            </Group>
          </NumberField>
        )}
      </div>
      <WalkerControls minutes={shown} hasStreets />
    </div>
  );
}

/** How fast people walk, and, along streets, who they are. `minutes`: the time whose metres are told. */
export function WalkerControls({ minutes, hasStreets }: { minutes: number; hasStreets: boolean }) {
  const { say, language } = useWords();
  const { metersPerSecond, profile } = useStore((state) => state.document.settings.walking);
  return (
    <>
      <SpeedSlider
        label={say('screen.walking.speed')}
        text={say('screen.walking.speedShown', {
          speed: formatSpeed(metersPerSecond, language),
          minutes: formatMinutes(minutes, language),
          meters: formatMeters(minutes * 60 * metersPerSecond, language),
        })}
        value={metersPerSecond}
        onChange={changeSpeed}
      />
      {hasStreets ? (
        <Choice
          label={say('screen.walking.profile')}
          value={profile}
          onChange={(id) => changeProfile(readProfile(id))}
          testId="profile"
          options={PROFILES.map((id) => ({ id, text: say(`profile.${id}`) }))}
        />
      ) : null}
    </>
  );
}
