import * as contract from '../../contracts/peer-review-revision.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ReviseWorkService } from './revise-work.service.ts';

export const revisionRoutes = (revising: ReviseWorkService): Route[] => [
  handle(contract.GetOwnRevision, ({ caller, params }) => revising.get(caller, params.activityId)),
  handle(contract.SaveRevisionDraft, ({ caller, params, body }) => {
    const { text, files, links, note, answers, expectedRevision } = body;
    return revising.saveDraft(caller, params.activityId, {
      text,
      files,
      links,
      note,
      answers,
      expectedRevision,
    });
  }),
  handle(contract.HandInRevision, ({ caller, params, body }) => {
    const { text, files, links, note, answers, expectedRevision } = body;
    return revising.handIn(caller, params.activityId, {
      text,
      files,
      links,
      note,
      answers,
      expectedRevision,
    });
  }),
  handle(contract.GetLearnerRevision, ({ caller, params }) =>
    revising.ofLearner(caller, params.activityId, params.memberId),
  ),
];
