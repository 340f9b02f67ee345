import type { PreFlightWarning } from '../../contracts/pre-flight.ts';

/** What a dry run found, counted. */
export interface DryRunFacts {
  readonly learners: number;
  /** Of them, those who were tried. */
  readonly tried: number;
  /** Of these, those who are in no group: of those that hand in, of those that review. */
  readonly noGroup: number;
  readonly noReviewGroup: number;
  /** Reviews, or comparisons, that each is to write, and that each work is to get at least. */
  readonly wanted: number;
  readonly least: number;
  readonly isRolling: boolean;
  readonly isComparing: boolean;
  readonly works: number;
  /** As many reviews, or comparisons, as anybody could write of them. */
  readonly possible: number;
  readonly late: number;
  /** Reviewers of each work, written reviews of each work, what each who reviews has to do. */
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
  const { learners, tried, noGroup, noReviewGroup, isComparing, works } = facts;
  const warnings: PreFlightWarning[] = [];
  if (tried < learners) warnings.push({ kind: 'part', tried, learners });
  if (noGroup > 0) warnings.push({ kind: 'noGroup', people: noGroup });
  if (noReviewGroup > 0) warnings.push({ kind: 'noReviewGroup', people: noReviewGroup });
  if (works < (isComparing ? 3 : 2))
    return [...warnings, { kind: isComparing ? 'tooFewToCompare' : 'tooFew', works }];
  return [...warnings, ...(isComparing ? comparedWarnings(facts) : reviewedWarnings(facts)), ...inAll(facts)];
}

const count = (numbers: readonly number[], isMeant: (one: number) => boolean): number =>
  numbers.filter(isMeant).length;

function reviewedWarnings(facts: DryRunFacts): PreFlightWarning[] {
  const { wanted, least, possible, isRolling, reviewers, received, tasks } = facts;
  const warnings: PreFlightWarning[] = [];
  if (possible < wanted) warnings.push({ kind: 'smallCourse', possible, wanted });
  const enough = Math.min(wanted, possible);
  const minimum = Math.min(least, possible);
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
  return warnings;
}

function comparedWarnings({ wanted, possible, received, tasks }: DryRunFacts): PreFlightWarning[] {
  const warnings: PreFlightWarning[] = [];
  if (possible < wanted) warnings.push({ kind: 'smallToCompare', possible, wanted });
  const enough = Math.min(wanted, possible);
  const few = count(received, (got) => got < enough);
  if (few > 0) warnings.push({ kind: 'fewComparisons', works: few, wanted: enough });
  const idle = count(tasks, (own) => own < enough);
  if (idle > 0) warnings.push({ kind: 'fewPairs', people: idle, wanted: enough });
  return warnings;
}

function inAll({ wanted, late, isRolling, isComparing, tasks, off }: DryRunFacts): PreFlightWarning[] {
  const warnings: PreFlightWarning[] = [];
  const helpers = count(tasks, (own) => own > wanted);
  if (late > 0 && !isRolling) warnings.push({ kind: 'lateWorks', works: late, helpers });
  if (off !== null && off > OFF_LIMIT)
    warnings.push({ kind: isComparing ? 'uncertainCompared' : 'uncertain', off });
  return warnings;
}
