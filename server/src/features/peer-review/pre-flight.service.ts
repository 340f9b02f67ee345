import { authorSetOf } from './author-groups.domain.ts';
import type { PreFlightShares, PreFlightView } from '../../contracts/pre-flight.ts';
import { AppError } from '../../core/app-error.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import { isComparing, isRolling } from './phases.domain.ts';
import { dryRun } from './pre-flight.domain.ts';
import { inventGrades } from './pre-flight-grades.domain.ts';
import { preFlightResult } from './pre-flight-result.domain.ts';
import { preFlightView } from './pre-flight.views.ts';
import { leastOf } from './pull-queue.domain.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { getPeerReview } from './settings.service.ts';
import { combinedWorks } from './weigh-reviews.service.ts';

/** So many learners are tried: more would say nothing else, and take seconds. */
const TRIED_MAX = 1_000;
/** More than any course has. */
const EVERYBODY = 100_000;

/** Tries a peer review out on the people of the course; nothing of it is stored. */
export function createPreFlightService(
  activities: ActivityService,
  course: Pick<CourseService, 'listLearners'>,
  sections: Pick<SectionQueries, 'placesAt'>,
  pools: Pick<ReviewPools, 'setsFor'>,
  exclusions: Pick<ReviewExclusionsService, 'findApart'>,
) {
  return {
    /** Three reads at once; two more where people review within sections, or by topic. @throws AppError NOT_FOUND, also where groups hand in or works are compared */
    async run(
      { scope }: Caller,
      activityId: string,
      shares: PreFlightShares,
      draw: number,
    ): Promise<PreFlightView> {
      const [review, { items: learners }, apart] = await Promise.all([
        getPeerReview(activities, scope, activityId),
        course.listLearners(scope, undefined, EVERYBODY),
        exclusions.findApart(scope, activityId),
      ]);
      if (isComparing(review)) throw new AppError('NOT_FOUND', { kind: 'preFlight' });
      const { settings } = review;
      // It tries what learners hand in one by one.
      if (authorSetOf(review) !== null) throw new AppError('NOT_FOUND', { kind: 'preFlight' });
      const { sectionSetId, outsideSetId } = await pools.setsFor(scope, settings);
      const placesOf = (setId: string | null) => setId && sections.placesAt(scope, setId, null);
      const [sectionsOf, topicsOf] = await Promise.all([placesOf(sectionSetId), placesOf(outsideSetId)]);
      const people = learners.slice(0, TRIED_MAX);
      const seed = `${activityId}/${draw}`;
      const run = dryRun(
        {
          courseId: scope.courseId,
          activityId,
          learnerIds: people.map(({ id }) => id),
          perReviewer: settings.reviewsPerLearner,
          isRolling: isRolling(review),
          sectionsOf: sectionsOf || null,
          topicsOf: topicsOf || null,
          apart,
        },
        shares,
        seed,
      );
      const written = run.reviews.filter(({ reviewerId }) => !run.idle.has(reviewerId));
      const { weighed, worth } = inventGrades(written, settings, shares.careless, seed);
      const grades = combinedWorks(weighed, settings.workMethod).map(({ authorId, percent }) => ({
        authorId,
        percent,
        off: Math.abs(percent - (worth.get(authorId) ?? percent)),
      }));
      return preFlightView(preFlightResult(review, leastOf(review), learners.length, people, run, grades));
    },
  };
}
