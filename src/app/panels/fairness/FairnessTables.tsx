import type { FairnessAnswer } from '../../../core/project/fairness.ts';
import { formatValue } from '../../../view/fairness-finding.ts';
import { type FairnessLine, fairnessByDistrict, fairnessByGroup } from '../../../view/fairness-table.ts';
import { formatCount, formatFactor, localeOf } from '../../../view/numbers.ts';
import type { Language, Say } from '../../../view/words/index.ts';
import { chooseGroup } from '../../actions/choose-service.ts';
import { useWords } from '../../compute/use-words.ts';
import { useCached, useStore } from '../../store/store.ts';
import { DistrictTable } from '../parts/DistrictTable.tsx';
import { TableRoom } from '../parts/ScrollBody.tsx';
import { SortTable, type TableColumn } from '../parts/SortTable.tsx';

/** By district, for the group asked about; and by group, for the whole area. */
export function FairnessTables({ answer }: { answer: FairnessAnswer }) {
  const { say, language } = useWords();
  const districts = useCached('overview')?.districts;
  const level = useStore((state) => state.session.level) ?? 'all';
  const columns = (name: string) => columnsOf(name, answer.question, say, language);
  const groups = fairnessByGroup(answer, say);
  return (
    <>
      <TableRoom>
        <DistrictTable
          title={say('fairness.districtTable')}
          columns={columns(say('screen.column.district'))}
          lines={fairnessByDistrict(answer, level, districts, say)}
          firstSort={{ column: 'gini', direction: 'descending' }}
        />
      </TableRoom>
      {groups.length > 1 ? (
        <TableRoom>
          <h2>{say('fairness.groupTable')}</h2>
          <SortTable
            label={say('fairness.groupTable')}
            columns={columns(say('fairness.column.group'))}
            lines={groups}
            firstSort={{ column: 'gini', direction: 'descending' }}
            locale={localeOf(language)}
            marked={undefined}
            selected={0}
            onHover={() => undefined}
            onSelect={(k) => k >= 0 && chooseGroup(answer.fairness.curves[k].group)}
          />
        </TableRoom>
      ) : null}
    </>
  );
}

function columnsOf(
  name: string,
  question: FairnessAnswer['question'],
  say: Say,
  language: Language,
): TableColumn<FairnessLine>[] {
  const number = (id: 'mean' | 'p10' | 'p90'): TableColumn<FairnessLine> => ({
    id,
    name: say(`fairness.column.${id}`),
    width: 0.85,
    isNumber: true,
    write: (line) => formatValue(question, line[id], language),
  });
  return [
    { id: 'name', name, width: 1.4, write: (line) => line.name },
    {
      id: 'people',
      name: say('fairness.column.people'),
      width: 1,
      isNumber: true,
      write: (line) => formatCount(line.people, language),
    },
    number('mean'),
    number('p10'),
    number('p90'),
    {
      id: 'gini',
      name: say('fairness.column.gini'),
      width: 0.85,
      isNumber: true,
      write: (line) =>
        line.state === 'computed' ? formatFactor(line.gini, language) : say(`fairness.state.${line.state}`),
    },
  ];
}
