import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { switchStep } from '../actions/switch-step.ts';
import { useWords } from '../compute/use-words.ts';
import type { Step } from '../store/session.ts';
import { setSession, useCached, useLoaded, useStore } from '../store/store.ts';
import { CoverageControls } from './coverage/CoverageControls.tsx';
import { DataStep } from './data/DataStep.tsx';
import { Header } from './Header.tsx';
import styles from './LeftPanel.module.css';
import { FoldButton } from './parts/FoldButton.tsx';
import { ShortfallControls } from './shortfall/ShortfallControls.tsx';

const STEPS: readonly Step[] = ['data', 'coverage', 'shortfall'];

const STEP_BODIES: Record<Step, () => React.JSX.Element> = {
  data: DataStep,
  coverage: CoverageControls,
  shortfall: ShortfallControls,
};

/** The journey: data, coverage, shortfall. Name, note and language stay when it is folded. */
export function LeftPanel() {
  const { say } = useWords();
  const { step, leftOpen } = useStore((state) => state.session);
  const isWhole = useCached('overview') !== undefined;
  const hasData = useLoaded() !== undefined;
  return (
    <section className={styles.panel} aria-label={say('screen.panel.journey')} data-testid="left-panel">
      <Header />
      {leftOpen && hasData ? (
        <Tabs className={styles.tabs} selectedKey={step} onSelectionChange={(key) => switchStep(key as Step)}>
          <TabList className={styles.steps} aria-label={say('screen.panel.journey')}>
            {STEPS.map((id, k) => (
              <Tab key={id} id={id} className={styles.step} isDisabled={!isWhole && id !== 'data'}>
                <span className={styles.number}>{k + 1}</span>
                {say(`screen.step.${id}`)}
              </Tab>
            ))}
          </TabList>
          {STEPS.map((id) => {
            const Body = STEP_BODIES[id];
            return (
              <TabPanel key={id} id={id} className={styles.body}>
                <Body />
              </TabPanel>
            );
          })}
        </Tabs>
      ) : null}
      {hasData ? (
        <FoldButton
          isOpen={leftOpen}
          name={say(leftOpen ? 'screen.panel.foldJourney' : 'screen.panel.unfoldJourney')}
          onPress={() => setSession({ leftOpen: !leftOpen })}
        />
      ) : null}
    </section>
  );
}
