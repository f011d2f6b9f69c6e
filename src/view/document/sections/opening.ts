import { WHOLE_AREA } from '../../../core/analysis/coverage.ts';
import { methodWords, wholeAreaRow } from '../../coverage-finding.ts';
import { groupName, serviceName } from '../../names.ts';
import { noteIn } from '../../note.ts';
import { formatCount, formatFactor, formatMeters, formatShare, formatSpeed } from '../../numbers.ts';
import { type Context, coverageMark, figure, mainCoverages, questionFor, words } from '../context.ts';
import type { Block, KeyFigure } from '../document.ts';

/** What the report is for, and its answer in four numbers. */
export function purposeSection({ data, template, say, language, tracer }: Context): Block[] {
  const { result, note } = data;
  const [first] = mainCoverages(data);
  const services = mainCoverages(data).map(({ service }) => serviceName(service, language));
  const list = services.join(language === 'zh' ? '、' : ', ');
  const people = data.summary.demand.columns.find((column) => column.id === 'people');
  const short = result.standards.filter((one) =>
    one.rows.some((row) => row.district === WHOLE_AREA && row.state === 'short'),
  ).length;
  const judged = result.standards.filter((one) =>
    one.rows.some((row) => row.district === WHOLE_AREA && (row.state === 'short' || row.state === 'met')),
  ).length;
  const figures: KeyFigure[] = [
    ...(people ? [count(say('group.people'), people.total ?? Number.NaN)] : []),
    count(
      say('document.openFacilities'),
      result.facilities.status.filter((status) => status === 'open').length,
    ),
  ];
  let trace: string | undefined;
  const row = first?.limits[0] && wholeAreaRow(first.rows, questionFor(data, first, first.limits[0]));
  if (row) {
    trace = coverageMark(tracer, first, row);
    const label = say('document.coverageOf', { service: serviceName(first.service, language) });
    figures.push({ label, text: formatShare(row.share, language), value: row.share });
  }
  if (judged > 0)
    figures.push({ label: say('document.standardsShort'), text: `${short} / ${judged}`, value: short });
  const said = template.purpose ?? say('document.purpose', { services: list });
  return [
    { kind: 'text', text: said },
    ...(note ? [{ kind: 'text' as const, text: noteIn(note, language), tone: 'strong' as const }] : []),
    { kind: 'figures', figures, ...(trace ? { trace } : {}) },
  ];

  function count(label: string, value: number): KeyFigure {
    return { label, text: formatCount(value, language), value };
  }
}

/** The files with their hashes, and what is in them. */
export function dataSection({ data, template, say, language }: Context): Block[] {
  const { sources, facilities, demand } = data.result;
  const number = (value: number) => formatCount(value, language);
  const blocks: Block[] = [
    {
      kind: 'text',
      text: template.dataDate
        ? say('document.dataDate', { date: template.dataDate })
        : say('document.noDataDate'),
    },
    {
      kind: 'table',
      table: {
        id: 'sources',
        caption: say('document.table.sources'),
        columns: [
          { label: say('document.column.file') },
          { label: say('document.column.role') },
          { label: say('document.column.read'), isNumber: true },
          { label: say('document.column.usable'), isNumber: true },
          { label: 'SHA-256' },
        ],
        rows: sources.map((source) => [
          words(source.file),
          words(say(`role.${source.role}`)),
          figure(source.read, number),
          figure(source.usable, number),
          words(source.sha256),
        ]),
      },
    },
    {
      kind: 'table',
      table: {
        id: 'demand',
        caption: say('document.table.demand'),
        columns: [
          { label: say('document.column.group') },
          { label: say('document.column.total'), isNumber: true },
          { label: say('document.column.unit') },
        ],
        rows: data.summary.demand.columns.map(({ id, unit, total }) => [
          words(groupName(id, say)),
          figure(total ?? Number.NaN, number),
          words(say(`unit.${unit}`)),
        ]),
      },
    },
  ];
  const places = say(`document.places.${demand.kind}`, {
    count: number(demand.count),
    resolution: demand.resolution,
  });
  blocks.push({ kind: 'text', text: places }, facilityTable());
  return blocks;

  function facilityTable(): Block {
    const known = (service: string) =>
      facilities.capacity.filter((capacity, i) => facilities.service[i] === service && capacity >= 0).length;
    return {
      kind: 'table',
      table: {
        id: 'facilities',
        caption: say('document.table.facilities'),
        columns: [
          { label: say('document.column.service') },
          ...(['open', 'planned', 'closed'] as const).map((status) => ({
            label: say(`status.${status}`),
            isNumber: true,
          })),
          { label: say('document.column.capacityKnown'), isNumber: true },
        ],
        rows: data.summary.facilities.map(({ service, open, planned, closed }) => [
          words(serviceName(service, language)),
          ...[open, planned, closed, known(service)].map((value) => figure(value, number)),
        ]),
      },
    };
  }
}

/** 口径: how reach is measured, in sentences, each with its number. */
export function methodSection({ data, say, language }: Context): Block[] {
  const { settings, summary, reading, result } = data;
  const walking = 'walking' in summary ? summary.walking : undefined;
  const items = [
    say('document.method.rule'),
    say(`document.method.from.${result.demand.kind}`, { resolution: result.demand.resolution }),
    say('document.method.straight'),
    ...(settings.detourFactor === null
      ? []
      : [say('document.method.detour', { factor: formatFactor(settings.detourFactor, language) })]),
  ];
  if (walking) {
    if (walking.max_snap_meters !== undefined) {
      items.push(
        say('document.method.network', {
          snap: formatMeters(walking.max_snap_meters, language),
          places: formatCount(walking.places_unlinked ?? 0, language),
          facilities: formatCount(walking.facilities_unlinked ?? 0, language),
        }),
      );
    }
    const speeds = Object.entries(walking.meters_per_second).map(
      ([group, speed]) => `${say(`speedGroup.${group}`)} ${formatSpeed(speed, language)}`,
    );
    items.push(say('document.method.speeds', { speeds: speeds.join(language === 'zh' ? '、' : ', ') }));
  } else items.push(say('document.method.noStreets'));
  const method = methodWords({ reading, detourFactor: settings.detourFactor }, say, language);
  items.push(say('document.method.reading', { method }));
  items.push(say(`document.method.boundary.${settings.crossBoundary ? 'across' : 'inside'}`));
  return [{ kind: 'list', items }];
}
