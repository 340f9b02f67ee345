import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { seededRandom } from '../../core/random.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import type { Comparison } from './comparison.domain.ts';
import { comparersView } from './comparisons.views.ts';
import { decideGiveComparison, decideTakeComparison } from './give-comparison.domain.ts';
import { noteAdded } from './note-added.service.ts';
import { leastGiven } from './pairs.domain.ts';
import { authorsOf, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { isApartFromWork } from './review-exclusions.domain.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import { getPeerReview } from './settings.service.ts';
import { withChangesOf } from './timeline.domain.ts';

const CANDIDATES_MAX = 1_000;

/** Which comparison it was about, and whether anything is different now. */
interface Changed {
  readonly comparisonId: string;
  readonly changed: boolean;
}

export type GiveComparisonsService = ReturnType<typeof createGiveComparisonsService>;

/** Staff give pairs of works to reviewers, and take them away, at any time (peer-review.md items 4 and 6). */
export function createGiveComparisonsService(
  { submissions, comparisons, progress }: Pick<PeerReviewStores, 'submissions' | 'comparisons' | 'progress'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  exclusions: Pick<ReviewExclusionsService, 'findApartInCourse' | 'keepAway'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  async function tellGiven(caller: Caller, { id, activityId, reviewerId, authorIds }: Comparison) {
    const { scope, actor, requestId } = caller;
    const memberIds = [reviewerId, ...authorIds];
    const added = { activityId, submissionId: id, reviewerIds: [reviewerId], memberIds };
    await noteAdded(activities, scope, added, { actor, requestId });
    eventsWritten();
  }

  /** Reports may have kept them apart here: what staff give by hand is meant. */
  async function bringTogether(
    caller: Caller,
    activityId: string,
    reviewerId: string,
    works: readonly (Submission | null)[],
  ) {
    for (const authorId of works.flatMap((work) => (work ? authorsOf(work) : [])))
      await exclusions.keepAway(caller.scope, activityId, [reviewerId, authorId], false, caller);
  }

  return {
    /** Three reads at once, however large the course. @throws AppError NOT_FOUND */
    async list({ scope }: Caller, activityId: string) {
      const [, people, handedIn] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        progress.listPeople(scope, activityId),
        submissions.listAll(scope, activityId),
      ]);
      const names = new Map(people.map(({ memberId, name }) => [memberId, name]));
      const works = handedIn.map((work) => ({ ...work, memberIds: authorsOf(work) }));
      return comparersView(works, leastGiven(people, CANDIDATES_MAX), names);
    },

    /**
     * @param works who handed in each
     * @throws AppError NOT_FOUND, MEMBER_NOT_LEARNING, REVIEWERS_APART, REVIEWS_CLOSED
     */
    async give(
      caller: Caller,
      activityId: string,
      reviewerId: string,
      [leftId, rightId]: readonly [string, string],
    ): Promise<Changed> {
      const { scope } = caller;
      const [unchanged, changes, left, right, around, [member], apart] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        activities.findChanges(scope, activityId, [reviewerId]),
        submissions.findByAuthor(scope, activityId, leftId),
        submissions.findByAuthor(scope, activityId, rightId),
        comparisons.listAround(scope, activityId, reviewerId, [leftId, rightId]),
        course.findMembers(scope, [reviewerId]),
        exclusions.findApartInCourse(scope),
      ]);
      if (!member) throw new AppError('NOT_FOUND', { kind: 'member' });
      const decision = decideGiveComparison(
        {
          peerReview: withChangesOf(unchanged, changes, reviewerId),
          left,
          right,
          reviewerId,
          isLearner: countsAsLearner(member),
          isApart: [left, right].some((work) => work && isApartFromWork(apart, reviewerId, work)),
          around,
        },
        clock.now(),
        seededRandom(`${reviewerId}/${leftId}/${rightId}`),
      );
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      const { comparison } = decision;
      if (decision.type !== 'unchanged') {
        await bringTogether(caller, activityId, reviewerId, [left, right]);
        await comparisons.insertMissing([comparison]);
        await comparisons.setTakenAway(scope, comparison.id, false);
        await tellGiven(caller, comparison);
      }
      return { comparisonId: comparison.id, changed: decision.type !== 'unchanged' };
    },

    /** @throws AppError NOT_FOUND, REVIEW_BEGUN */
    async take(
      { scope, actor, requestId }: Caller,
      activityId: string,
      comparisonId: string,
    ): Promise<Changed> {
      const [, found] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        comparisons.findMany(scope, [comparisonId]),
      ]);
      const comparison = found.find((one) => one.activityId === activityId) ?? null;
      const decision = decideTakeComparison(comparison);
      if (decision === 'begun') throw new AppError('REVIEW_BEGUN');
      if (decision === 'take' && comparison) {
        // It may have begun at this very moment.
        if (!(await comparisons.setTakenAway(scope, comparisonId, true))) throw new AppError('REVIEW_BEGUN');
        const memberIds = [comparison.reviewerId, ...comparison.authorIds];
        const data = { activityId, reviewIds: [comparisonId], memberIds };
        await activities.updateState(
          scope,
          activityId,
          {},
          {},
          { type: 'allocation.returned', data },
          {
            actor,
            requestId,
          },
        );
        eventsWritten();
      }
      return { comparisonId, changed: decision === 'take' };
    },
  };
}
