import { type AnswerPorts, createAnswerDisputesService } from './answer-disputes.service.ts';
import { createDisputeTimesService } from './dispute-times.service.ts';
import { disputeRoutes } from './disputes.routes.ts';
import { createDisputeStore } from './disputes.store.ts';
import { createDisputeMatters } from './matter-source.service.ts';
import { createDisputeNotices } from './notice-source.service.ts';
import { createFindOwnGrade } from './own-grade.service.ts';
import {
  createOwnDisputesService,
  type DisputableSources,
  type OwnDisputePorts,
} from './own-disputes.service.ts';

export type { FindDisputable } from './own-disputes.service.ts';

interface Ports extends Omit<AnswerPorts, 'activities' | 'setGrade'> {
  readonly connection: Parameters<typeof createDisputeStore>[0];
  readonly activities: AnswerPorts['activities'] &
    Parameters<typeof createDisputeNotices>[0] &
    OwnDisputePorts['activities'] &
    Parameters<typeof createDisputeTimesService>[1];
  /** What can be disputed in activities of a type, where it is more than the own grade. */
  readonly sources: DisputableSources;
  /** The gradebook. */
  readonly grades: Parameters<typeof createFindOwnGrade>[0] & Pick<AnswerPorts, 'setGrade'>;
}

/** Disputes: learners object to a grade or review after its release, staff answer. */
export function createDisputes({ connection, sources, grades, ...ports }: Ports) {
  const store = createDisputeStore(connection);
  const own = createOwnDisputesService(store, { ...ports, sources, ownGrade: createFindOwnGrade(grades) });
  const times = createDisputeTimesService(store, ports.activities, ports.eventsWritten);
  const answering = createAnswerDisputesService(store, { ...ports, setGrade: grades.setGrade });
  return {
    routes: disputeRoutes(own, answering, times),
    /** What waits for staff. */
    matterSource: createDisputeMatters(store),
    noticeSource: createDisputeNotices(ports.activities),
  };
}
