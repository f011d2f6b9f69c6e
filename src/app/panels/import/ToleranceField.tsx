import { Group, Input, Label, NumberField } from 'react-aria-components';
import { NODING_DEFAULTS } from '../../../core/network/node-lines.ts';
import type { Mapping } from '../../../core/table/mapping.ts';
import { setTolerance } from '../../actions/change-import.ts';
import { useWords } from '../../compute/use-words.ts';
import field from '../parts/MetersField.module.css';
import step from '../Step.module.css';

/** How near the ends of street lines must come to be joined, where the file has no topology of its own. */
export function ToleranceField({
  index,
  mapping,
  format,
}: {
  index: number;
  mapping: Mapping;
  format: string | undefined;
}) {
  const { say } = useWords();
  const isPlainLines = format === 'geojson' || format === 'shapefile';
  if (mapping.role !== 'streets' || !isPlainLines) return null;
  return (
    <div data-testid="tolerance">
      <NumberField
        className={field.number}
        minValue={0}
        maxValue={50}
        step={0.1}
        value={mapping.toleranceMeters ?? NODING_DEFAULTS.toleranceMeters}
        onChange={(meters) => setTolerance(index, meters)}
      >
        <Label className={field.label}>{say('screen.import.tolerance')}</Label>
        <Group className={field.group}>
          <Input className={field.input} />
          <span>{say('screen.metersUnit')}</span>
        </Group>
      </NumberField>
      <p className={step.small}>{say('screen.import.toleranceHint')}</p>
    </div>
  );
}
