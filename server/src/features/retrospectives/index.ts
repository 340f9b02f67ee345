import { createActionDates } from './dates.service.ts';
import { createLessonService } from './lessons.service.ts';
import { createRetrospectiveMatters } from './matter-source.service.ts';
import { retrospectiveRoutes } from './retrospectives.routes.ts';
import { createRetrospectiveService, type RetrospectivePorts } from './retrospectives.service.ts';
import { createRetrospectiveStore } from './retrospectives.store.ts';

interface Ports extends RetrospectivePorts {
  readonly connection: Parameters<typeof createRetrospectiveStore>[0];
  readonly rooms: RetrospectivePorts['rooms'] & Parameters<typeof createRetrospectiveMatters>[1];
}

/** How groups look back on milestones: notes, action items with owners and dates, lessons for the other groups. */
export function createRetrospectives({ connection, ...ports }: Ports) {
  const store = createRetrospectiveStore(connection);
  const service = createRetrospectiveService(store, ports);
  return {
    routes: retrospectiveRoutes(service, createLessonService(store, ports)),
    /** What groups of a project said they would do and have not done. */
    listOpenActions: store.listOpenActions,
    listDates: createActionDates(store),
    matterSource: createRetrospectiveMatters(store, ports.rooms),
  };
}
