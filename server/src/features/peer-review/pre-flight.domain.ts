import type { PreFlightShares } from '../../contracts/pre-flight.ts';
import { type Random, seededRandom, shuffle } from '../../core/random.ts';
import { allocateLate } from './allocate-late.domain.ts';
import { allocateInPools } from './allocate-reviews.domain.ts';
import type { Review, Submission } from './peer-review.domain.ts';
import { type Apart, isApart } from './review-exclusions.domain.ts';
import { outsideTopic, poolsBySection, type Topics, withinSection } from './review-pools.domain.ts';

/** Who takes part in a dry run, and by what rules works are given out. */
export interface DryRunCourse {
  readonly courseId: string;
  readonly activityId: string;
  readonly learnerIds: readonly string[];
  readonly perReviewer: number;
  readonly isRolling: boolean;
  /** Ids of sections by learner, where people review within them. */
  readonly sectionsOf: Topics | null;
  /** Topics by learner, where people review works of other topics. */
  readonly topicsOf: Topics | null;
  readonly apart: Apart;
}

export interface DryRun {
  /** In time, late, or without a work; by learner. */
  readonly partOf: ReadonlyMap<string, 'inTime' | 'late' | 'missing'>;
  /** Those who write none of their reviews. */
  readonly idle: ReadonlySet<string>;
  readonly reviews: readonly Review[];
}

const MIDNIGHT = new Date(0);

/**
 * What an allocation makes of a course in which some hand nothing in, some late, and some write no reviews; drawn by lot,
 * allocated by the rules that the real one goes by.
 */
export function dryRun(course: DryRunCourse, shares: PreFlightShares, seed: string): DryRun {
  const random = seededRandom(seed);
  const order = shuffle([...course.learnerIds], random);
  const missing = partOfAll(order.length, shares.missing);
  const handingIn = order.slice(missing);
  const late = handingIn.slice(0, partOfAll(handingIn.length, shares.late));
  const inTime = handingIn.slice(late.length);
  // Drawn anew: who is late is no more idle than others.
  const idle = shuffle([...handingIn], random).slice(0, partOfAll(handingIn.length, shares.idle));
  const partOf = new Map<string, 'inTime' | 'late' | 'missing'>([
    ...order.slice(0, missing).map((id) => [id, 'missing'] as const),
    ...late.map((id) => [id, 'late'] as const),
    ...inTime.map((id) => [id, 'inTime'] as const),
  ]);
  const works = handingIn.map((authorId) => workOf(course, authorId));
  const reviews = course.isRolling
    ? takeInTurns(course, works, new Set(idle), random)
    : allocateAll(course, works, new Set(late), seed);
  return { partOf, idle: new Set(idle), reviews };
}

const partOfAll = (count: number, percent: number): number => Math.round((count * percent) / 100);

const workOf = ({ courseId, activityId }: DryRunCourse, authorId: string): Submission => ({
  id: `w-${authorId}`,
  courseId,
  activityId,
  authorId,
  testUser: false,
  version: 1,
  submittedAt: MIDNIGHT,
});

/** All at once, then the late works one after the other. */
function allocateAll(
  course: DryRunCourse,
  works: readonly Submission[],
  late: ReadonlySet<string>,
  seed: string,
): Review[] {
  const { perReviewer, sectionsOf, topicsOf, apart } = course;
  const present = works.filter(({ authorId }) => !late.has(authorId));
  const authors = present.map((work) => ({ id: work.authorId, person: work }));
  const pools = sectionsOf
    ? poolsBySection(authors, sectionsOf, perReviewer).pools.map(({ people }) => people)
    : [present];
  const reviews = allocateInPools(pools, perReviewer, seed, apart, topicsOf).reviews;
  const there = [...present];
  for (const work of works.filter(({ authorId }) => late.has(authorId))) {
    const others = there.filter(({ authorId }) => !isApart(apart, work.authorId, authorId));
    const near = nearOf(course, others, work.authorId);
    const labels = labelsOf(reviews);
    const snapshot = {
      work,
      others: near,
      ...labels,
      ofWork: [],
      lost: 0,
      toAuthor: [],
      mayReview: () => true,
    };
    reviews.push(...allocateLate(snapshot, perReviewer, seed));
    there.push(work);
  }
  return reviews;
}

function nearOf(
  { perReviewer, sectionsOf, topicsOf }: DryRunCourse,
  others: readonly Submission[],
  authorId: string,
): readonly Submission[] {
  if (topicsOf) return outsideTopic(others, topicsOf, authorId, perReviewer);
  return sectionsOf ? withinSection(others, sectionsOf, authorId, perReviewer) : others;
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

/** One work at a time: everybody in turn takes the one with the fewest reviews; who writes none takes none. */
function takeInTurns(
  { perReviewer, sectionsOf, topicsOf, apart }: DryRunCourse,
  works: readonly Submission[],
  idle: ReadonlySet<string>,
  random: Random,
): Review[] {
  const groupsOf = topicsOf ?? sectionsOf;
  const groupOf = (id: string): string => [...(groupsOf?.get(id) ?? [])].sort()[0] ?? '';
  const mayTake = (group: string, other: string): boolean =>
    group === '' || other === '' || (group === other) === (topicsOf === null);
  const taken = new Map<string, Review[]>(works.map(({ id }) => [id, []]));
  const own = new Map<string, Set<string>>();
  for (let round = 0; round < perReviewer; round++) {
    for (const { authorId: reviewerId } of shuffle([...works], random)) {
      if (idle.has(reviewerId)) continue;
      const done = own.get(reviewerId) ?? new Set();
      let best: Submission | null = null;
      let fewest = Infinity;
      for (const work of works) {
        const count = taken.get(work.id)?.length ?? 0;
        if (count >= fewest || work.authorId === reviewerId || done.has(work.id)) continue;
        if (isApart(apart, reviewerId, work.authorId)) continue;
        if (!mayTake(groupOf(reviewerId), groupOf(work.authorId))) continue;
        best = work;
        fewest = count;
      }
      if (!best) continue;
      own.set(reviewerId, done.add(best.id));
      taken.get(best.id)?.push(taking(best, reviewerId));
    }
  }
  return [...taken.values()].flat();
}

const taking = (work: Submission, reviewerId: string): Review => ({
  id: `${work.id}-${reviewerId}`,
  courseId: work.courseId,
  activityId: work.activityId,
  submissionId: work.id,
  submissionVersion: work.version,
  authorId: work.authorId,
  reviewerId,
  workLabel: '',
  reviewerLabel: '',
  extra: false,
  state: 'toDo',
  version: 0,
  points: null,
  maximum: null,
});
