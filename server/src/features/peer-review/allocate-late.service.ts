import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import type { ActivityService, By } from '../activity/index.ts';
import { allocateLate, type LateSnapshot } from './allocate-late.domain.ts';
import type { DrawComparisonsService } from './draw-comparisons.service.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import { noteAdded } from './note-added.service.ts';
import { authorsOf, type PeerReview, type Review, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isComparing, isRolling, reviewsOpen } from './phases.domain.ts';
import { peerReviewOf } from './settings.service.ts';
import { type Apart, isApartFromWork } from './review-exclusions.domain.ts';
import { everywhere, mustNotFar, type Nearness } from './review-nearness.domain.ts';
import type { ReviewPools } from './review-pools.service.ts';
import type { ReviewTogether } from './review-together.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const RETRY_MS = 1_000;
const BY: By = { actor: { kind: 'system', job: 'peer-review.allocate-late' }, requestId: null };

export type AllocateLateService = ReturnType<typeof createAllocateLateService>;

/** Brings works that came after the allocation to reviewers, and their authors works to review. */
export function createAllocateLateService(
  { submissions, reviews }: Pick<PeerReviewStores, 'submissions' | 'reviews'>,
  activities: ActivityService,
  clock: Clock,
  eventsWritten: () => void,
  learnerWorks: Pick<LearnerWorks, 'findFormerLearners' | 'dropUnbegun'>,
  pools: Pick<ReviewPools, 'near' | 'apart' | 'nearness'>,
  drawing: Pick<DrawComparisonsService, 'tend'>,
  together: Pick<ReviewTogether, 'tend'>,
) {
  async function allocateOne(
    scope: CourseScope,
    review: PeerReview,
    seed: string,
    work: Submission,
    others: readonly Submission[],
    more: Pick<LateSnapshot, 'mayReview' | 'reviewersOf' | 'perWork' | 'mustNot'>,
    isLost: (one: Lost) => boolean,
  ): Promise<void> {
    const [loads, ofWork, toAuthor] = await Promise.all([
      reviews.listLabels(scope, review.id),
      reviews.listByAuthor(scope, review.id, work.authorId),
      reviews.listByReviewers(scope, review.id, authorsOf(work)),
    ]);
    const lost = ofWork.filter(isLost).length;
    const made = allocateLate(
      { work, others, ...loads, ofWork, lost, toAuthor, ...more },
      review.settings.reviewsPerLearner,
      seed,
    );
    if (made.length === 0) return;
    await reviews.insertMissing(made);
    const reviewerIds = made.filter(({ extra }) => extra).map(({ reviewerId }) => reviewerId);
    const authorIds = made.flatMap(authorsOf);
    const newReviewers = [...new Set(made.filter(({ extra }) => !extra).map(({ reviewerId }) => reviewerId))];
    // The same number for each of those who share the work, apart from who cannot review any more.
    const ofOne = made.filter(({ reviewerId, extra }) => !extra && reviewerId === newReviewers[0]);
    await noteAdded(
      activities,
      scope,
      {
        activityId: review.id,
        submissionId: work.id,
        reviewerIds,
        memberIds: [...new Set([...reviewerIds, ...authorIds, ...authorsOf(work)])],
        late: { authorIds: newReviewers, works: ofOne.length },
      },
      BY,
    );
    eventsWritten();
  }

  /** What nobody has begun between people who must not review each other is taken from them, while it can be replaced. */
  async function dropApart<One extends Given>(
    scope: CourseScope,
    activityId: string,
    states: readonly One[],
    apart: Apart,
    mayReview: (memberId: string) => boolean,
  ): Promise<One[]> {
    const dropped: One[] = [];
    for (const one of states)
      if (
        one.state === 'toDo' &&
        isApartFromWork(apart, one.reviewerId, one) &&
        mayReview(one.reviewerId) &&
        (await reviews.removeUnbegun(scope, one.id))
      )
        dropped.push(one);
    if (dropped.length === 0) return dropped;
    const memberIds = [...new Set(dropped.flatMap((one) => [...authorsOf(one), one.reviewerId]))];
    const data = { activityId, reviewIds: dropped.map(({ id }) => id), memberIds };
    await activities.updateState(scope, activityId, {}, {}, { type: 'allocation.returned', data }, BY);
    eventsWritten();
    return dropped;
  }

  /**
   * Works that came late, or have fewer reviewers than the others because some have left, or must not review them; and
   * those whose authors have too little to review because of people whom they must not review.
   */
  async function worksInNeed(
    scope: CourseScope,
    review: PeerReview,
    requestedAt: Date,
    works: readonly Submission[],
    former: ReadonlySet<string>,
    { apart, perWork, mayReview, reviewersOf }: Needed,
  ): Promise<Submission[]> {
    const states = await reviews.listStates(scope, review.id);
    const gone = await learnerWorks.dropUnbegun(scope, states, former);
    const dropped = new Set([...gone, ...(await dropApart(scope, review.id, states, apart, mayReview))]);
    const present = states.filter((one) => !dropped.has(one));
    const isLost = isLostWith(former);
    const lasting = groupBy(
      present.filter((one) => !isLost(one)),
      ({ submissionId }) => submissionId,
    );
    const people = works.flatMap(reviewersOf);
    const wantedOf = (work: Submission): number =>
      Math.min(perWork(work), people.length - reviewersOf(work).length);
    const tasks = groupBy(present, ({ reviewerId }) => reviewerId);
    const each = Math.min(review.settings.reviewsPerLearner, works.length - 1);
    const lacksTasks = (id: string): boolean => apart.has(id) && (tasks.get(id)?.length ?? 0) < each;
    return works
      .filter(
        (work) =>
          work.submittedAt > requestedAt ||
          (lasting.get(work.id)?.length ?? 0) < wantedOf(work) ||
          reviewersOf(work).some(lacksTasks),
      )
      .sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  }

  return {
    /**
     * Allocates whatever came in after the allocation of an activity, and what has too few reviews since reviewers have
     * left. Repeating it adds nothing.
     *
     * @returns when to try again while the allocation itself is at work; else null.
     */
    async allocateLate(scope: CourseScope, activityId: string): Promise<Date | null> {
      const activity = await activities.find(scope, activityId);
      if (!activity?.allocation) return null;
      const review = peerReviewOf(activity);
      if (isRolling(review)) return null;
      const { seed, requestedAt, doneAt } = activity.allocation;
      if (!doneAt) return new Date(clock.now().getTime() + RETRY_MS);
      if (isComparing(review)) {
        await drawing.tend(scope, review, activity.allocation);
        return null;
      }
      const now = clock.now();
      const all = await submissions.listUntil(scope, activityId, now);
      const authorIds = all.flatMap(authorsOf);
      const former = new Set(await learnerWorks.findFormerLearners(scope, authorIds));
      const reviewersOf = (work: Author) => authorsOf(work).filter((id) => !former.has(id));
      const works = all.filter((work) => reviewersOf(work).length > 0);
      const { allocation } = activity;
      if (await together.tend(scope, review, allocation, works)) return null;
      const { reviewsPerLearner } = review.settings;
      const [changed, apart, near, nearness] = await Promise.all([
        activities.findChanges(scope, activityId, authorIds),
        pools.apart(scope, activityId),
        pools.near(scope, activityId, allocation, reviewsPerLearner),
        works.some(({ group }) => group)
          ? pools.nearness(scope, allocation, null, works, reviewersOf, reviewsPerLearner)
          : everywhere(works, reviewersOf, reviewsPerLearner),
      ]);
      const { perWork } = nearness;
      const mayReview = (memberId: string): boolean =>
        reviewsOpen(withChangesOf(review, changed, memberId), now);
      const needed = { apart, perWork, mayReview, reviewersOf };
      const inNeed = await worksInNeed(scope, review, requestedAt, works, former, needed);
      const mayNot = (id: string, work: Submission) => isApartFromWork(apart, id, work);
      const mustNot = mustNotFar(works, nearness, mayNot);
      for (const work of inNeed) {
        const more = { mayReview, reviewersOf, perWork: perWork(work), mustNot };
        await allocateOne(scope, review, seed, work, near(work, works), more, isLostWith(former));
      }
      return null;
    },
  };
}

/** By what is to be known which works are in need. */
interface Needed
  extends Required<Pick<LateSnapshot, 'mayReview' | 'reviewersOf'>>, Pick<Nearness, 'perWork'> {
  readonly apart: Apart;
}

type Author = Pick<Submission, 'authorId' | 'group'>;

type Lost = Pick<Review, 'state' | 'reviewerId'>;
type Given = Pick<Review, 'id' | 'state' | 'authorId' | 'group' | 'reviewerId'>;

/** What somebody who has left has begun is kept, and will not be finished. */
const isLostWith =
  (former: ReadonlySet<string>) =>
  ({ state, reviewerId }: Lost): boolean =>
    state !== 'submitted' && former.has(reviewerId);
