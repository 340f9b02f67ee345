import * as contract from '../../contracts/task-board.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { TaskBoardService } from './task-board.service.ts';

export const taskBoardRoutes = (service: TaskBoardService): Route[] => [
  handle(contract.GetTaskBoard, ({ caller, params }) => service.get(caller, params)),
  handle(contract.SaveTask, ({ caller, params, body }) => {
    const { title, note, state, ownerIds, dueAt, milestone, expectedRevision } = body;
    const due = dueAt === null ? null : new Date(dueAt);
    const content = { title, note, state, ownerIds, dueAt: due, milestone };
    return service.save(caller, params, content, expectedRevision);
  }),
  handle(contract.MoveTask, ({ caller, params, body }) =>
    service.move(caller, params, { state: body.state, after: body.after }, body.expectedRevision),
  ),
  handle(contract.DeleteTask, ({ caller, params, body }) =>
    service.setDeleted(caller, params, body.deleted, body.expectedRevision),
  ),
];
