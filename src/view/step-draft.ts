import type { Stage } from '../core/project/views.ts';

/** What a draft is made from. */
export interface DraftFacts {
  service: string | undefined;
  hasNetwork: boolean;
  /** Services that are open somewhere: a circle wants at least three. */
  openServices: number;
  /** Of every standard that was judged: how many people its shortfalls concern, 0 where there is none. */
  standards: { id: string; peopleConcerned: number }[];
  hasCapacities: boolean;
}

/** A step to be drafted: what it shows, by what differs from the screen of now. */
export interface DraftStep {
  id: string;
  stage: Stage;
  step: 'coverage' | 'shortfall';
  subject?: 'circle';
  reading?: 'network';
  cellMode?: 'choice';
  shortfallSubject?: 'standards' | 'capacity' | 'fairness';
  standardId?: string;
}

/**
 * How it is, then what is missing: the service that is looked at, its choice, the circle of all; then the standards, the one
 * whose shortfalls concern the most people, places, and how unequally. Plans and their effects are for the user to keep:
 * nobody can guess them.
 */
export function draftSteps(facts: DraftFacts): DraftStep[] {
  const steps: DraftStep[] = [];
  const reading = facts.hasNetwork ? { reading: 'network' as const } : {};
  if (facts.service) {
    steps.push({ id: 'coverage', stage: 'present', step: 'coverage', ...reading });
    steps.push({ id: 'choice', stage: 'present', step: 'coverage', cellMode: 'choice', ...reading });
  }
  if (facts.openServices >= 3)
    steps.push({ id: 'circle', stage: 'present', step: 'coverage', subject: 'circle' });
  const short = facts.standards.filter((one) => one.peopleConcerned > 0);
  if (facts.standards.length > 0)
    steps.push({ id: 'standards', stage: 'gap', step: 'shortfall', shortfallSubject: 'standards' });
  const worst = short.reduce<(typeof short)[number] | undefined>(
    (most, one) => (most && most.peopleConcerned >= one.peopleConcerned ? most : one),
    undefined,
  );
  if (worst)
    steps.push({
      id: 'worst',
      stage: 'gap',
      step: 'shortfall',
      shortfallSubject: 'standards',
      standardId: worst.id,
    });
  if (facts.service && facts.hasCapacities)
    steps.push({ id: 'capacity', stage: 'gap', step: 'shortfall', shortfallSubject: 'capacity' });
  if (facts.service)
    steps.push({ id: 'fairness', stage: 'gap', step: 'shortfall', shortfallSubject: 'fairness' });
  return steps;
}
