import * as audience from '../../contracts/presentation-audience.ts';
import * as contract from '../../contracts/presentations.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { AudienceService } from './audience.service.ts';
import type { PresentationService } from './presentations.service.ts';

export const presentationRoutes = (service: PresentationService, listening: AudienceService): Route[] => [
  handle(contract.ListPresentations, ({ caller, params }) => service.get(caller, params.activityId)),
  handle(contract.PlanPresentations, ({ caller, params, body }) => {
    const { booking, criteria, peerReviewId, expectedRevision } = body;
    return service.plan(caller, params.activityId, { booking, criteria, peerReviewId }, expectedRevision);
  }),
  handle(contract.SavePresentationSlot, ({ caller, params, body }) => {
    const { startsAt, minutes, place, expectedRevision } = body;
    const content = { startsAt: new Date(startsAt), minutes, place };
    return service.saveSlot(caller, params, content, expectedRevision);
  }),
  handle(contract.RemovePresentationSlot, ({ caller, params }) => service.removeSlot(caller, params)),
  handle(contract.BookPresentation, ({ caller, params, body }) => service.book(caller, params, body.groupId)),
  handle(contract.DrawPresentations, ({ caller, params }) => service.draw(caller, params.activityId)),
  handle(contract.SetPresentationTimer, ({ caller, params, body }) =>
    service.setTimer(caller, { activityId: params.activityId, slotId: body.slotId }, body.command),
  ),
  handle(audience.GetPresentation, ({ caller, params }) => listening.get(caller, params)),
  handle(audience.AskPresenters, ({ caller, params, body }) => {
    const { questionId, ...address } = params;
    return listening.ask(caller, address, questionId, body.text);
  }),
  handle(audience.VoteForQuestion, ({ caller, params, body }) => {
    const { questionId, ...address } = params;
    return listening.vote(caller, address, questionId, body.voted);
  }),
  handle(audience.MarkQuestionAnswered, ({ caller, params, body }) => {
    const { questionId, ...address } = params;
    return listening.markAnswered(caller, address, questionId, body.answered);
  }),
  handle(audience.NoteAbsentPresenters, ({ caller, params, body }) =>
    listening.noteAbsent(caller, params, body.memberIds),
  ),
  handle(audience.RatePresentation, ({ caller, params, body }) =>
    listening.rate(caller, params, body.ratings),
  ),
];
