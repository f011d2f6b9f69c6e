/** The finding about future. */
export function FutureResult() {
  return null;
}
