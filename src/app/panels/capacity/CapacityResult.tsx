/** The finding about capacity. */
export function CapacityResult() {
  return null;
}
