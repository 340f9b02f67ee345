import { attributeRoutes } from './attributes.routes.ts';
import { type AnswerSource, createAttributeService } from './attributes.service.ts';
import { createAttributeStore } from './attributes.store.ts';
import { createReadRequests, createStaffConsumer, defineReadJobs } from './course.jobs.ts';
import { courseRoutes } from './course.routes.ts';
import type { createCourseStore } from './course.store.ts';
import { createSetChanges } from './change-set.service.ts';
import { createSetMaker } from './create-set.service.ts';
import { createGroupDrawer } from './draw-groups.service.ts';
import { createGroupFormer } from './form-groups.service.ts';
import { formationRoutes } from './formation.routes.ts';
import { groupRoutes } from './groups.routes.ts';
import { createGroupQueries } from './group-queries.service.ts';
import { createGroupService } from './groups.service.ts';
import { createGroupStore } from './groups.store.ts';
import { createImportService } from './import-groups.service.ts';
import { createLeaverService } from './leave-groups.service.ts';
import { createLinkService } from './link.service.ts';
import { createLmsReadStore } from './lms-reads.store.ts';
import { createReadMatters } from './matter-source.service.ts';
import { createMembershipStore } from './memberships.store.ts';
import { createMembershipService } from './place-members.service.ts';
import { createSectionNotes } from './note-sections.service.ts';
import { observedRoutes } from './observed.routes.ts';
import { ownSetRoutes } from './own-sets.routes.ts';
import { createOwnSetService } from './own-sets.service.ts';
import { createPlacementService } from './placement.service.ts';
import { rosterRoutes } from './roster.routes.ts';
import { createSectionQueries } from './section-queries.service.ts';
import { sectionRoutes } from './sections.routes.ts';
import { createSectionService } from './sections.service.ts';
import { createSectionStore } from './sections.store.ts';
import { createRosterService } from './roster.service.ts';
import { createGroupNotices } from './group-notices.service.ts';
import { createSessionService } from './session.service.ts';
import { createSetBoards } from './set-board.service.ts';
import { createSignUpMatters } from './sign-up-matters.service.ts';
import { createSignUpService } from './sign-up.service.ts';
import { createGroupSyncService } from './sync-groups.service.ts';
import { createRosterSyncService, type RosterPorts } from './sync-roster.service.ts';

export { asObserved } from './as-observed.service.ts';
export type { AnswerSource } from './attributes.service.ts';
export type { Member } from './member.domain.ts';
export { countsAsLearner, newMember } from './member.domain.ts';
export type { CourseStore } from './course.store.ts';
export type { CourseService } from './course.service.ts';
export { createCopyService } from './copy.service.ts';
export { createCourseService } from './course.service.ts';
export { createCourseStore } from './course.store.ts';
export { createLaunchRecorder } from './launch.service.ts';
export { createLmsDatesService } from './lms-dates.service.ts';
export { createMemberLinkStore } from './member-links.store.ts';
export type { SectionPlan, SectionQueries } from './section-queries.service.ts';
export { abilitiesOf } from './session.service.ts';

interface RoutePorts {
  /** What the launch made: sessions, and answers to deep linking. */
  readonly sessions: Parameters<typeof createSessionService>[0];
  readonly deepLinking: Parameters<typeof createLinkService>[1];
  readonly store: Parameters<typeof createLinkService>[3];
  readonly course: Parameters<typeof observedRoutes>[0];
  readonly activities: Parameters<typeof createLinkService>[2];
  readonly bearers: Parameters<typeof createSessionService>[1];
  readonly clock: Parameters<typeof createLinkService>[4];
  readonly eventsWritten: () => void;
  readonly lmsDates: Parameters<typeof createPlacementService>[2];
}

/** Sessions, the activity that a link leads to, and whom an observer sees. */
export const createCourseRoutes = (ports: RoutePorts) => {
  const { sessions, deepLinking, store, course, activities, bearers, clock, eventsWritten, lmsDates } = ports;
  return [
    ...courseRoutes(
      createSessionService(sessions, bearers, store, clock),
      createLinkService(sessions, deepLinking, activities, store, clock, eventsWritten),
      createPlacementService(store, activities, lmsDates, eventsWritten),
    ),
    ...observedRoutes(course),
  ];
};

interface Ports extends Omit<RosterPorts, 'reads' | 'random' | 'readEnded'> {
  readonly csv: Parameters<typeof createImportService>[0]['csv'];
  readonly connection: Parameters<typeof createCourseStore>[0];
  readonly jobs: Parameters<typeof defineReadJobs>[0];
  readonly log: Parameters<typeof createRosterService>[0]['log'];
  /** A number in [0, 1) for jitter. */
  readonly random?: () => number;
}

/** Who is in a course and in which group, as the LMS says: read in the background, shown to staff. */
export function createRoster({ connection, jobs, log, random = Math.random, ...ports }: Ports) {
  const { store } = ports;
  const reads = createLmsReadStore(connection);
  const groups = createGroupStore(connection);
  const memberships = createMembershipStore(connection);
  const requests = createReadRequests(jobs);
  const placing = createMembershipService({ ...ports, groups, memberships, markGrouped: store.markGrouped });
  const matters = createReadMatters(reads);
  const shared = { ...ports, reads, requests, random, readEnded: matters.readEnded };
  const rosterSync = createRosterSyncService(shared);
  const changes = createSetChanges({ ...ports, groups, memberships, placing });
  const boards = createSetBoards({ store, groups, memberships });
  const sectionStore = createSectionStore(connection);
  const sections = createSectionQueries(sectionStore, groups, memberships);
  const attributes = createAttributeStore(connection);
  // Questionnaires, made later, tell what answers there are.
  const source: { current: AnswerSource | null } = { current: null };
  const answers: AnswerSource = {
    list: async (scope) => (await source.current?.list(scope)) ?? [],
    read: async (...asked) => (await source.current?.read(...asked)) ?? [],
  };
  const grouped = { ...shared, groups, memberships, placing, changes, boards, sections };
  const groupSync = createGroupSyncService(grouped);
  const sectionNotes = createSectionNotes(grouped);
  const leavers = createLeaverService(grouped);
  const roster = createRosterService({ ...shared, log });
  const followStaff = createStaffConsumer(roster);
  defineReadJobs(jobs, requests, rosterSync, groupSync);
  return {
    routes: [
      ...rosterRoutes(roster),
      ...sectionRoutes(createSectionService({ ...grouped, sections: sectionStore })),
      ...attributeRoutes(createAttributeService({ ...ports, attributes, answers })),
      ...formationRoutes(createGroupFormer({ ...grouped, attributes })),
      ...groupRoutes(createGroupService(grouped), createImportService(grouped)),
      ...ownSetRoutes({
        sets: createOwnSetService(grouped),
        maker: createSetMaker(grouped),
        drawer: createGroupDrawer(grouped),
        signUps: createSignUpService(grouped),
      }),
    ],
    /** Has the roster read after a launch by staff; does not wait for it. */
    afterStaffLaunch: roster.afterStaffLaunch,
    /** Follows launches: rosters to be read, groups that they named. */
    async consumer(events: Parameters<typeof followStaff>[0]): Promise<void> {
      await followStaff(events);
      await groupSync.consume(events);
      await sectionNotes.consume(events);
      await changes.consume(events, store.findScope);
      await leavers.consume(events);
    },
    /** Names where answers come from by which groups can be formed; before requests come. */
    useAnswers: (given: AnswerSource) => void (source.current = given),
    /** What other features ask of groups. */
    groups: createGroupQueries(groups, memberships),
    /** What lists of members ask of sections. */
    sections,
    /** Readings that wait for staff. */
    matterSource: matters.source,
    /** What sign-ups ask of learners. */
    signUpMatters: createSignUpMatters(grouped),
    /** In which group somebody is now by what others did. */
    noticeSource: createGroupNotices(groups, memberships),
  };
}
