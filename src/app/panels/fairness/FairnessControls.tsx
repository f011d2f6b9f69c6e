import { useWords } from '../../compute/use-words.ts';

/** What is asked about fairness. */
export function FairnessControls() {
  const { say } = useWords();
  return <p>{say('progress.working')}</p>;
}
