import type { Inspection } from '../../../../workers/protocol.ts';
import type { Mapping } from '../../../core/table/mapping.ts';
import { columnRoleName } from '../../../view/column-role-names.ts';
import { columnRole, columnRoles, UNUSED } from '../../../view/column-roles.ts';
import { numberedRows } from '../../../view/file-facts.ts';
import { setColumnRole } from '../../actions/change-import.ts';
import { useWords } from '../../compute/use-words.ts';
import styles from './ImportPreview.module.css';

/** The first rows, with the role of each column above it, to be changed where the guess is wrong. */
export function ImportPreview({
  index,
  mapping,
  inspection,
}: {
  index: number;
  mapping: Mapping;
  inspection: Inspection;
}) {
  const { say } = useWords();
  const roles = columnRoles(mapping);
  const { header, preview, files } = inspection;
  return (
    <section className={styles.scroller} aria-label={say('screen.import.preview', { file: files[0].name })}>
      <table className={styles.table}>
        <thead>
          <tr>
            {header.map((name) => {
              const role = columnRole(mapping, name);
              return (
                <th key={name} scope="col" className={role === UNUSED ? styles.unused : styles.used}>
                  <span className={styles.name}>{name}</span>
                  <select
                    className={styles.select}
                    aria-label={say('screen.import.columnRole', { column: name })}
                    value={role}
                    onChange={(event) => setColumnRole(index, name, event.target.value)}
                  >
                    {roles.map((id) => (
                      <option key={id} value={id}>
                        {columnRoleName(id, say)}
                      </option>
                    ))}
                  </select>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {numberedRows(preview, 6).map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, c) => (
                <td key={header[c]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
