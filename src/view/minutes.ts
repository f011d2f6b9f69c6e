/** Limits in minutes as plans have them: 15 is the life circle, 5 and 10 the smaller ones. */
const USUAL = [15, 10, 5, 30, 20, 45, 60];

/** What is offered next: the first usual time that is not there yet, else five minutes more than the longest. */
export function nextMinutes(present: readonly number[]): number {
  const free = USUAL.find((minutes) => !present.includes(minutes));
  return free ?? Math.min(120, Math.max(...present) + 5);
}
