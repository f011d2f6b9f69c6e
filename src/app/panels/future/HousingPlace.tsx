import type { NewHousing } from '../../../core/project/forecast-settings.ts';
import { districtName, levelName } from '../../../view/names.ts';
import { placeHousingIn } from '../../actions/change-forecast.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { Choice } from '../parts/Choice.tsx';
import styles from '../Step.module.css';

const NOWHERE = 'nowhere';
const ON_MAP = 'on-map';

/** Where new housing stands: a district of the level that is looked at, or a point of the map. */
export function HousingPlace({ site, k }: { site: NewHousing; k: number }) {
  const { say } = useWords();
  const districts = useCached('overview')?.districts;
  const level = useStore((state) => state.session.level);
  const isPlacing = useStore((state) => state.session.placingHousing === k);
  const wanted = districts?.levels.indexOf(level ?? '') ?? -1;
  const known = (districts?.code ?? []).flatMap((code, row) => {
    // One that was chosen at another level stays in the list.
    if (!districts || code === '' || (districts.level[row] !== wanted && code !== site.district)) return [];
    const note = levelName(districts.levels[districts.level[row]], say);
    return [{ id: code, text: districtName(row, districts, say), note }];
  });
  const isOnMap = site.lng !== undefined;
  return (
    <>
      <Choice
        label={say('future.housing.where')}
        value={isOnMap ? ON_MAP : (site.district ?? NOWHERE)}
        onChange={(id) => id !== ON_MAP && placeHousingIn(k, id === NOWHERE ? undefined : id)}
        testId={`housing-place-${k}`}
        options={[
          { id: NOWHERE, text: say('future.housing.nowhere') },
          ...(isOnMap ? [{ id: ON_MAP, text: say('future.housing.onMap') }] : []),
          ...known,
        ]}
      />
      {isPlacing ? (
        <p className={styles.small} role="status">
          {say('future.housing.picking')}
        </p>
      ) : null}
      <Action
        look="plain"
        onPress={() => setSession({ placingHousing: isPlacing ? undefined : k })}
        data-testid={`housing-pick-${k}`}
      >
        {say('future.housing.pick')}
      </Action>
    </>
  );
}
