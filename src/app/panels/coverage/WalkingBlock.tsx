import { useState } from 'react';
import { metersOfMinutes } from '../../../core/project/limits.ts';
import {
  SPEED_GROUPS,
  type SpeedGroup,
  speedGroupOf,
  speedIn,
} from '../../../core/project/walking-speeds.ts';
import { formatMeters, formatMinutes, formatSpeed } from '../../../view/numbers.ts';
import { PROFILES, readProfile } from '../../../view/profiles.ts';
import { changeProfile, changeSpeed, shareSpeed } from '../../actions/change-walking.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Segments } from '../parts/Segments.tsx';
import { SpeedSlider } from '../parts/SpeedSlider.tsx';
import styles from '../Step.module.css';

const FIRST_MINUTES = 15;

/** How people walk: how fast, wherever a limit is a time or streets are loaded, and who. */
export function WalkingBlock({ group, hasStreets }: { group: string | undefined; hasStreets: boolean }) {
  const { say } = useWords();
  const { minutes } = useStore((state) => state.document.settings.walking);
  const { limitMinutes } = useStore((state) => state.session);
  if (!hasStreets && minutes.length === 0) return null;
  return (
    <div className={styles.block} data-testid="walking">
      <WalkerControls
        group={group ?? 'people'}
        minutes={limitMinutes ?? minutes[0] ?? FIRST_MINUTES}
        hasStreets={hasStreets}
      />
      {hasStreets ? null : <p className={styles.small}>{say('screen.walking.straightMinutes')}</p>}
    </div>
  );
}

/** How fast people walk, and, along streets, who they are. `minutes`: the time whose metres are told. */
export function WalkerControls({
  group,
  minutes,
  hasStreets,
}: {
  group: string;
  minutes: number;
  hasStreets: boolean;
}) {
  const { say } = useWords();
  const { profile, metersPerSecond, speeds } = useStore((state) => state.document.settings.walking);
  const isShared = metersPerSecond !== undefined && Object.keys(speeds).length === 0;
  const walkers = speedGroupOf(group);
  return (
    <>
      <Segments
        label={say('screen.walking.speeds')}
        value={isShared ? 'shared' : 'byGroup'}
        onChange={(id) => shareSpeed(id === 'shared', walkers)}
        options={(['shared', 'byGroup'] as const).map((id) => ({ id, text: say(`screen.walking.${id}`) }))}
      />
      {isShared ? <OneSpeed minutes={minutes} /> : <GroupSpeeds walkers={walkers} minutes={minutes} />}
      {hasStreets ? (
        <div>
          <Choice
            label={say('screen.walking.profile')}
            value={profile}
            onChange={(id) => changeProfile(readProfile(id))}
            testId="profile"
            options={PROFILES.map((id) => ({ id, text: say(`profile.${id}`) }))}
          />
          <p className={styles.small} data-testid="profile-hint">
            {say(`profileHint.${profile}`)}
          </p>
        </div>
      ) : null}
    </>
  );
}

function OneSpeed({ minutes, walkers }: { minutes: number; walkers?: SpeedGroup }) {
  const { say, language } = useWords();
  const walking = useStore((state) => state.document.settings.walking);
  const speed = speedIn(walking, walkers ?? 'general');
  return (
    <SpeedSlider
      label={walkers ? say(`speedGroup.${walkers}`) : say('screen.walking.speed')}
      text={say('screen.walking.speedShown', {
        speed: formatSpeed(speed, language),
        minutes: formatMinutes(minutes, language),
        meters: formatMeters(metersOfMinutes(minutes, speed), language),
      })}
      value={speed}
      onChange={(next) => changeSpeed(next, walkers)}
    />
  );
}

/** The speed of those who are asked about; the others' behind a word. */
function GroupSpeeds({ walkers, minutes }: { walkers: SpeedGroup; minutes: number }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const others = SPEED_GROUPS.filter((one) => one !== walkers);
  return (
    <>
      <OneSpeed minutes={minutes} walkers={walkers} />
      {isOpen ? others.map((one) => <OneSpeed key={one} minutes={minutes} walkers={one} />) : null}
      <Action look="plain" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} data-testid="other-speeds">
        {say(isOpen ? 'screen.walking.fewerSpeeds' : 'screen.walking.otherSpeeds')}
      </Action>
    </>
  );
}
