import { useState } from 'react';
import { formatBytes, formatMoment } from '../../../view/saving.ts';
import { openSaved } from '../../actions/open-saved.ts';
import { continueAsCopy, hideProjects, removeProject } from '../../actions/saved-projects.ts';
import { useWords } from '../../compute/use-words.ts';
import type { ProjectEntry } from '../../storage/project-store.ts';
import { useCached, useStore } from '../../store/store.ts';
import { Action } from '../parts/Action.tsx';
import { DialogFrame } from '../parts/DialogFrame.tsx';
import styles from './ProjectsDialog.module.css';
import { StorageChoices } from './StorageChoices.tsx';

/** The projects kept in this browser, and what is kept at all. */
export function ProjectsDialog() {
  const { say } = useWords();
  const isOpen = useStore((state) => state.session.projectsOpen);
  const projects = useCached('projects');
  const saving = useStore((state) => state.saving);
  const name = useStore((state) => state.document.name);
  if (!isOpen) return null;
  return (
    <DialogFrame
      title={say('screen.projects.title')}
      size="narrow"
      onClose={hideProjects}
      testId="projects-dialog"
    >
      <p className={styles.small}>{say('screen.projects.where')}</p>
      {saving.state === 'unsaved' ? (
        <div className={styles.warning} role="alert">
          <p>{say(`screen.saving.way.${saving.why}`, { reason: saving.reason })}</p>
          {saving.why === 'elsewhere' ? (
            <Action onPress={() => continueAsCopy(say('screen.projects.copyName', { name }))}>
              {say('screen.projects.continueAsCopy')}
            </Action>
          ) : null}
        </div>
      ) : null}
      {projects.length === 0 ? (
        <p>{say('screen.projects.none')}</p>
      ) : (
        <ul className={styles.list}>
          {projects.map((project) => (
            <ProjectLine key={project.id} project={project} />
          ))}
        </ul>
      )}
      <StorageChoices />
      <div className={styles.foot}>
        <Action look="primary" onPress={hideProjects}>
          {say('screen.close')}
        </Action>
      </div>
    </DialogFrame>
  );
}

/** One project: open it, go on beside it, or take it away. */
function ProjectLine({ project }: { project: ProjectEntry }) {
  const { say, language } = useWords();
  const { id, name } = useStore((state) => state.document);
  const [isAsking, setAsking] = useState(false);
  const isHere = id === project.id;
  return (
    <li className={styles.line} data-here={isHere}>
      <div className={styles.what}>
        <strong>{isHere ? name : project.name}</strong>
        <span className={styles.small}>
          {[
            isHere ? say('screen.projects.here') : undefined,
            formatMoment(project.savedAt, Date.now(), language),
            formatBytes(project.bytes, say),
            project.isNewer ? say('screen.projects.newer') : undefined,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {isAsking ? (
        <>
          <span>{say('screen.projects.removeSure')}</span>
          <Action look="primary" onPress={() => removeProject(project.id)}>
            {say('screen.projects.removeYes')}
          </Action>
          <Action onPress={() => setAsking(false)}>{say('screen.cancel')}</Action>
        </>
      ) : (
        <>
          {isHere ? (
            <Action onPress={() => continueAsCopy(say('screen.projects.copyName', { name }))}>
              {say('screen.projects.copy')}
            </Action>
          ) : (
            <Action onPress={() => openSaved(project.id)} isDisabled={project.isNewer}>
              {say('screen.projects.open')}
            </Action>
          )}
          <Action look="plain" onPress={() => setAsking(true)}>
            {say('screen.projects.remove')}
          </Action>
        </>
      )}
    </li>
  );
}
