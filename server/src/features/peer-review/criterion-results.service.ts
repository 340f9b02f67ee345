import type { CriterionResultsView } from '../../contracts/criterion-results.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { asSet, countingCriteria, decideCriterion, type SetWork } from './criterion-results.domain.ts';
import { criterionResultsView } from './criterion-results.views.ts';
import type { PeerReview, Review } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { needFormer, rubricOf } from './rubric-versions.domain.ts';
import { listFormer } from './rubric-versions.service.ts';
import { getPeerReview } from './settings.service.ts';

export type CriterionResultsService = ReturnType<typeof createCriterionResultsService>;

/** Staff set what a criterion of a work gets, in the place of what its reviewers say (peer-review.md item 10). */
export function createCriterionResultsService(
  { submissions, reviews, rubrics, criterionResults }: PeerReviewStores,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Four round trips, two of them at once. @throws AppError NOT_FOUND */
  async function list(caller: Caller, activityId: string, memberId: string): Promise<CriterionResultsView> {
    const { scope } = caller;
    const [{ settings }, work] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      submissions.findByAuthor(scope, activityId, memberId),
    ]);
    // Those who share a work share what is set for it.
    const results = await criterionResults.listOf(scope, activityId, [work?.authorId ?? memberId]);
    const by = new Set(results.flatMap(({ decisions }) => decisions.map((decision) => decision.by)));
    const members = by.size === 0 ? [] : await course.findMembers(scope, [...by]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const criteria = countingCriteria(settings.criteria);
    return criterionResultsView(criteria, results, names, { change: caller.can('grade.override') });
  }

  return {
    list,

    /** @throws AppError NOT_FOUND, STALE_REVISION, RATING_OUT_OF_RANGE */
    async set(
      caller: Caller,
      activityId: string,
      memberId: string,
      criterionId: string,
      command: { points: number | null; reason: string; expectedRevision: number },
    ): Promise<CriterionResultsView> {
      const { scope, member } = caller;
      const [review, work] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        submissions.findByAuthor(scope, activityId, memberId),
      ]);
      const authorId = work?.authorId ?? memberId;
      const results = await criterionResults.listOf(scope, activityId, [authorId]);
      const now = clock.now();
      const before = results.find((one) => one.criterionId === criterionId) ?? null;
      const decided = decideCriterion(review, work, before, criterionId, command, member.id, now);
      if (decided.type === 'refuse') throw new AppError(decided.reason);
      if (decided.type === 'set') {
        const { decision } = decided;
        // First: whatever computes grades after the decision is stored must know that there are such decisions.
        await activities.noteCriteriaSet(scope, activityId);
        const subject = { kind: 'criterionResult', id: `${memberId}-${criterionId}` };
        const event = courseEvent('criterion.set', subject, caller, now, {
          activityId,
          authorId,
          criterionId,
          points: decision.points,
          revision: decision.revision,
        });
        const named = { courseId: scope.courseId, activityId, authorId, criterionId };
        if (!(await criterionResults.decide(named, decision, event))) throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      return list(caller, activityId, memberId);
    },

    /** What is set for some authors' works; nothing in the map where nothing is. @param received their submitted reviews */
    async findSet(
      scope: CourseScope,
      { id: activityId, settings: { criteria } }: PeerReview,
      received: readonly Review[],
    ): Promise<ReadonlyMap<string, SetWork>> {
      const authorIds = [...new Set(received.map(({ authorId }) => authorId))];
      const results = (await criterionResults.listOf(scope, activityId, authorIds)).filter(
        ({ points, criterionId }) => points !== null && criteria.some(({ id }) => id === criterionId),
      );
      const byAuthor = groupBy(results, ({ authorId }) => authorId);
      const concerned = received.filter(({ authorId }) => byAuthor.has(authorId));
      const [ratings, former] = await Promise.all([
        reviews.findRatings(scope, concerned),
        needFormer(concerned, criteria) ? listFormer(rubrics, scope, activityId, criteria) : [],
      ]);
      return new Map(
        [...byAuthor].map(([authorId, own]): [string, SetWork] => {
          const set = new Map(own.map(({ criterionId, points }) => [criterionId, points ?? 0]));
          const ofWork = concerned.filter((review) => review.authorId === authorId);
          return [
            authorId,
            {
              criteria: criteria.flatMap(({ id, title, points: maximum }) => {
                const result = own.find(({ criterionId }) => criterionId === id);
                return result
                  ? [{ criterionId: id, title, points: set.get(id) ?? 0, maximum, revision: result.revision }]
                  : [];
              }),
              reviews: new Map(
                ofWork.map((review) => [
                  review.id,
                  asSet(rubricOf(review, criteria, former), ratings.get(review.id) ?? [], set),
                ]),
              ),
            },
          ];
        }),
      );
    },
  };
}
