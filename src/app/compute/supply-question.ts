import type { Overview } from '../../../workers/protocol.ts';
import { serviceOf } from '../../core/dataset/services.ts';
import type { CapacityQuestion } from '../../core/project/capacity.ts';
import type { FairnessQuestion } from '../../core/project/fairness.ts';
import type { FutureQuestion } from '../../core/project/future.ts';
import { type SupplyChoice, suppliesOf } from '../../core/project/supply-choice.ts';
import { type CoverageQuestion, limitOf } from '../../view/coverage-finding.ts';
import type { CapacityChoice, SessionState } from '../store/session.ts';

/** The supply that is counted: the chosen one where the service has it, else its own unit; and what one person needs of it. */
export function supplyAtHand(
  facilities: Overview['facilities'],
  service: string,
  { supply, perPerson }: CapacityChoice,
): { choices: SupplyChoice[]; chosen: SupplyChoice; perPerson: number } {
  const choices = suppliesOf(facilities, service);
  const chosen = choices.find((one) => one.id === supply) ?? choices[0];
  return { choices, chosen, perPerson: perPerson[supplyKey(service, chosen.id)] ?? chosen.perPerson };
}

export function supplyKey(service: string, supply: string): string {
  return `${service}:${supply}`;
}

/** What is asked about places: the question of the coverage, and how they are given out. */
export function capacityQuestion(
  question: CoverageQuestion,
  facilities: Overview['facilities'],
  { capacity }: Pick<SessionState, 'capacity'>,
): CapacityQuestion {
  const { service, group, reading } = question;
  const { chosen, perPerson } = supplyAtHand(facilities, service, capacity);
  const { order, kernel } = capacity;
  return { service, group, limit: limitOf(question), reading, supply: chosen.id, perPerson, order, kernel };
}

export function fairnessQuestion(
  question: CoverageQuestion,
  facilities: Overview['facilities'],
  session: Pick<SessionState, 'capacity' | 'fairnessValue'>,
): FairnessQuestion {
  const { perPerson: _perPerson, order: _order, ...asked } = capacityQuestion(question, facilities, session);
  return { ...asked, value: session.fairnessValue };
}

/** The future is asked about the service's own ages: single years make them up whatever the bands of the file. */
export function futureQuestion(
  service: string,
  facilities: Overview['facilities'],
  { capacity, level }: Pick<SessionState, 'capacity' | 'level'>,
): FutureQuestion {
  const { chosen, perPerson } = supplyAtHand(facilities, service, capacity);
  return { service, group: serviceOf(service).group, level: level ?? 'all', supply: chosen.id, perPerson };
}
