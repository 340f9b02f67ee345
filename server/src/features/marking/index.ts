import {
  type BulkWorks,
  createOwnWorks,
  type CriteriaSource,
  createWorksFinder,
} from './bulk-works.service.ts';
import { createBulkService } from './bulk.service.ts';
import { createBulkStore } from './bulk.store.ts';
import { commentBankRoutes } from './comment-bank.routes.ts';
import { createCommentBankService } from './comment-bank.service.ts';
import { createCommentBankStore } from './comment-bank.store.ts';
import { createOwnDivision, type DividedWorks } from './divided-works.service.ts';
import { createFindQualities } from './find-qualities.service.ts';
import { createFollowEventsService } from './follow-events.service.ts';
import { createLeasesService } from './leases.service.ts';
import type { MarkingSource } from './marking.domain.ts';
import { createBulkRequest, defineBulkJob } from './marking.jobs.ts';
import { bulkRoutes, markingRoutes, markingSettingsRoutes } from './marking.routes.ts';
import { createMarkingMatters } from './matter-source.service.ts';
import { createMarkingService, type MarkingPorts } from './marking.service.ts';
import { createMarkingStore } from './marking.store.ts';
import { createRunBulkService } from './run-bulk.service.ts';
import { createSectionSharesService } from './section-shares.service.ts';
import { createDivisionStore } from './section-shares.store.ts';
import { createSharesService } from './shares.service.ts';
import { createOwnTwice, type TwiceWorks } from './twice-works.service.ts';
import { createTwiceService } from './twice.service.ts';
import { createMarkingSettingsStore } from './twice.store.ts';
import { createMarkWriter } from './write-mark.service.ts';

export type { BulkWorks, CriteriaSource } from './bulk-works.service.ts';
export { byRubric } from './bulk.domain.ts';
export type { DividedWorks, PlacedWork } from './divided-works.service.ts';
export type { DividedWork } from './section-shares.domain.ts';
export { markerOf } from './leases.service.ts';
export {
  canUndo,
  decideUndo,
  leaseEnd,
  type Mark,
  type MarkingItem,
  type MarkingSource,
  whyNot,
} from './marking.domain.ts';
export type { TwiceWorks } from './twice-works.service.ts';
export { historyStep, partView } from './marking.views.ts';
export { advanceOf, isSeenBy, ONCE, stageOf, type TwiceSettings } from './twice.domain.ts';

interface Ports {
  readonly connection: Parameters<typeof createMarkingStore>[0];
  /** Where the works of activities come from. */
  readonly source: MarkingSource & CriteriaSource;
  /** Works that activity types keep themselves, for acts on many of them, their division, and marking them twice; by type. */
  readonly further: Readonly<Record<string, BulkWorks & DividedWorks & TwiceWorks>>;
  readonly findActivity: Parameters<typeof createWorksFinder>[0]['findActivity'];
  readonly course: MarkingPorts['course'] &
    Parameters<typeof createSharesService>[1] &
    Parameters<typeof createFollowEventsService>[2];
  readonly sections: MarkingPorts['sections'] & Parameters<typeof createSectionSharesService>[0]['sections'];
  readonly grades: Parameters<typeof createFollowEventsService>[3];
  readonly jobs: Parameters<typeof defineBulkJob>[0] & Parameters<typeof createBulkRequest>[0];
  readonly clock: MarkingPorts['clock'];
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** Marking by staff: who takes which work, in which shares, and the marks that become grades. */
export function createMarking(ports: Ports) {
  const { connection, source, further, findActivity, course, sections, grades, jobs, clock, eventsWritten } =
    ports;
  const store = createMarkingStore(connection);
  const leases = createLeasesService(store, source, clock);
  const write = createMarkWriter(store, eventsWritten);
  const divisions = createDivisionStore(connection);
  const bySection = createSectionSharesService({ course, sections, divisions, clock });
  const bulks = createBulkStore(connection);
  const own = {
    ...createOwnWorks(store, source, course, write),
    ...createOwnDivision(store, leases),
    ...createOwnTwice(store, leases),
  };
  const others = Object.values(further);
  const finder = createWorksFinder({ own, further, findActivity });
  const settings = createMarkingSettingsStore(connection);
  const twice = createTwiceService(store, settings, { finder, clock, eventsWritten });
  const marking = createMarkingService(store, { source, leases, course, sections, twice, write, clock });
  defineBulkJob(jobs, createRunBulkService({ finder, bulks, clock }));
  const bulk = createBulkService({ finder, bulks, clock, request: createBulkRequest(jobs) });
  return {
    routes: [
      ...markingRoutes(marking, leases, createSharesService(finder, course, bySection)),
      ...markingSettingsRoutes(twice),
      ...bulkRoutes(bulk),
      ...commentBankRoutes(createCommentBankService(createCommentBankStore(connection))),
    ],
    /** What staff have given works of an activity, in percent of the rubric's points. */
    findQualities: createFindQualities(store),
    /** Takes in what is handed in, and makes grades follow marks. */
    consumer: createFollowEventsService(store, source, course, grades, twice, bySection, {
      own,
      further: others,
    }),
    /** What waits for the lead. */
    matterSource: createMarkingMatters([own, ...others], course),
    /** How works of an activity are marked by two people. */
    findTwice: twice.find,
  };
}
