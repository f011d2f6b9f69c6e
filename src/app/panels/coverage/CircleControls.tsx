import { Checkbox, CheckboxGroup, Group, Input, Label, NumberField } from 'react-aria-components';
import { circleServices } from '../../../view/circle.ts';
import { serviceName } from '../../../view/names.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import field from '../parts/MetersField.module.css';
import { SymbolIcon } from '../parts/SymbolIcon.tsx';
import styles from './CircleControls.module.css';
import { WalkerControls } from './WalkingBlock.tsx';

/** What belongs to the circle of services, and how far people walk for it. */
export function CircleControls() {
  const { say, language } = useWords();
  const services = useCached('overview')?.services ?? [];
  const { circleServices: ticked, circleMinutes } = useStore((state) => state.session);
  const hasNetwork = useAnswer()?.coverage.network !== undefined;
  const chosen = circleServices(services, ticked);
  return (
    <>
      <CheckboxGroup
        className={styles.group}
        value={chosen}
        onChange={(next) => setSession({ circleServices: next })}
        data-testid="circle-services"
      >
        <Label className={styles.label}>{say('screen.circle.services')}</Label>
        {services
          .filter((one) => one.open > 0)
          .map(({ id }) => (
            <Checkbox key={id} value={id} className={styles.option}>
              <span className={styles.box} aria-hidden="true" />
              <SymbolIcon service={id} /> {serviceName(id, language)}
            </Checkbox>
          ))}
      </CheckboxGroup>
      <NumberField
        className={field.number}
        minValue={1}
        maxValue={120}
        value={circleMinutes}
        onChange={(minutes) => minutes > 0 && setSession({ circleMinutes: minutes })}
      >
        <Label className={field.label}>{say('screen.circle.minutes')}</Label>
        <Group className={field.group}>
          <Input className={field.input} />
          <span>{say('screen.minutesUnit')}</span>
        </Group>
      </NumberField>
      <WalkerControls group="people" minutes={circleMinutes} hasStreets={hasNetwork} />
    </>
  );
}
