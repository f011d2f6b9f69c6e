import { useStandard } from '../../compute/use-standard.ts';
import { StandardResultView } from './StandardResultView.tsx';
import { WorkList } from './WorkList.tsx';

/** The list of work over all standards, or how one of them stands in every district. */
export function StandardsResult() {
  const result = useStandard();
  return result ? <StandardResultView result={result} /> : <WorkList />;
}
