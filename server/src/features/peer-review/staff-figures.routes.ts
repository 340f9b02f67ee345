import { GetReviewAnalytics, RecordReviewTime } from '../../contracts/peer-review-analytics.ts';
import { GetReviewNetwork } from '../../contracts/peer-review-network.ts';
import { GetNextToJudge, GetReviewJudgements, JudgeReview } from '../../contracts/review-judgements.ts';
import { GetReviewWeights, WeighReview } from '../../contracts/review-weights.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { StaffServices } from './staff-view.service.ts';

export const staffFiguresRoutes = ({
  analytics,
  judging,
  network,
  timing,
  weighReview,
}: StaffServices): Route[] => [
  handle(GetReviewAnalytics, ({ caller, params }) => analytics.read(caller, params.activityId)),
  handle(RecordReviewTime, ({ caller, params, body }) =>
    timing.add(caller, params.activityId, params.reviewId, body.beat, body.seconds),
  ),
  handle(GetReviewWeights, ({ caller, params }) =>
    weighReview.list(caller, params.activityId, params.memberId),
  ),
  handle(WeighReview, ({ caller, params, body }) => {
    const { percent, reason, expectedRevision } = body;
    return weighReview.weigh(caller, params.activityId, params.reviewId, {
      percent,
      reason,
      expectedRevision,
    });
  }),
  handle(GetReviewJudgements, ({ caller, params }) =>
    judging.list(caller, params.activityId, params.memberId),
  ),
  handle(JudgeReview, ({ caller, params, body }) => {
    const { level, comment, expectedRevision } = body;
    return judging.judge(caller, params.activityId, params.reviewId, { level, comment, expectedRevision });
  }),
  handle(GetNextToJudge, ({ caller, params, query }) =>
    judging.next(caller, params.activityId, query.after ?? null),
  ),
  handle(GetReviewNetwork, ({ caller, params, query }) =>
    network.read(caller, params.activityId, query.after),
  ),
];
