import * as contract from '../../contracts/discussion-grading.ts';
import { GetDiscussionAnalytics } from '../../contracts/discussion-analytics.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GradingService } from './grading.service.ts';
import type { MarksService } from './marks.service.ts';
import type { TalkAnalyticsService } from './talk-analytics.service.ts';

export const gradingRoutes = (
  grading: GradingService,
  marks: MarksService,
  analytics: TalkAnalyticsService,
): Route[] => [
  handle(GetDiscussionAnalytics, ({ caller, params, query }) =>
    analytics.read(caller, params.activityId, query.group ?? null),
  ),
  handle(contract.GetDiscussionGrades, ({ caller, params }) => grading.read(caller, params.activityId)),
  handle(contract.ReleaseDiscussionGrades, ({ caller, params }) =>
    grading.release(caller, params.activityId),
  ),
  handle(contract.WithdrawDiscussionGrades, ({ caller, params }) =>
    grading.withdraw(caller, params.activityId),
  ),
  handle(contract.GetDiscussionResult, ({ caller, params }) => grading.result(caller, params.activityId)),
  handle(contract.ListParticipants, ({ caller, params, query }) =>
    marks.list(caller, params.activityId, query.after, query.limit, query.sections),
  ),
  handle(contract.GetParticipant, ({ caller, params }) =>
    marks.read(caller, params.activityId, params.memberId),
  ),
  handle(contract.TakeParticipant, ({ caller, params }) =>
    marks.take(caller, params.activityId, params.memberId),
  ),
  handle(contract.SaveParticipantDraft, ({ caller, params, body }) => {
    const { ratings, comment, posts, expectedRevision } = body;
    const content = { ratings, comment, posts };
    return marks.saveDraft(caller, params.activityId, params.memberId, content, expectedRevision);
  }),
  handle(contract.MarkParticipant, ({ caller, params, body }) => {
    const { ratings, comment, posts, expectedRevision } = body;
    const content = { ratings, comment, posts };
    return marks.finish(caller, params.activityId, params.memberId, content, expectedRevision);
  }),
];
