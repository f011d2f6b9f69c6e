import { useMemo, useRef, useState } from 'react';
import { rowWindow } from '../../../view/row-window.ts';
import { sortLines } from '../../../view/sort-lines.ts';
import styles from './SortTable.module.css';

export interface TableColumn<L> {
  id: keyof L & string;
  name: string;
  /** Share of the width. */
  width: number;
  isNumber?: boolean;
  write: (line: L) => string;
}

interface SortTableProps<L> {
  label: string;
  columns: TableColumn<L>[];
  lines: L[];
  firstSort: { column: keyof L & string; direction: 'ascending' | 'descending' };
  locale: string;
  marked: number | undefined;
  selected: number | undefined;
  onHover: (district: number | undefined) => void;
  onSelect: (district: number) => void;
}

const ROW_HEIGHT = 30;

/**
 * A table by district: sorted by any column, of any length, and tied to the map both ways. A plain table and not that of
 * react-aria: redrawn at every step of a dragged slider, that one takes a third of a second for twenty rows.
 */
export function SortTable<L extends { district: number; name: string }>(props: SortTableProps<L>) {
  const { columns, lines, locale } = props;
  const [sort, setSort] = useState(props.firstSort);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => sortLines(lines, sort.column, sort.direction, locale), [lines, sort, locale]);
  const shown = rowWindow(rows.length, ROW_HEIGHT, sight.top, sight.height);
  const onScroll = () => {
    const { scrollTop = 0, clientHeight = 600 } = scroller.current ?? {};
    setSight({ top: scrollTop, height: clientHeight });
  };
  return (
    <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
      <table
        className={styles.table}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        data-testid="district-table"
      >
        <ColumnWidths columns={columns} />
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody onPointerLeave={() => props.onHover(undefined)}>
          <Room height={shown.above} span={columns.length} />
          {rows.slice(shown.from, shown.to).map((line) => (
            <LineRow key={line.district} line={line} table={props} />
          ))}
          <Room height={shown.below} span={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function ColumnWidths<L>({ columns }: { columns: TableColumn<L>[] }) {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <colgroup>
      {columns.map(({ id, width }) => (
        <col key={id} style={{ width: `${(width / whole) * 100}%` }} />
      ))}
    </colgroup>
  );
}

type Sort<L> = SortTableProps<L>['firstSort'];

function SortHead<L>({
  column,
  sort,
  onSort,
}: {
  column: TableColumn<L>;
  sort: Sort<L>;
  onSort: (sort: Sort<L>) => void;
}) {
  const isSorted = sort.column === column.id;
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending';
  // Numbers are looked at from the greatest down, names from the first on.
  const direction = isSorted ? turned : column.isNumber ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sort.direction : 'none'}
      className={column.isNumber ? styles.numberHead : styles.head}
    >
      <button type="button" onClick={() => onSort({ column: column.id, direction })}>
        <span data-sort={isSorted ? sort.direction : 'none'}>{column.name}</span>
      </button>
    </th>
  );
}

function LineRow<L extends { district: number; name: string }>({
  line,
  table,
}: {
  line: L;
  table: SortTableProps<L>;
}) {
  const { district } = line;
  const isSelected = district === table.selected;
  const look = isSelected ? styles.selected : district === table.marked ? styles.marked : styles.row;
  const [first, ...others] = table.columns;
  return (
    // The button in the row is what the keyboard and the screen reader press; the rest of the row only helps the mouse.
    <tr className={look} onPointerEnter={() => table.onHover(district)}>
      <th scope="row" className={styles.cell}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={isSelected}
          onClick={() => table.onSelect(isSelected ? -1 : district)}
          onFocus={() => table.onHover(district)}
        >
          {first.write(line)}
        </button>
      </th>
      {others.map((column) => (
        <td key={column.id} className={column.isNumber ? styles.number : styles.cell}>
          {column.write(line)}
        </td>
      ))}
    </tr>
  );
}

/** The room of rows that are not drawn. */
function Room({ height, span }: { height: number; span: number }) {
  if (height === 0) return null;
  return (
    <tr>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
