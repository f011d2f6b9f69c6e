import { useWords } from '../../compute/use-words.ts';

/** What is asked about future. */
export function FutureControls() {
  const { say } = useWords();
  return <p>{say('progress.working')}</p>;
}
