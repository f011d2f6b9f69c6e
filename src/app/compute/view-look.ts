import type { Gathered } from '../../../workers/protocol.ts';
import type { ProjectSettings } from '../../core/project/project.ts';
import type { KeptView, ViewLook } from '../../core/project/views.ts';
import type { Selection, SessionState } from '../store/session.ts';
import { limitsFor } from './question.ts';

/** What is there for a look to be about. */
type Data = Pick<Gathered, 'services' | 'districts' | 'facilities'> & {
  demand?: { lng: Float64Array; lat: Float64Array };
};

/** What is looked at, in a form that can be kept: by codes, positions and metres instead of rows and numbers of a list. */
export function lookOf(session: SessionState, settings: ProjectSettings, data: Data): ViewLook {
  const { service, level, futureYear, standardId, circleServices, limitMinutes } = session;
  const limits = service ? limitsFor(settings, service) : [];
  const limitMeters = limits[Math.min(session.limitIndex, limits.length - 1)];
  const selection = keptSelection(session.selected, data);
  return {
    step: session.step,
    subject: session.subject,
    ...(service === undefined ? {} : { service }),
    ...(session.group === undefined ? {} : { group: session.group }),
    ...(limitMeters === undefined ? {} : { limitMeters }),
    ...(limitMinutes === undefined ? {} : { limitMinutes }),
    reading: session.reading,
    cellMode: session.cellMode,
    isRobust: session.isRobust,
    ...(circleServices === undefined ? {} : { circleServices }),
    circleMinutes: session.circleMinutes,
    shortfallSubject: session.shortfallSubject,
    shortfallMode: session.shortfallMode,
    ...(standardId === undefined ? {} : { standardId }),
    capacity: session.capacity,
    fairnessValue: session.fairnessValue,
    ...(futureYear === undefined ? {} : { futureYear }),
    ...(level === undefined ? {} : { level }),
    scenarios: [],
    ...(selection && { selection }),
  };
}

/** The session that shows a look again. Whatever the data no longer has stays as it is. */
export function sessionOf(
  look: ViewLook,
  settings: ProjectSettings,
  data: Data,
  steps: readonly string[],
): Partial<SessionState> {
  const known = data.services.find((one) => one.id === look.service);
  const limits = known ? limitsFor(settings, known.id) : [];
  const nearest = limits.reduce(
    (best, meters, k) =>
      Math.abs(meters - (look.limitMeters ?? 0)) < Math.abs(limits[best] - (look.limitMeters ?? 0))
        ? k
        : best,
    0,
  );
  const hasLevel = look.level !== undefined && data.districts?.levels.includes(look.level);
  return {
    ...(steps.includes(look.step) ? { step: look.step as SessionState['step'] } : {}),
    subject: look.subject,
    ...(known ? { service: known.id, limitIndex: nearest } : {}),
    ...(known && look.group !== undefined && known.groups.includes(look.group) ? { group: look.group } : {}),
    limitMinutes: look.limitMinutes,
    reading: look.reading,
    cellMode: look.cellMode,
    isRobust: look.isRobust,
    circleServices: look.circleServices,
    circleMinutes: look.circleMinutes,
    shortfallSubject: look.shortfallSubject,
    shortfallMode: look.shortfallMode,
    standardId: look.standardId,
    capacity: { ...look.capacity, supply: look.capacity.supply as SessionState['capacity']['supply'] },
    fairnessValue: look.fairnessValue,
    futureYear: look.futureYear,
    ...(hasLevel ? { level: look.level } : {}),
    selected: shownSelection(look.selection, data),
    hoveredDistrict: undefined,
  };
}

function keptSelection(selected: Selection | undefined, data: Data): ViewLook['selection'] {
  if (!selected) return undefined;
  if (selected.kind === 'district') {
    const code = data.districts?.code[selected.district];
    return code ? { kind: 'district', code } : undefined;
  }
  const [row, { lng, lat }] =
    selected.kind === 'facility'
      ? [selected.row, data.facilities]
      : [selected.place, data.demand ?? { lng: [], lat: [] }];
  if (!Number.isFinite(lng[row])) return undefined;
  return { kind: selected.kind, lng: lng[row], lat: lat[row] };
}

function shownSelection(kept: KeptView['look']['selection'], data: Data): Selection | undefined {
  if (!kept) return undefined;
  if (kept.kind === 'district') {
    const district = data.districts?.code.indexOf(kept.code) ?? -1;
    return district < 0 ? undefined : { kind: 'district', district };
  }
  const { lng, lat } = kept.kind === 'facility' ? data.facilities : (data.demand ?? { lng: [], lat: [] });
  const row = Array.from(lng).findIndex((x, k) => x === kept.lng && lat[k] === kept.lat);
  if (row < 0) return undefined;
  return kept.kind === 'facility' ? { kind: 'facility', row } : { kind: 'place', place: row };
}
