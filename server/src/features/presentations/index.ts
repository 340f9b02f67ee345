import { type AudiencePorts, createAudienceService } from './audience.service.ts';
import { createAudienceStore } from './audience.store.ts';
import { createPresentationDates } from './dates.service.ts';
import { createPresentationMatters } from './matter-source.service.ts';
import { createPresentationNotices } from './notice-source.service.ts';
import { definePresentationTopic } from './presentation-topic.service.ts';
import { presentationRoutes } from './presentations.routes.ts';
import { createPresentationService } from './presentations.service.ts';
import { createPresentationStore } from './presentations.store.ts';
import { createPresentationReminders, type RemindPorts } from './remind.service.ts';

interface Ports extends AudiencePorts, Omit<RemindPorts, 'running'> {
  readonly connection: Parameters<typeof createPresentationStore>[0];
  readonly rooms: AudiencePorts['rooms'] &
    Parameters<typeof definePresentationTopic>[1] &
    Parameters<typeof createPresentationMatters>[1];
  readonly live: Parameters<typeof definePresentationTopic>[0];
}

/** Groups of a project present: slots, the running order, a timer, and what the audience asks and says. */
export function createPresentations({ connection, live, ...ports }: Ports) {
  definePresentationTopic(live, ports.rooms);
  const store = createPresentationStore(connection);
  const service = createPresentationService(store, ports);
  const listening = createAudienceService(createAudienceStore(connection), store, service, ports);
  return {
    routes: presentationRoutes(service, listening),
    /** What waits for groups, what they are told, and when they are reminded. */
    matterSource: createPresentationMatters(store, ports.rooms, ports.clock),
    noticeSource: createPresentationNotices(ports.rooms),
    consumer: createPresentationReminders(store, { ...ports, running: ports.rooms }),
    listDates: createPresentationDates(store),
    /** Who of a group was not there when it presented, beside what it is given. */
    findAbsent: store.findAbsent,
  };
}
