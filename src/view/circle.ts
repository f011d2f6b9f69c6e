import type { ServiceId } from '../core/dataset/services.ts';

/** Services of the circle: those the user ticked and that are open, else all that are open. */
export function circleServices(
  services: readonly { id: ServiceId; open: number }[],
  ticked: readonly ServiceId[] | undefined,
): ServiceId[] {
  const open = services.filter((one) => one.open > 0).map((one) => one.id);
  return ticked === undefined ? open : open.filter((id) => ticked.includes(id));
}
