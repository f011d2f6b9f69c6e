import { useMemo } from 'react';
import { explainAccess } from '../../../view/explain-access.ts';
import { explainPlace } from '../../../view/explain-place.ts';
import { groupsAt } from '../../../view/groups-at.ts';
import { reachOf } from '../../../view/reach.ts';
import { selectFacility } from '../../actions/select-place.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { WalkLines } from './WalkLines.tsx';

/** Why this place has its colour, and who lives there. */
export function PlaceCardView({ place }: { place: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const standard = useCached('standards')?.[0];
  const isAccess = useStore(({ session }) => session.step === 'shortfall');
  const card = useMemo(() => {
    if (!answer) return undefined;
    const { overview, coverage, question } = answer;
    const unlinked = overview.network?.unlinkedPlaces;
    return explainPlace(
      {
        place,
        question,
        meters: coverage.meters[place],
        facility: coverage.facility[place],
        within: reachOf(coverage, question).within[place],
        network: coverage.network && {
          meters: coverage.network.meters[place],
          facility: coverage.network.facility[place],
          metersPerSecond: coverage.network.metersPerSecond,
          isLinked: !unlinked?.includes(place),
        },
        facilities: overview.facilities,
        people: groupsAt(overview.demand.columns, place),
        districtRows: overview.assignment.map((rows) => rows[place]),
        districts: overview.districts,
      },
      say,
      language,
    );
  }, [answer, place, say, language]);
  if (!card || !answer) return null;
  const title = say(answer.overview.demand.kind === 'cells' ? 'screen.card.cell' : 'screen.card.point');
  const access = isAccess && standard ? explainAccess(standard, place, say, language) : undefined;
  return (
    <Card title={title} testId="cell-card">
      {access ? (
        <p className={access.isMet ? styles.verdict : styles.verdictBad}>{access.text}</p>
      ) : (
        <p className={card.isCovered ? styles.verdict : styles.verdictBad}>{card.verdict}</p>
      )}
      {access ? null : <CardLines lines={card.reach} />}
      {access ? null : <ComparisonTable rows={card.comparison} />}
      {access ? null : <WalkLines place={place} />}
      {card.facility >= 0 && !access ? (
        <Action look="plain" onPress={() => selectFacility(card.facility)}>
          {say('screen.card.showFacility')}
        </Action>
      ) : null}
      <CardLines title={say('screen.card.people')} lines={card.people} />
      <CardLines title={say('screen.card.districts')} lines={card.districts} />
    </Card>
  );
}
