import { Checkbox } from 'react-aria-components';
import type { Inspection } from '../../../../workers/protocol.ts';
import type { Role } from '../../../core/table/mapping.ts';
import { fileFacts } from '../../../view/file-facts.ts';
import { setFileRole, setItemWanted } from '../../actions/change-import.ts';
import { chooseSheet } from '../../actions/choose-sheet.ts';
import { useWords } from '../../compute/use-words.ts';
import type { ImportItem } from '../../store/import-draft.ts';
import { Choice } from '../parts/Choice.tsx';
import { CheckResult } from './CheckResult.tsx';
import styles from './ImportFile.module.css';
import { ImportPreview } from './ImportPreview.tsx';
import { PositionChoice } from './PositionChoice.tsx';
import { ReviewResult } from './ReviewResult.tsx';
import { ToleranceField } from './ToleranceField.tsx';

const ROLES: readonly Role[] = [
  'facilities',
  'people',
  'districts',
  'streets',
  'barriers',
  'reach',
  'background',
];

/** One file: what it is, what its columns are, and how much of it can be used. */
export function ImportFile({
  index,
  item,
  inspection,
}: {
  index: number;
  item: ImportItem;
  inspection: Inspection;
}) {
  const { say, language } = useWords();
  const { mapping } = item;
  return (
    <section className={styles.file} aria-label={inspection.files[0].name} data-testid="import-file">
      <div className={styles.head}>
        <Checkbox
          className={styles.wanted}
          isSelected={item.isWanted}
          isDisabled={!mapping}
          onChange={(isWanted) => setItemWanted(index, isWanted)}
        >
          <span className={styles.box} aria-hidden="true" />
          <b>{inspection.files[0].name}</b>
        </Checkbox>
        <span className={styles.facts}>{fileFacts(inspection, say, language)}</span>
      </div>
      <SheetChoice index={index} inspection={inspection} />
      {mapping ? (
        <div className={styles.choices}>
          <Choice
            label={say('screen.import.role')}
            value={mapping.role}
            onChange={(role) => setFileRole(index, role as Role)}
            options={ROLES.map((id) => ({ id, text: say(`role.${id}`) }))}
          />
          <PositionChoice
            index={index}
            mapping={mapping}
            isGuess={item.crsIsGuess}
            isTable={inspection.header.length > 0}
          />
          <ToleranceField index={index} mapping={mapping} format={inspection.format} />
        </div>
      ) : null}
      {mapping && inspection.header.length > 0 ? (
        <ImportPreview index={index} mapping={mapping} inspection={inspection} />
      ) : null}
      <ReviewResult index={index} item={item} />
      <CheckResult
        key={mapping?.role}
        check={item.check}
        noticed={inspection.issues}
        file={inspection.files[0].name}
        isOpenAtFirst={mapping?.role === 'streets'}
      />
    </section>
  );
}

/** Which sheet of a workbook or layer of a GeoPackage; nothing where there is only one. */
function SheetChoice({ index, inspection }: { index: number; inspection: Inspection }) {
  const { say } = useWords();
  const { sheets = [], sheet } = inspection;
  if (sheets.length < 2) return null;
  return (
    <div className={styles.choices}>
      <Choice
        label={say('screen.import.sheet')}
        value={sheet}
        onChange={(name) => chooseSheet(index, name)}
        options={sheets.map((name) => ({ id: name, text: name }))}
        testId="import-sheet"
      />
    </div>
  );
}
