import { ListModeration, ModerateDiscussion, UndoModeration } from '../../contracts/discussion-moderation.ts';
import { DismissPostReport, ListPostReports, ReportPost } from '../../contracts/discussion-reports.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ModerationService } from './moderation.service.ts';
import type { PostReportsService } from './post-reports.service.ts';

export const moderationRoutes = (moderation: ModerationService, reports: PostReportsService): Route[] => [
  handle(ModerateDiscussion, ({ caller, params: { activityId, actId }, body }) => {
    const { kind, threadId, reason } = body;
    const n = body.kind === 'hide' ? body.n : null;
    const until = body.kind === 'close' ? new Date(body.until) : null;
    return moderation.act(caller, activityId, actId, { kind, threadId, n, until, reason });
  }),
  handle(UndoModeration, ({ caller, params }) => moderation.undo(caller, params.activityId, params.actId)),
  handle(ListModeration, ({ caller, params, query: { after, limit } }) =>
    moderation.list(caller, params.activityId, after, limit),
  ),
  handle(ReportPost, ({ caller, params: { activityId, threadId, n }, body }) =>
    reports.report(caller, { activityId, threadId, n }, body.reason),
  ),
  handle(DismissPostReport, ({ caller, params: { activityId, threadId, n }, body }) =>
    reports.dismiss(caller, { activityId, threadId, n }, body.dismissed),
  ),
  handle(ListPostReports, ({ caller, params }) => reports.list(caller, params.activityId)),
];
