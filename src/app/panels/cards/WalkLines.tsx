import { explainWalk } from '../../../view/explain-walk.ts';
import { useAnswer } from '../../compute/use-question.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached } from '../../store/store.ts';
import { CardLines } from './Card.tsx';

/** The walk from a place along the streets, once it is found. */
export function WalkLines({ place }: { place: number }) {
  const { say, language } = useWords();
  const answer = useAnswer();
  const found = useCached('route');
  const speed = answer?.coverage.network?.metersPerSecond;
  if (!answer || speed === undefined || found?.place !== place) return null;
  const { facilities } = answer.overview;
  const name = facilities.name[found.facility] || facilities.id[found.facility];
  return (
    <div data-testid="walk">
      <CardLines
        title={say('screen.card.walk')}
        lines={explainWalk(found.route, name, speed, say, language)}
      />
    </div>
  );
}
