import * as contract from '../../contracts/retrospectives.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { LessonService } from './lessons.service.ts';
import type { RetrospectiveService } from './retrospectives.service.ts';

export const retrospectiveRoutes = (service: RetrospectiveService, lessons: LessonService): Route[] => [
  handle(contract.GetRetrospective, ({ caller, params, query }) => service.get(caller, params, query.n)),
  handle(contract.SaveRetrospectiveNote, ({ caller, params, body }) =>
    service.saveNote(caller, params, body.n, body.texts, body.expectedRevision),
  ),
  handle(contract.SaveTeamAction, ({ caller, params, body }) => {
    const { actionId, ...place } = params;
    const { n, text, ownerId, dueAt, state, expectedRevision } = body;
    const action = { actionId, n, text, ownerId, dueAt: new Date(dueAt), state };
    return service.saveAction(caller, place, action, expectedRevision);
  }),
  handle(contract.OfferLesson, ({ caller, params, body }) => {
    const { lessonId, ...place } = params;
    const { n, title, text } = body;
    return service.offerLesson(caller, place, { lessonId, n, title, text });
  }),
  handle(contract.ListLessons, ({ caller, params, query }) =>
    lessons.list(caller, params.activityId, query.after, query.limit),
  ),
  handle(contract.ListCourseLessons, ({ caller, query: { q, after, limit } }) =>
    lessons.listOfCourse(caller, q, after, limit),
  ),
  handle(contract.DecideLesson, ({ caller, params, body }) =>
    lessons.decide(caller, params.activityId, params.lessonId, body.state),
  ),
];
