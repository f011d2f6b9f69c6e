import { useMemo } from 'react';
import { type CircleAnswer, explainCircle } from '../../../view/circle.ts';
import { explainAccess } from '../../../view/explain-access.ts';
import { explainPlace, type PlaceCard } from '../../../view/explain-place.ts';
import { groupsAt } from '../../../view/groups-at.ts';
import { reachOf } from '../../../view/reach.ts';
import { failuresAt } from '../../../view/standards-at.ts';
import { selectFacility } from '../../actions/select-place.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useStandard } from '../../compute/use-standard.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import styles from './Card.module.css';
import { Card, CardLines } from './Card.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { PlacesPart } from './PlacesPart.tsx';
import { WalkLines } from './WalkLines.tsx';

/** Why this place has its colour, and who lives there. */
export function PlaceCardView({ place }: { place: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const standard = useStandard();
  const results = useCached('standards');
  const circle = useCached('circle');
  const isCircle = useStore(({ session }) => session.step === 'coverage' && session.subject === 'circle');
  const subject = useStore(({ session }) => (session.step === 'shortfall' ? session.shortfallSubject : ''));
  const isAccess = subject === 'standards';
  const capacity = useCached('capacity');
  const card = usePlaceCard(place);
  if (!card || !answer) return null;
  const title = say(answer.overview.demand.kind === 'cells' ? 'screen.card.cell' : 'screen.card.point');
  const access = isAccess && standard ? explainAccess(standard, place, say, language) : undefined;
  return (
    <Card title={title} testId="cell-card">
      {isCircle && circle ? (
        <CirclePart answer={circle} place={place} />
      ) : subject === 'capacity' && capacity ? (
        <PlacesPart answer={capacity} place={place} />
      ) : access ? (
        <p className={access.isMet ? styles.verdict : styles.verdictBad}>{access.text}</p>
      ) : (
        <ReachPart card={card} place={place} />
      )}
      {isAccess && !standard ? (
        <CardLines
          title={say('standards.failsHere')}
          lines={failuresAt(results ?? [], place, say, language)}
        />
      ) : null}
      <CardLines title={say('screen.card.people')} lines={card.people} />
      <CardLines title={say('screen.card.districts')} lines={card.districts} />
    </Card>
  );
}

function usePlaceCard(place: number): PlaceCard | undefined {
  const { say, language } = useWords();
  const answer = useAnswer();
  return useMemo(() => {
    if (!answer) return undefined;
    const { overview, coverage, question } = answer;
    const { unlinkedPlaces: unlinked, cutOffPlaces: cutOff } = overview.network ?? {};
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
          isCutOff: cutOff?.includes(place) === true,
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
}

/** How far it is, in every reading, and the way there. */
function ReachPart({ card, place }: { card: PlaceCard; place: number }) {
  const { say } = useWords();
  return (
    <>
      <p className={card.isCovered ? styles.verdict : styles.verdictBad}>{card.verdict}</p>
      <CardLines lines={card.reach} />
      <ComparisonTable rows={card.comparison} />
      <WalkLines place={place} />
      {card.facility >= 0 ? (
        <Action look="plain" onPress={() => selectFacility(card.facility)}>
          {say('screen.card.showFacility')}
        </Action>
      ) : null}
    </>
  );
}

/** Which services of the circle are within reach, and which are not. */
function CirclePart({ answer, place }: { answer: CircleAnswer; place: number }) {
  const { say, language } = useWords();
  const { isComplete, text, missing, present } = explainCircle(answer, place, say, language);
  const comma = language === 'zh' ? '、' : ', ';
  return (
    <>
      <p className={isComplete ? styles.verdict : styles.verdictBad}>{text}</p>
      {missing.length > 0 ? (
        <p data-testid="lacking">
          <b>{say('screen.card.lacking')}</b> {missing.join(comma)}
        </p>
      ) : null}
      {present.length > 0 ? (
        <p>
          <b>{say('screen.card.present')}</b> {present.join(comma)}
        </p>
      ) : null}
    </>
  );
}
