import type { ReviewersView } from '../../contracts/peer-review-pairs.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import { mustNotTogether } from './allocate-groups.domain.ts';
import { noteAdded } from './note-added.service.ts';
import { decideAddPair, decideRemovePair, leastGiven } from './pairs.domain.ts';
import { reviewersView } from './pairs.views.ts';
import {
  type AuthorGroup,
  authorsOf,
  type PeerReview,
  type ProgressRow,
  type Review,
  reviewersOf,
} from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isComparing, reviewsOpen } from './phases.domain.ts';
import { isApartFromWork } from './review-exclusions.domain.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import type { ReviewTogether } from './review-together.service.ts';
import { getPeerReview } from './settings.service.ts';
import type { TendQueueService } from './tend-queue.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const CANDIDATES_MAX = 1_000;

/** Staff give works to reviewers, and take them away, at any time (peer-review.md item 4). */
export function createPairsService(
  { submissions, reviews, progress }: Pick<PeerReviewStores, 'submissions' | 'reviews' | 'progress'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  tending: Pick<TendQueueService, 'refresh'>,
  exclusions: Pick<ReviewExclusionsService, 'findApartInCourse' | 'keepAway'>,
  together: Pick<ReviewTogether, 'groupsAmong'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** The work's side and the reviewer's, after a change: rows, notices and the queue of works follow. */
  async function tell(
    { scope, actor, requestId }: Caller,
    type: 'allocation.added' | 'allocation.returned',
    review: Review,
  ): Promise<void> {
    const { id, activityId, submissionId, authorId } = review;
    const reviewerIds = reviewersOf(review);
    const memberIds = [...authorsOf(review), ...reviewerIds];
    const by = { actor, requestId };
    if (type === 'allocation.added') {
      await noteAdded(activities, scope, { activityId, submissionId, reviewerIds, memberIds }, by);
    } else {
      const event = { type, data: { activityId, reviewIds: [id], memberIds } };
      await activities.updateState(scope, activityId, {}, {}, event, by);
    }
    await tending.refresh(scope, activityId, authorId);
    eventsWritten();
  }

  /** The group of this id, where groups review together; null: none. @throws AppError NOT_FOUND where it does not review */
  async function findGroup(scope: CourseScope, review: PeerReview, id: string): Promise<AuthorGroup | null> {
    const people = await progress.listPeople(scope, review.id);
    const groups = await together.groupsAmong(scope, review, people);
    const found = groups?.find((one) => one.id === id) ?? null;
    if (groups && !found) throw new AppError('NOT_FOUND', { kind: 'group' });
    return found;
  }

  /** From everybody whose work it is, so that it holds whoever of them hands in next. */
  async function keepAway(
    caller: Caller,
    activityId: string,
    reviewerId: string,
    work: Pick<Review, 'authorId' | 'group'>,
    isAway: boolean,
  ): Promise<void> {
    for (const authorId of authorsOf(work))
      await exclusions.keepAway(caller.scope, activityId, [reviewerId, authorId], isAway, caller);
  }

  /** Four reads at once, however large the course. @throws AppError NOT_FOUND */
  async function list({ scope }: Caller, activityId: string, memberId: string): Promise<ReviewersView> {
    const [review, around, people, apart] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      reviews.listAround(scope, activityId, memberId),
      progress.listPeople(scope, activityId),
      exclusions.findApartInCourse(scope),
    ]);
    const names = new Map(people.map((one) => [one.memberId, one.name]));
    const group = people.find((one) => one.memberId === memberId)?.group ?? undefined;
    const work = { authorId: memberId, ...(group && { group }) };
    const others = people.filter(
      (one) => one.memberId === memberId || !group?.memberIds.includes(one.memberId),
    );
    const groups = await together.groupsAmong(scope, review, people);
    const candidates = groups
      ? groups.filter((one) => !mustNotTogether(apart, one, work)).map((one) => asCandidate(one, people))
      : others.filter((one) => !isApartFromWork(apart, one.memberId, work));
    // Works that are compared are given out in pairs.
    const change = reviewsOpen(review, clock.now()) && !isComparing(review);
    const ofWork = around.filter((one) => authorsOf(one).includes(memberId));
    const reviewed = new Set(around.flatMap(authorsOf));
    return reviewersView(memberId, ofWork, reviewed, leastGiven(candidates, CANDIDATES_MAX), names, {
      change,
    });
  }

  return {
    list,

    /** @throws AppError NOT_FOUND, MEMBER_NOT_LEARNING, REVIEWERS_APART, REVIEWS_CLOSED */
    async add(caller: Caller, activityId: string, memberId: string, reviewerId: string) {
      const { scope } = caller;
      const [unchanged, changes, work, ofWork, own, [member], apart] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        activities.findChanges(scope, activityId, [reviewerId]),
        submissions.findByAuthor(scope, activityId, memberId),
        reviews.listByAuthor(scope, activityId, memberId),
        reviews.listByReviewer(scope, activityId, reviewerId),
        course.findMembers(scope, [reviewerId]),
        exclusions.findApartInCourse(scope),
      ]);
      const group = await findGroup(scope, unchanged, reviewerId);
      if (!member && !group) throw new AppError('NOT_FOUND', { kind: 'member' });
      const peerReview = withChangesOf(unchanged, changes, reviewerId);
      const isLearner = group !== null || (member !== undefined && countsAsLearner(member));
      const snapshot = { peerReview, work, reviewerId, isLearner, ofWork, own };
      const ofWhom = work ?? { authorId: memberId };
      const mustNot = group
        ? mustNotTogether(apart, group, ofWhom)
        : isApartFromWork(apart, reviewerId, ofWhom);
      const decision = decideAddPair({ ...snapshot, isApart: mustNot }, clock.now());
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'add') {
        const added = { ...decision.review, ...(group && { reviewers: group }) };
        await keepAway(caller, activityId, reviewerId, added, false);
        await reviews.insertMissing([added]);
        await tell(caller, 'allocation.added', added);
      }
      return list(caller, activityId, memberId);
    },

    /** @throws AppError NOT_FOUND, REVIEW_BEGUN */
    async remove(caller: Caller, activityId: string, memberId: string, reviewerId: string) {
      const { scope } = caller;
      const found = await reviews.listByAuthor(scope, activityId, memberId);
      const review = found.find((one) => one.reviewerId === reviewerId) ?? null;
      const decision = decideRemovePair(review);
      if (decision === 'begun') throw new AppError('REVIEW_BEGUN');
      if (decision === 'remove' && review) {
        // First: whoever fills the gap must not give it to the same person again.
        await keepAway(caller, activityId, reviewerId, review, true);
        // It may have begun at this very moment.
        if (!(await reviews.removeUnbegun(scope, review.id))) {
          await keepAway(caller, activityId, reviewerId, review, false);
          throw new AppError('REVIEW_BEGUN');
        }
        await tell(caller, 'allocation.returned', review);
      }
      return list(caller, activityId, memberId);
    },
  };
}

/** A group as somebody who could review: what it has to write, each of its members has. */
function asCandidate(
  { id, name, memberIds }: AuthorGroup,
  people: readonly Pick<ProgressRow, 'memberId' | 'given'>[],
): Pick<ProgressRow, 'memberId' | 'name' | 'given'> {
  const of = people
    .filter(({ memberId }) => memberIds.includes(memberId))
    .reduce((most, { given }) => Math.max(most, given.of), 0);
  return { memberId: id, name, given: { done: 0, of } };
}
