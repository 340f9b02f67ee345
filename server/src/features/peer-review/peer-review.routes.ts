import { GetOwnAuthors } from '../../contracts/peer-review-groups.ts';
import { GetLearnerReviews, GetLearnerWork } from '../../contracts/learner-work.ts';
import * as contract from '../../contracts/peer-review.ts';
import { PreviewPeerReview } from '../../contracts/peer-review-settings.ts';
import { GetPreFlight } from '../../contracts/pre-flight.ts';
import { GetSpotChecks } from '../../contracts/spot-checks.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PeerReviewServices } from './peer-review.service.ts';

export const peerReviewRoutes = (services: PeerReviewServices): Route[] => {
  const { settings, own, learner, work, reviewing, phases, pools, progress, spotChecks, preFlight } =
    services;
  return [
    handle(contract.SavePeerReview, ({ caller, params, body }) =>
      settings.save(caller, params.activityId, body.settings, body.expectedRevision, body.state),
    ),
    handle(contract.GetPeerReviewSettings, ({ caller, params }) => settings.get(caller, params.activityId)),
    handle(PreviewPeerReview, ({ caller, params, body }) =>
      settings.preview(caller, params.activityId, body.settings),
    ),
    handle(contract.GetLearnerActivity, ({ caller, params }) => own.activity(caller, params.activityId)),
    handle(contract.GetOwnSubmission, ({ caller, params }) => own.submission(caller, params.activityId)),
    handle(GetOwnAuthors, ({ caller, params }) => own.authors(caller, params.activityId)),
    handle(contract.GetReceivedReviews, ({ caller, params }) =>
      own.receivedReviews(caller, params.activityId),
    ),
    handle(contract.SaveSubmissionDraft, ({ caller, params, body }) =>
      work.saveDraft(
        caller,
        params.activityId,
        { text: body.text, files: body.files, links: body.links },
        body.expectedRevision,
      ),
    ),
    handle(contract.SubmitWork, async ({ caller, params, body }) => {
      const { text, files, links, expectedVersion, expectedRevision, promised } = body;
      const command = { text, files, links, expectedVersion, expectedRevision, promised };
      await work.submit(caller, params.activityId, command);
      return own.activity(caller, params.activityId);
    }),
    handle(contract.GetReview, ({ caller, params }) =>
      own.review(caller, params.activityId, params.reviewId),
    ),
    handle(contract.SaveReviewDraft, ({ caller, params, body }) => {
      const { ratings, comment, inline, expectedRevision } = body;
      const { activityId, reviewId } = params;
      const content = { ratings, comment, inline };
      return reviewing.saveDraft(caller, activityId, reviewId, content, expectedRevision);
    }),
    handle(contract.SubmitReview, async ({ caller, params, body }) => {
      const { ratings, comment, inline, expectedRevision, promised } = body;
      const { activityId, reviewId } = params;
      const command = { ratings, comment, inline, expectedRevision, promised };
      await reviewing.submit(caller, activityId, reviewId, command);
      return own.review(caller, activityId, reviewId);
    }),
    handle(contract.GetStaffOverview, ({ caller, params, query }) =>
      progress.overview(caller, params.activityId, query.after, query.limit, query.sections),
    ),
    handle(GetPreFlight, ({ caller, params, query: { draw, ...shares } }) =>
      preFlight.run(caller, params.activityId, shares, draw),
    ),
    handle(GetSpotChecks, ({ caller, params }) => spotChecks.propose(caller, params.activityId)),
    handle(GetLearnerWork, ({ caller, params, query }) =>
      learner.work(caller, params.activityId, params.memberId, query.version),
    ),
    handle(GetLearnerReviews, ({ caller, params }) =>
      learner.reviews(caller, params.activityId, params.memberId),
    ),
    handle(contract.PreviewAllocation, ({ caller, params }) =>
      pools.preview(caller.scope, params.activityId),
    ),
    handle(contract.StartReviews, ({ caller, params }) => phases.startReviews(caller, params.activityId)),
    handle(contract.ReleaseGrades, ({ caller, params }) => phases.release(caller, params.activityId)),
    handle(contract.ReleaseTo, ({ caller, params, body }) =>
      phases.releaseTo(caller, params.activityId, body.memberIds),
    ),
    handle(contract.WithdrawGrades, ({ caller, params }) => phases.withdraw(caller, params.activityId)),
  ];
};
