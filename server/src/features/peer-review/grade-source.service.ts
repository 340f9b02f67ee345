import type { CourseScope } from '../../core/course-scope.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import type { ActivityService } from '../activity/index.ts';
import type { ActivityGrading, GradeInput, GradeSource } from '../gradebook/index.ts';
import type { Review } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { PhasesService } from './run-phases.service.ts';
import { getPeerReview } from './settings.service.ts';

/** Members handed on at once. */
const CHUNK = 500;
const DECIMALS = 2;

/** Where the gradebook gets a peer review's grades from. */
export function createGradeSource(
  { submissions, reviews }: PeerReviewStores,
  activities: ActivityService,
  phases: PhasesService,
): GradeSource {
  async function inputsOf(
    scope: CourseScope,
    activityId: string,
    memberIds: readonly string[],
  ): Promise<GradeInput[]> {
    const received = await reviews.listSubmittedByAuthors(scope, activityId, memberIds);
    const byAuthor = new Map<string, Review[]>(memberIds.map((id) => [id, []]));
    for (const review of received) byAuthor.get(review.authorId)?.push(review);
    return memberIds.map((memberId) => ({
      memberId,
      columns: { [MAIN_COLUMN]: { reviews: (byAuthor.get(memberId) ?? []).map(inputOf) } },
    }));
  }

  return {
    async grading(scope, activityId): Promise<ActivityGrading> {
      const { settings, revision, phase } = await getPeerReview(activities, scope, activityId);
      const { title, points } = settings;
      return {
        revision,
        released: phase === 'released',
        columns: [
          {
            key: MAIN_COLUMN,
            label: title,
            maximum: points,
            formula: 'peer-review.median@1',
            parameters: { points, decimals: DECIMALS },
          },
        ],
      };
    },

    async *inputs(scope, activityId, memberIds): AsyncGenerator<GradeInput[]> {
      if (memberIds) {
        for (let start = 0; start < memberIds.length; start += CHUNK)
          yield await inputsOf(scope, activityId, memberIds.slice(start, start + CHUNK));
        return;
      }
      let after: string | null = null;
      for (;;) {
        const page: string[] = await submissions.listAuthors(scope, activityId, after, CHUNK);
        if (page.length > 0) yield await inputsOf(scope, activityId, page);
        after = page.at(-1) ?? null;
        if (page.length < CHUNK) return;
      }
    },

    runFinished: phases.runFinished,
  };
}

const inputOf = ({ id, version, points, maximum }: Review) => ({
  reviewId: id,
  version,
  points: points ?? 0,
  maximum: maximum ?? 0,
});
