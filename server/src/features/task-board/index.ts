import { createTaskDates } from './dates.service.ts';
import { createTaskMatters } from './matter-source.service.ts';
import { createTaskNotices, createTaskReminders, type RemindPorts } from './remind.service.ts';
import { createTaskTraces } from './traces.service.ts';
import { taskBoardRoutes } from './task-board.routes.ts';
import { createTaskBoardService, type TaskBoardPorts } from './task-board.service.ts';
import { createTaskStore } from './task-board.store.ts';

interface Ports extends TaskBoardPorts, RemindPorts {
  readonly running: RemindPorts['running'] & Parameters<typeof createTaskMatters>[1];
  readonly connection: Parameters<typeof createTaskStore>[0];
}

/** The task boards of groups, with what waits for the owners of tasks. */
export function createTaskBoards({ connection, ...ports }: Ports) {
  const store = createTaskStore(connection);
  return {
    routes: taskBoardRoutes(createTaskBoardService(store, ports)),
    matterSource: createTaskMatters(store, ports.running),
    noticeSource: createTaskNotices(ports.running),
    consumer: createTaskReminders(store, ports),
    listDates: createTaskDates(store),
    traces: createTaskTraces(store),
    /** What some members have to do. */
    listOpenTasks: store.listOpenOf,
  };
}
