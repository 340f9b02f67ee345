import { RetryColumn, RetryScore, RetryScores } from '../../contracts/gradebook.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { AskedBy, RetryService } from './retry.service.ts';

/** Work that goes on as a job. */
export interface GradebookRequests {
  retryScores(scope: CourseScope, activityId: string, by: AskedBy): Promise<void>;
}

export const gradebookRoutes = (retries: RetryService, requests: GradebookRequests): Route[] => [
  handle(RetryScore, ({ caller: { scope, actor, requestId }, params }) =>
    retries.retryScore(scope, params.columnId, params.memberId, { actor, requestId }),
  ),
  handle(RetryScores, async ({ caller: { scope, actor, requestId }, params }) => {
    await requests.retryScores(scope, params.activityId, { actor, requestId });
    return { working: 'retrying' as const };
  }),
  handle(RetryColumn, ({ caller: { scope, actor, requestId }, params }) =>
    retries.retryColumn(scope, params.columnId, { actor, requestId }),
  ),
];
