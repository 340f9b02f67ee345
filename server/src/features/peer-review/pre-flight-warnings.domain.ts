import type { PreFlightWarning } from '../../contracts/pre-flight.ts';

/** What a dry run found, counted. */
export interface DryRunFacts {
  readonly learners: number;
  /** Of them, those who were tried. */
  readonly tried: number;
  /** Reviews that each is to write, and that each work is to get at least. */
  readonly wanted: number;
  readonly least: number;
  readonly isRolling: boolean;
  readonly works: number;
  readonly late: number;
  /** Reviewers of each work, written reviews of each work, works that each author has to review. */
  readonly reviewers: readonly number[];
  readonly received: readonly number[];
  readonly tasks: readonly number[];
  /** By how many percentage points grades are off on average; null where there is none. */
  readonly off: number | null;
}

/** Grades that are off by more than this on average are worth a thought. */
const OFF_LIMIT = 8;

/** What an instructor should know before publishing, what weighs most first. */
export function warningsOf(facts: DryRunFacts): PreFlightWarning[] {
  const { learners, tried, wanted, least, isRolling, works, late, reviewers, received, tasks, off } = facts;
  const warnings: PreFlightWarning[] = [];
  if (tried < learners) warnings.push({ kind: 'part', tried, learners });
  if (works < 2) return [...warnings, { kind: 'tooFew', works }];
  const possible = works - 1;
  if (possible < wanted) warnings.push({ kind: 'smallCourse', possible, wanted });
  const enough = Math.min(wanted, possible);
  const minimum = Math.min(least, possible);
  const count = (numbers: readonly number[], isMeant: (one: number) => boolean): number =>
    numbers.filter(isMeant).length;
  const none = count(received, (one) => one === 0);
  if (none > 0) warnings.push({ kind: 'noReview', works: none });
  const one = count(received, (got) => got === 1);
  if (one > 0 && minimum > 1) warnings.push({ kind: 'oneReview', works: one });
  const unwritten = count(received, (got) => got < minimum);
  if (unwritten > 0) warnings.push({ kind: 'unwritten', works: unwritten, wanted: minimum });
  // Where works are taken one at a time, nobody is allocated who does not write.
  const few = isRolling ? 0 : count(reviewers, (got) => got < enough);
  if (few > 0) warnings.push({ kind: 'fewReviewers', works: few, wanted: enough });
  const idle = isRolling ? 0 : count(tasks, (own) => own < enough);
  if (idle > 0) warnings.push({ kind: 'fewTasks', people: idle, wanted: enough });
  const helpers = count(tasks, (own) => own > wanted);
  if (late > 0 && !isRolling) warnings.push({ kind: 'lateWorks', works: late, helpers });
  if (off !== null && off > OFF_LIMIT) warnings.push({ kind: 'uncertain', off });
  return warnings;
}
