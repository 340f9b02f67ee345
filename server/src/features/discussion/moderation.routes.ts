import { ListModeration, ModerateDiscussion, UndoModeration } from '../../contracts/discussion-moderation.ts';
import { DismissPostReport, ListPostReports, ReportPost } from '../../contracts/discussion-reports.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import { ApproveHeldPosts, HoldMember, ListHeldPosts } from '../../contracts/discussion-approval.ts';
import type { HeldPostsService } from './held-posts.service.ts';
import type { HoldMembersService } from './hold-members.service.ts';
import type { ModerationService } from './moderation.service.ts';
import type { MovesService } from './moves.service.ts';
import type { PostReportsService } from './post-reports.service.ts';

export const moderationRoutes = (
  moderation: ModerationService,
  moves: MovesService,
  reports: PostReportsService,
  held: HeldPostsService,
  holds: HoldMembersService,
): Route[] => [
  handle(ModerateDiscussion, ({ caller, params: { activityId, actId }, body }) => {
    const { threadId, reason } = body;
    if (body.kind === 'split' || body.kind === 'move' || body.kind === 'merge')
      return moves.act(caller, activityId, actId, {
        kind: body.kind,
        threadId,
        n: body.kind === 'merge' ? 1 : body.n,
        to: body.kind === 'split' ? null : body.to,
        title: body.kind === 'split' ? body.title : null,
        reason,
      });
    const { kind } = body;
    const n = 'n' in body ? body.n : null;
    const until = body.kind === 'close' ? new Date(body.until) : null;
    const revision = body.kind === 'approve' ? body.revision : undefined;
    return moderation.act(caller, activityId, actId, { kind, threadId, n, until, reason, revision });
  }),
  handle(UndoModeration, ({ caller, params }) => moderation.undo(caller, params.activityId, params.actId)),
  handle(ListModeration, ({ caller, params, query: { after, limit } }) =>
    moderation.list(caller, params.activityId, after, limit),
  ),
  handle(ListHeldPosts, ({ caller, params }) => held.list(caller, params.activityId)),
  handle(ApproveHeldPosts, ({ caller, params: { activityId, batchId }, body }) =>
    held.approveAll(caller, activityId, batchId, body.posts),
  ),
  handle(HoldMember, ({ caller, params: { activityId, memberId }, body }) =>
    holds.hold(caller, activityId, memberId, body.waits),
  ),
  handle(ReportPost, ({ caller, params: { activityId, threadId, n }, body }) =>
    reports.report(caller, { activityId, threadId, n }, body.reason),
  ),
  handle(DismissPostReport, ({ caller, params: { activityId, threadId, n }, body }) =>
    reports.dismiss(caller, { activityId, threadId, n }, body.dismissed),
  ),
  handle(ListPostReports, ({ caller, params, query: { after, limit } }) =>
    reports.list(caller, params.activityId, after, limit),
  ),
];
