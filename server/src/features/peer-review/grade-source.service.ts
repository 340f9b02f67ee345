import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeInput, GradeSource } from '../gradebook/index.ts';
import type { Review } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import type { PhasesService } from './run-phases.service.ts';

/** Reviews read at once, and members handed on at once. */
const PAGE = 1000;
const CHUNK = 500;

/** Where the gradebook gets a peer review's grades from: one input per author with at least one submitted review. */
export function createGradeSource(
  { reviews }: PeerReviewStores,
  activities: ActivityService,
  phases: PhasesService,
  course: Pick<CourseService, 'findMembers'>,
): GradeSource {
  /** The test student is never graded, whatever was reviewed. */
  async function gradable(scope: CourseScope, chunk: readonly GradeInput[]): Promise<GradeInput[]> {
    const members = await course.findMembers(
      scope,
      chunk.map(({ memberId }) => memberId),
    );
    const testUsers = new Set(members.filter(({ testUser }) => testUser).map(({ id }) => id));
    return chunk.filter(({ memberId }) => !testUsers.has(memberId));
  }

  async function* byAuthor(scope: CourseScope, activityId: string): AsyncGenerator<Review[]> {
    let after: { authorId: string; id: string } | null = null;
    let own: Review[] = [];
    for (;;) {
      const page: Review[] = await reviews.listSubmitted(scope, activityId, after, PAGE);
      for (const review of page) {
        if (own.length > 0 && own[0]?.authorId !== review.authorId) {
          yield own;
          own = [];
        }
        own.push(review);
      }
      after = page.at(-1) ?? null;
      if (page.length < PAGE) break;
    }
    if (own.length > 0) yield own;
  }

  return {
    formula: 'peer-review.median@1',

    /** @throws AppError NOT_FOUND */
    async maximumOf(scope: CourseScope, activityId: string): Promise<number> {
      return (await activities.get(scope, activityId)).points;
    },

    /** Inputs by author, in chunks; within one member the reviews come by their ids. */
    async *inputs(scope: CourseScope, activityId: string): AsyncGenerator<GradeInput[]> {
      let chunk: GradeInput[] = [];
      for await (const received of byAuthor(scope, activityId)) {
        chunk.push(inputOf(received));
        if (chunk.length < CHUNK) continue;
        yield await gradable(scope, chunk);
        chunk = [];
      }
      if (chunk.length > 0) yield await gradable(scope, chunk);
    },

    runFinished: phases.runFinished,
  };
}

const inputOf = (received: readonly Review[]): GradeInput => ({
  memberId: received[0]?.authorId ?? '',
  inputs: {
    reviews: received.map(({ id, version, points, maximum }) => ({
      reviewId: id,
      version,
      points: points ?? 0,
      maximum: maximum ?? 0,
    })),
  },
});
