import type { PreFlightShares } from '../../contracts/pre-flight.ts';
import { seededRandom, shuffle } from '../../core/random.ts';
import { allocateGroupWorks, allocateTogether } from './allocate-groups.domain.ts';
import { allocateLate } from './allocate-late.domain.ts';
import { allocateInPools } from './allocate-reviews.domain.ts';
import { allocateTogetherLate, groupsThatReview } from './allocate-together.domain.ts';
import type { Comparison } from './comparison.domain.ts';
import { addComparisons, drawComparisons, worksToCompare } from './draw-comparisons.domain.ts';
import { type AuthorGroup, authorsOf, type Review, type Submission } from './peer-review.domain.ts';
import { takeInTurns } from './pre-flight-turns.domain.ts';
import { type Apart, isApart, isApartFromWork } from './review-exclusions.domain.ts';
import {
  everywhere,
  mustNotFar,
  type Nearness,
  nearnessOutside,
  nearnessWithin,
} from './review-nearness.domain.ts';
import { outsideTopic, poolsBySection, type Topics, withinSection } from './review-pools.domain.ts';

/** Who takes part in a dry run, and by what rules works are given out. */
export interface DryRunCourse {
  readonly courseId: string;
  readonly activityId: string;
  /** Who hands in one work each: learners, or groups with those who are in them. */
  readonly authors: readonly { readonly id: string; readonly group?: AuthorGroup }[];
  /** Groups that review, where they do. */
  readonly together: readonly AuthorGroup[] | null;
  readonly perReviewer: number;
  readonly isRolling: boolean;
  readonly isComparing: boolean;
  /** Ids of sections by learner, where people review within them. */
  readonly sectionsOf: Topics | null;
  /** Topics by learner, where people review works of other topics. */
  readonly topicsOf: Topics | null;
  readonly apart: Apart;
}

export interface DryRun {
  /** In time, late, or without a work; by learner or group. */
  readonly partOf: ReadonlyMap<string, 'inTime' | 'late' | 'missing'>;
  /** What is handed in, by who does. */
  readonly works: ReadonlyMap<string, Submission>;
  /** Who reviews: learners, or groups. */
  readonly reviewers: ReadonlySet<string>;
  /** Those of them who write none of their reviews. */
  readonly idle: ReadonlySet<string>;
  readonly reviews: readonly Review[];
  /** Where works are compared. */
  readonly comparisons: readonly Comparison[];
}

const MIDNIGHT = new Date(0);

/**
 * What an allocation makes of a course in which some hand nothing in, some late, and some write no reviews; drawn by lot,
 * allocated by the rules that the real one goes by.
 */
export function dryRun(course: DryRunCourse, shares: PreFlightShares, seed: string): DryRun {
  const random = seededRandom(seed);
  const order = shuffle([...course.authors], random);
  const missing = partOfAll(order.length, shares.missing);
  const handingIn = order.slice(missing);
  const late = handingIn.slice(0, partOfAll(handingIn.length, shares.late));
  const inTime = handingIn.slice(late.length);
  const works = new Map(handingIn.map((author) => [author.id, workOf(course, author)]));
  const reviewers = reviewersIn(course, [...works.values()]);
  // Drawn anew: who is late is no more idle than others.
  const idle = new Set(shuffle([...reviewers], random).slice(0, partOfAll(reviewers.length, shares.idle)));
  const partOf = new Map<string, 'inTime' | 'late' | 'missing'>([
    ...order.slice(0, missing).map(({ id }) => [id, 'missing'] as const),
    ...late.map(({ id }) => [id, 'late'] as const),
    ...inTime.map(({ id }) => [id, 'inTime'] as const),
  ]);
  const worksOf = (some: typeof order) => some.flatMap(({ id }) => works.get(id) ?? []);
  const [present, later] = [worksOf(inTime), worksOf(late)];
  const found = { partOf, works, reviewers: new Set(reviewers), idle, reviews: [], comparisons: [] };
  if (course.isComparing) return { ...found, comparisons: compareAll(course, present, later, seed) };
  if (course.isRolling) return { ...found, reviews: takeInTurns(course, [...works.values()], idle, random) };
  return { ...found, reviews: allocateAll(course, present, later, seed) };
}

const partOfAll = (count: number, percent: number): number => Math.round((count * percent) / 100);

const workOf = (
  { courseId, activityId }: DryRunCourse,
  { id, group }: DryRunCourse['authors'][number],
): Submission => ({
  id: `w-${id}`,
  courseId,
  activityId,
  authorId: group?.memberIds[0] ?? id,
  ...(group && { group }),
  testUser: false,
  version: 1,
  submittedAt: MIDNIGHT,
});

/** The groups that review once some works are there: those in which somebody has a part in one. */
function groupsIn(together: readonly AuthorGroup[], works: readonly Submission[]): AuthorGroup[] {
  const places = new Map<string, string[]>();
  for (const { id, memberIds } of together)
    for (const memberId of memberIds) places.set(memberId, [...(places.get(memberId) ?? []), id]);
  const names = new Map(together.map(({ id, name }) => [id, name]));
  return groupsThatReview(places, names, works.flatMap(authorsOf));
}

const reviewersIn = ({ together }: DryRunCourse, works: readonly Submission[]): string[] =>
  together ? groupsIn(together, works).map(({ id }) => id) : works.flatMap(authorsOf);

/** All at once, then the late works. */
function compareAll(
  course: DryRunCourse,
  present: readonly Submission[],
  later: readonly Submission[],
  seed: string,
): Comparison[] {
  const { perReviewer, apart } = course;
  const nearnessAmong = (works: readonly Submission[]) =>
    course.sectionsOf || course.topicsOf
      ? nearnessOf({ ...course, perReviewer: worksToCompare(perReviewer) }, works, null)
      : null;
  const drawing = { apart, reviewersOf: authorsOf };
  const { comparisons } = drawComparisons(present, perReviewer, seed, {
    ...drawing,
    nearness: nearnessAmong(present),
  });
  if (later.length === 0) return comparisons;
  const works = [...present, ...later];
  const everybody = { lasts: () => true, mayReview: () => true, taken: [] };
  const snapshot = { works, comparisons, ...drawing, nearness: nearnessAmong(works), ...everybody };
  return [...comparisons, ...addComparisons(snapshot, perReviewer, seed)];
}

function allocateAll(
  course: DryRunCourse,
  present: readonly Submission[],
  later: readonly Submission[],
  seed: string,
): Review[] {
  if (course.together) return allocateToGroups(course, course.together, present, later, seed);
  return course.authors.some(({ group }) => group)
    ? allocateOfGroups(course, present, later, seed)
    : allocateOfLearners(course, present, later, seed);
}

/** All at once, then the late works one after the other. */
function allocateOfLearners(
  course: DryRunCourse,
  present: readonly Submission[],
  later: readonly Submission[],
  seed: string,
): Review[] {
  const { perReviewer, sectionsOf, topicsOf, apart } = course;
  const authors = present.map((work) => ({ id: work.authorId, person: work }));
  const pools = sectionsOf
    ? poolsBySection(authors, sectionsOf, perReviewer).pools.map(({ people }) => people)
    : [present];
  const reviews = allocateInPools(pools, perReviewer, seed, apart, topicsOf).reviews;
  const there = [...present];
  for (const work of later) {
    const others = there.filter(({ authorId }) => !isApart(apart, work.authorId, authorId));
    const near = nearOf(course, others, work.authorId);
    reviews.push(...allocateLate(lateSnapshot(work, near, reviews), perReviewer, seed));
    there.push(work);
  }
  return reviews;
}

const lateSnapshot = (work: Submission, others: readonly Submission[], reviews: readonly Review[]) => ({
  work,
  others,
  ...labelsOf(reviews),
  ofWork: [],
  lost: 0,
  toAuthor: [],
  mayReview: () => true,
});

function nearOf(
  { perReviewer, sectionsOf, topicsOf }: DryRunCourse,
  others: readonly Submission[],
  authorId: string,
): readonly Submission[] {
  if (topicsOf) return outsideTopic(others, topicsOf, authorId, perReviewer);
  return sectionsOf ? withinSection(others, sectionsOf, authorId, perReviewer) : others;
}

function nearnessOf(
  { sectionsOf, topicsOf, perReviewer }: DryRunCourse,
  works: readonly Submission[],
  together: readonly AuthorGroup[] | null,
): Nearness {
  if (topicsOf) return nearnessOutside(works, topicsOf, authorsOf, perReviewer);
  if (sectionsOf) return nearnessWithin(works, sectionsOf, authorsOf, perReviewer, together);
  return everywhere(works, authorsOf, perReviewer);
}

/** Works of groups, whose members review one by one. */
function allocateOfGroups(
  course: DryRunCourse,
  present: readonly Submission[],
  later: readonly Submission[],
  seed: string,
): Review[] {
  const { perReviewer, apart } = course;
  const { choose } = nearnessOf(course, present, null);
  const { reviews } = allocateGroupWorks(present, authorsOf, perReviewer, seed, apart, choose);
  const there = [...present];
  for (const work of later) {
    there.push(work);
    const nearness = nearnessOf(course, there, null);
    const mustNot = mustNotFar(there, nearness, (id, one) => isApartFromWork(apart, id, one));
    const snapshot = {
      ...lateSnapshot(work, there, reviews),
      mustNot,
      perWork: nearness.perWork(work),
    };
    reviews.push(...allocateLate(snapshot, perReviewer, seed));
  }
  return reviews;
}

/** Works that groups review together. */
function allocateToGroups(
  course: DryRunCourse,
  together: readonly AuthorGroup[],
  present: readonly Submission[],
  later: readonly Submission[],
  seed: string,
): Review[] {
  const { perReviewer, apart } = course;
  const first = groupsIn(together, present);
  const { choose } = nearnessOf(course, present, first);
  const { reviews } = allocateTogether(present, first, perReviewer, seed, apart, choose);
  const there = [...present];
  for (const work of later) {
    there.push(work);
    const groups = groupsIn(together, there);
    const near = nearnessOf(course, there, groups);
    const snapshot = { works: there, groups, given: reviews, ...labelsOf(reviews), apart, ...near };
    reviews.push(...allocateTogetherLate({ ...snapshot, mayReview: () => true }, perReviewer, seed));
  }
  return reviews;
}

function labelsOf(reviews: readonly Review[]) {
  const givenBy = new Map<string, string[]>();
  const receivedBy = new Map<string, string[]>();
  const note = (labels: Map<string, string[]>, key: string, label: string): void => {
    const known = labels.get(key);
    if (known) known.push(label);
    else labels.set(key, [label]);
  };
  for (const { reviewerId, submissionId, workLabel, reviewerLabel } of reviews) {
    note(givenBy, reviewerId, workLabel);
    note(receivedBy, submissionId, reviewerLabel);
  }
  return { givenBy, receivedBy };
}
