import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { type CourseService, countsAsLearner } from '../course/index.ts';
import { authorsOf } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getPeerReview } from './settings.service.ts';
import { proposeSpotChecks } from './spot-checks.domain.ts';
import { spotChecksView } from './spot-checks.views.ts';
import { combinedWorks, type WeighReviewsService } from './weigh-reviews.service.ts';

/** How certain grades are before anybody has seen them, and which works are worth a look. */
export function createSpotChecksService(
  { submissions }: Pick<PeerReviewStores, 'submissions'>,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers'>,
  weighing: Pick<WeighReviewsService, 'weigh'>,
) {
  /** By author: whose work it is; a group's while anybody of it is there. */
  async function namesOf(
    scope: CourseScope,
    activityId: string,
    ids: readonly string[],
  ): Promise<Map<string, string | null>> {
    const works = await submissions.findByAuthors(scope, activityId, ids);
    const members = await course.findMembers(scope, works.flatMap(authorsOf));
    const learners = new Map(members.filter(countsAsLearner).map((one) => [one.id, one]));
    return new Map(
      works.flatMap((work) => {
        const [present] = authorsOf(work).flatMap((id) => learners.get(id) ?? []);
        return present ? [[work.authorId, work.group ? work.group.name : present.name] as const] : [];
      }),
    );
  }

  return {
    /** Five round trips, four of them one after the other. @throws AppError NOT_FOUND */
    async propose({ scope }: Caller, activityId: string) {
      const { settings } = await getPeerReview(activities, scope, activityId);
      const { workMethod } = settings;
      const weighed = await weighing.weigh(scope, activityId, workMethod);
      const works = combinedWorks(weighed, workMethod);
      const proposed = proposeSpotChecks(works);
      const names = await namesOf(
        scope,
        activityId,
        proposed.map(({ authorId }) => authorId),
      );
      return spotChecksView(workMethod, weighed.by, works, proposed, names);
    },
  };
}
