import {
  GetGradeHistory,
  OverrideGrade,
  RetryColumn,
  RetryScore,
  RetryScores,
} from '../../contracts/gradebook.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ComparedService } from './compared-rows.service.ts';
import type { GradeHistoryService } from './grade-history.service.ts';
import type { OverrideGradeService } from './override-grade.service.ts';
import type { AskedBy, RetryService } from './retry.service.ts';

/** Work that goes on as a job. */
export interface GradebookRequests {
  retryScores(scope: CourseScope, activityId: string, by: AskedBy): Promise<void>;
}

const PAGE = 50;

export const gradebookRoutes = (
  histories: GradeHistoryService,
  overrides: OverrideGradeService,
  retries: RetryService,
  requests: GradebookRequests,
  compared: Pick<ComparedService, 'status'>,
): Route[] => [
  handle(GetGradeHistory, ({ caller, params, query }) =>
    histories.history(caller, params.columnId, params.memberId, query.before, query.limit),
  ),
  handle(OverrideGrade, async ({ caller, params, body }) => {
    const { columnId, memberId } = params;
    const { grade, lateWaived, reason, expectedRevision } = body;
    await overrides.override(caller, columnId, memberId, { grade, lateWaived, reason, expectedRevision });
    return histories.history(caller, columnId, memberId, undefined, PAGE);
  }),
  handle(RetryScore, ({ caller: { scope, actor, requestId }, params }) =>
    retries.retryScore(scope, params.columnId, params.memberId, { actor, requestId }),
  ),
  handle(RetryScores, async ({ caller, params }) => {
    // An activity of another course has no grades to speak of.
    await compared.status(caller, params.activityId);
    const { scope, actor, requestId } = caller;
    await requests.retryScores(scope, params.activityId, { actor, requestId });
    return { working: 'retrying' as const };
  }),
  handle(RetryColumn, ({ caller: { scope, actor, requestId }, params }) =>
    retries.retryColumn(scope, params.columnId, { actor, requestId }),
  ),
];
