import { createMeetingDates } from './dates.service.ts';
import { createMeetingMatters } from './matter-source.service.ts';
import { meetingRoutes } from './meetings.routes.ts';
import { createMeetingsService, type MeetingPorts } from './meetings.service.ts';
import { createMeetingStore } from './meetings.store.ts';
import { createMeetingTraces } from './traces.service.ts';

interface Ports extends MeetingPorts {
  readonly connection: Parameters<typeof createMeetingStore>[0];
  readonly running: Parameters<typeof createMeetingMatters>[1];
}

/** The meetings of groups, and what is to come of them on members' homes. */
export function createGroupMeetings({ connection, ...ports }: Ports) {
  const store = createMeetingStore(connection);
  return {
    routes: meetingRoutes(createMeetingsService(store, ports)),
    matterSource: createMeetingMatters(store, ports.running, ports.clock),
    listDates: createMeetingDates(store, ports.clock),
    traces: createMeetingTraces(store, ports.clock),
  };
}
