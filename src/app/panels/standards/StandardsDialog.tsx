import { useState } from 'react';
import { PROFILES, profileOf, profileStandards } from '../../../core/standards/profiles.ts';
import { findStandards } from '../../../view/find-standards.ts';
import { adoptProfile, dropAllStandards } from '../../actions/change-standards.ts';
import { useWords } from '../../compute/use-words.ts';
import { setSession, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { Choice } from '../parts/Choice.tsx';
import { DialogFrame } from '../parts/DialogFrame.tsx';
import step from '../Step.module.css';
import { OwnStandardForm } from './OwnStandardForm.tsx';
import { StandardOption } from './StandardOption.tsx';
import styles from './Standards.module.css';

/** The library, plan by plan, with what each text lacks; and standards of one's own. */
export function StandardsDialog() {
  const { say, language } = useWords();
  const [profile, setProfile] = useState(PROFILES[0].id);
  const [words, setWords] = useState('');
  const [isWriting, setWriting] = useState(false);
  const { standards, customStandards } = useStore((state) => state.document.settings);
  const chosen = new Set(standards.map(({ id }) => id));
  const found = findStandards({ profile, words, own: customStandards });
  const close = () => setSession({ choosingStandards: false });
  return (
    <DialogFrame title={say('standards.dialog.title')} onClose={close} testId="standards-dialog">
      <div className={styles.dialogTop}>
        <Choice
          label={say('standards.dialog.profile')}
          value={profile}
          onChange={setProfile}
          options={PROFILES.map((one) => ({ id: one.id, text: one[language] }))}
          testId="profile"
        />
        <label className={styles.search}>
          {say('standards.dialog.search')}
          <input value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <Action onPress={() => adoptProfile(profile)} data-testid="adopt">
          {say('standards.dialog.adopt', { count: profileStandards(profile).length })}
        </Action>
        <Action onPress={dropAllStandards}>{say('standards.dialog.drop')}</Action>
      </div>
      <Gaps profile={profile} />
      <div className={styles.options}>
        {found.length === 0 ? <p>{say('standards.dialog.empty')}</p> : null}
        {found.map((standard) => (
          <StandardOption key={standard.id} standard={standard} isChosen={chosen.has(standard.id)} />
        ))}
        {isWriting ? <OwnStandardForm onDone={() => setWriting(false)} /> : null}
      </div>
      <div className={styles.foot}>
        {isWriting ? null : (
          <Action onPress={() => setWriting(true)}>{say('standards.dialog.ownShow')}</Action>
        )}
        <Action look="primary" onPress={close}>
          {say('standards.dialog.done')}
        </Action>
      </div>
    </DialogFrame>
  );
}

function Gaps({ profile }: { profile: string }) {
  const { say, language } = useWords();
  const { gaps = [] } = profileOf(profile) ?? {};
  if (gaps.length === 0) return null;
  return (
    <details className={styles.gaps}>
      <summary>{say('standards.dialog.gaps')}</summary>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.zh} className={step.small}>
            {gap[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}
