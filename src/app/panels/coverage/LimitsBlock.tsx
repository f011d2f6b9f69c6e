import { limitWords } from '../../../view/limits.ts';
import { changeLimit, chooseLimit, chooseMinutes } from '../../actions/change-limit.ts';
import { addMinutes, changeMinutes, removeMinutes, switchMinutes } from '../../actions/change-walking.ts';
import { limitsFor, numberedLimits, numberedMinutes } from '../../compute/question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { MetersField } from '../parts/MetersField.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Toggle } from '../parts/Toggle.tsx';
import styles from '../Step.module.css';
import own from './LimitsBlock.module.css';

/** The radii of the service, the walking times beside them, and which of all these the answer is for. */
export function LimitsBlock({ service }: { service: string }) {
  const { say, language } = useWords();
  const settings = useStore((state) => state.document.settings);
  const { limitIndex, limitMinutes } = useStore((state) => state.session);
  const minutes = [...new Set(settings.walking.minutes)];
  const byTime = minutes.find((one) => one === limitMinutes);
  const limits = limitsFor(settings, service);
  return (
    <div className={styles.block}>
      <h2>{say('screen.limits')}</h2>
      {numberedLimits(limits).map(({ id, meters, k }) => (
        <MetersField
          key={id}
          label={say('screen.limit', { number: k + 1 })}
          unit={say('screen.metersUnit')}
          value={meters}
          max={3000}
          onChange={(next) => changeLimit(k, next)}
        />
      ))}
      <MinutesBlock />
      {limits.length + minutes.length > 1 ? (
        <Segments
          label={say('screen.answerFor')}
          value={byTime === undefined ? String(Math.min(limitIndex, limits.length - 1)) : `${byTime}min`}
          onChange={(id) => (id.endsWith('min') ? chooseMinutes(parseFloat(id)) : chooseLimit(Number(id)))}
          options={[
            ...limits.map((meters, k) => ({ id: String(k), text: limitWords({ meters }, say, language) })),
            ...minutes.map((one) => ({
              id: `${one}min`,
              text: limitWords({ meters: 0, minutes: one }, say, language),
            })),
          ]}
        />
      ) : null}
    </div>
  );
}

/** Limits in minutes: one or several, each to be changed, taken away, or joined by another. */
function MinutesBlock() {
  const { say } = useWords();
  const { minutes } = useStore((state) => state.document.settings.walking);
  return (
    <div className={styles.block} data-testid="minutes">
      <Toggle
        text={say('screen.walking.minutes')}
        isOn={minutes.length > 0}
        onChange={(isOn) => switchMinutes(isOn)}
        testId="time-limit"
      />
      {numberedMinutes(minutes).map(({ id, minutes: one, k }) => (
        <div key={id} className={own.row}>
          <MetersField
            label={say('screen.walking.minutesField', { number: k + 1 })}
            unit={say('screen.minutesUnit')}
            value={one}
            min={1}
            max={60}
            most={120}
            step={1}
            onChange={(next) => changeMinutes(k, next)}
          />
          <Action
            look="plain"
            aria-label={say('screen.walking.removeMinutes', { minutes: one })}
            onPress={() => removeMinutes(k)}
          >
            ×
          </Action>
        </div>
      ))}
      {minutes.length > 0 && minutes.length < 6 ? (
        <Action look="plain" onPress={() => addMinutes()} data-testid="add-minutes">
          {say('screen.walking.addMinutes')}
        </Action>
      ) : null}
    </div>
  );
}
