import { localeOf } from '../../../view/numbers.ts';
import { hoverDistrict, selectDistrict } from '../../actions/select-place.ts';
import { useWords } from '../../compute/use-words.ts';
import { useStore } from '../../store/store.ts';
import { LevelSwitch } from './LevelSwitch.tsx';
import { SortTable, type TableColumn } from './SortTable.tsx';

interface DistrictTableProps<L> {
  title: string;
  columns: TableColumn<L>[];
  lines: L[];
  firstSort: { column: keyof L & string; direction: 'ascending' | 'descending' };
}

/** Results by district: the switch between levels, and the table that moves together with the map. */
export function DistrictTable<L extends { district: number; name: string }>(props: DistrictTableProps<L>) {
  const { language } = useWords();
  const { hoveredDistrict, selected } = useStore((state) => state.session);
  return (
    <>
      <LevelSwitch title={props.title} />
      <SortTable
        label={props.title}
        columns={props.columns}
        lines={props.lines}
        firstSort={props.firstSort}
        locale={localeOf(language)}
        marked={hoveredDistrict}
        selected={selected?.kind === 'district' ? selected.district : undefined}
        onHover={hoverDistrict}
        onSelect={selectDistrict}
      />
    </>
  );
}
