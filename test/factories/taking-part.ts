import type { ApiSession } from './browserless.ts';
import { until } from './until.ts';

/** Who takes part in a peer review with a criterion "content". */
interface Taking {
  readonly activityId: string;
  readonly teacher: ApiSession;
  readonly learners: readonly ApiSession[];
}

/** Everybody hands in, and reviews begin. @param more what belongs to a work beside its text */
export async function handInAll(
  { learners, teacher, activityId }: Taking,
  more: { readonly links?: readonly string[] } = {},
): Promise<void> {
  for (const learner of learners) {
    await learner.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      ...more,
      expectedVersion: 0,
      expectedRevision: 0,
    });
  }
  await teacher.ok('POST', `/activities/${activityId}/allocation`);
  const overview = () => teacher.ok<{ phase: string }>('GET', `/activities/${activityId}/overview`);
  await until('reviews have begun', async () => (await overview()).phase === 'review');
}

/** Everybody writes every review. @param more what belongs to a review beside its ratings and its comment */
export async function reviewAll(
  { learners, activityId }: Omit<Taking, 'teacher'>,
  more: { readonly inline?: readonly object[] } = {},
): Promise<void> {
  for (const learner of learners) {
    const { reviewTasks } = await learner.ok<{ reviewTasks: { reviewId: string }[] }>(
      'GET',
      `/activities/${activityId}/mine`,
    );
    for (const { reviewId } of reviewTasks) {
      const body = {
        ratings: [{ criterionId: 'content', points: 7 }],
        comment: 'Clear.',
        ...more,
        expectedRevision: 0,
      };
      await learner.ok('PUT', `/activities/${activityId}/reviews/${reviewId}`, body);
    }
  }
}

/** Everybody reviews, and the grades are in the LMS. */
export async function reviewAndRelease({ learners, teacher, activityId }: Taking): Promise<void> {
  await reviewAll({ learners, activityId });
  await teacher.ok('POST', `/activities/${activityId}/release`);
  const overview = () =>
    teacher.ok<{ rows: { submittedAt: string | null; sync: { state: string } }[] }>(
      'GET',
      `/activities/${activityId}/overview`,
    );
  // The roster brings people who have not handed in and have no grade yet.
  await until('grades are sent', async () =>
    (await overview()).rows.every(({ submittedAt, sync }) => submittedAt === null || sync.state === 'sent'),
  );
}
