import { ACCESS_METHODS, type AccessKernel, DECAYS } from '../../../core/project/access-kernel.ts';
import { changeKernel } from '../../actions/change-capacity.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { Choice } from '../parts/Choice.tsx';

/** How what each person has is reckoned: shared alike within the limit, or falling with distance. */
export function KernelFields({ place }: { place: string }) {
  const { say } = useWords();
  const { method, decay } = useStore((state) => state.session.capacity.kernel);
  // E2SFCA without a decay is 2SFCA.
  const decays = DECAYS.filter((id) => method === 'bfca' || id !== 'step');
  return (
    <>
      <Choice
        label={say('capacity.method.label')}
        value={method}
        onChange={(id) => {
          const next = id as AccessKernel['method'];
          changeKernel({
            method: next,
            ...(next === 'e2sfca' && decay === 'step' ? { decay: 'steps' } : {}),
          });
        }}
        testId="access-method"
        options={ACCESS_METHODS.map((id) => ({ id, text: say(`capacity.method.${id}`, { place }) }))}
      />
      {method === '2sfca' ? null : (
        <Choice
          label={say('capacity.decay.label')}
          value={decay}
          onChange={(id) => changeKernel({ decay: id as AccessKernel['decay'] })}
          testId="decay"
          options={decays.map((id) => ({ id, text: say(`capacity.decay.${id}`) }))}
        />
      )}
    </>
  );
}
