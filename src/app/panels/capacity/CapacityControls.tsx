import { useWords } from '../../compute/use-words.ts';

/** What is asked about capacity. */
export function CapacityControls() {
  const { say } = useWords();
  return <p>{say('progress.working')}</p>;
}
