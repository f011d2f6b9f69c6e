/** The finding about fairness. */
export function FairnessResult() {
  return null;
}
