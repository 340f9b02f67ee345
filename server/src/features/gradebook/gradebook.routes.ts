import { GetGradeHistory, OverrideGrade, RetryScore } from '../../contracts/gradebook.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GradeHistoryService } from './grade-history.service.ts';
import type { GradebookService } from './gradebook.service.ts';
import type { OverrideGradeService } from './override-grade.service.ts';

const PAGE = 50;

export const gradebookRoutes = (
  service: GradebookService,
  histories: GradeHistoryService,
  overrides: OverrideGradeService,
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
  handle(RetryScore, ({ caller, params }) =>
    service.retry(caller.scope, params.columnId, params.memberId, {
      actor: caller.actor,
      requestId: caller.requestId,
    }),
  ),
];
