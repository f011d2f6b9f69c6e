import { useMemo, useState } from 'react';
import {
  Cell,
  Column,
  ResizableTableContainer,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
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
  firstSort: SortDescriptor;
  locale: string;
  marked: number | undefined;
  selected: number | undefined;
  onHover: (district: number | undefined) => void;
  onSelect: (district: number) => void;
}

/** A table by district: sorted by any column, of any length, and tied to the map both ways. */
export function SortTable<L extends { district: number }>(props: SortTableProps<L>) {
  const { columns, lines, locale, marked, selected } = props;
  const [sort, setSort] = useState(props.firstSort);
  const rows = useMemo(
    () => sortLines(lines, sort.column as keyof L, sort.direction, locale),
    [lines, sort, locale],
  );
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 30, headingHeight: 34 }}>
      <ResizableTableContainer className={styles.scroller}>
        <Table
          aria-label={props.label}
          className={styles.table}
          sortDescriptor={sort}
          onSortChange={setSort}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected === undefined ? [] : [selected]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            props.onSelect(key === undefined ? -1 : Number(key));
          }}
          data-testid="district-table"
        >
          <TableHeader>
            {columns.map((column, k) => (
              <Column
                key={column.id}
                id={column.id}
                isRowHeader={k === 0}
                allowsSorting
                width={`${column.width}fr`}
                minWidth={40}
                className={column.isNumber ? styles.numberHead : styles.head}
              >
                {({ sortDirection }) => (
                  <span className={styles.headText} data-sort={sortDirection ?? 'none'}>
                    {column.name}
                  </span>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={rows} dependencies={[columns, marked]}>
            {(line) => (
              <Row
                id={line.district}
                className={line.district === marked ? `${styles.row} ${styles.marked}` : styles.row}
                onHoverStart={() => props.onHover(line.district)}
                onHoverEnd={() => props.onHover(undefined)}
              >
                {columns.map((column) => (
                  <Cell key={column.id} className={column.isNumber ? styles.number : styles.cell}>
                    {column.write(line)}
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Table>
      </ResizableTableContainer>
    </Virtualizer>
  );
}
