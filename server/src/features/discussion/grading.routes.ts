import * as contract from '../../contracts/discussion-grading.ts';
import { GetDiscussionAnalytics } from '../../contracts/discussion-analytics.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { GradingService } from './grading.service.ts';
import type { Whom } from './marked-items.service.ts';
import type { MarksService } from './marks.service.ts';
import type { WriteMarksService } from './write-marks.service.ts';
import type { TalkAnalyticsService } from './talk-analytics.service.ts';

const whomOf = (memberId: string, hidden: '0' | '1'): Whom => ({ memberId, hidden: hidden === '1' });

export const gradingRoutes = (
  grading: GradingService,
  marks: MarksService,
  writing: WriteMarksService,
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
    marks.list(caller, params.activityId, {
      after: query.after,
      limit: query.limit,
      hidden: query.hidden === '1',
      sections: query.sections,
    }),
  ),
  handle(contract.GetParticipant, ({ caller, params, query }) =>
    marks.read(caller, params.activityId, whomOf(params.memberId, query.hidden)),
  ),
  handle(contract.TakeParticipant, ({ caller, params, query }) =>
    writing.take(caller, params.activityId, whomOf(params.memberId, query.hidden)),
  ),
  handle(contract.GiveParticipantBack, ({ caller, params, query }) =>
    writing.giveBack(caller, params.activityId, whomOf(params.memberId, query.hidden)),
  ),
  handle(contract.SaveParticipantDraft, ({ caller, params, query, body }) => {
    const { ratings, comment, posts, expectedRevision } = body;
    const content = { ratings, comment, posts };
    return writing.saveDraft(
      caller,
      params.activityId,
      whomOf(params.memberId, query.hidden),
      content,
      expectedRevision,
    );
  }),
  handle(contract.MarkParticipant, ({ caller, params, query, body }) => {
    const { ratings, comment, posts, expectedRevision } = body;
    const content = { ratings, comment, posts };
    return writing.finish(
      caller,
      params.activityId,
      whomOf(params.memberId, query.hidden),
      content,
      expectedRevision,
    );
  }),
  handle(contract.UndoParticipantMark, ({ caller, params, query, body }) =>
    writing.undo(caller, params.activityId, whomOf(params.memberId, query.hidden), {
      expectedRevision: body.expectedRevision,
      reason: body.reason,
    }),
  ),
];
