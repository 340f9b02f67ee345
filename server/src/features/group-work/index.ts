import { createAccessService } from './access.service.ts';
import { createShownCopies, type PlenarySource } from './shown-copies.service.ts';
import { createDeliverableFiles } from './deliverable-files.service.ts';
import { createDeliverablesService, type PagesSource } from './deliverables.service.ts';
import { createDeliverableStore } from './deliverables.store.ts';
import { createBulkWorks } from './bulk-works.service.ts';
import { createDividedWorks } from './divided-works.service.ts';
import { createEffectsService } from './effects.service.ts';
import { createFactorsService } from './factors.service.ts';
import { createFactorStore } from './factors.store.ts';
import { createGradeInputs } from './grade-inputs.service.ts';
import { createGradeFollower, createGradeSource } from './grade-source.service.ts';
import { createGradingService, type GradingPorts } from './grading.service.ts';
import { createListWorks, type ListWorksPorts } from './list-works.service.ts';
import { createDeliverableMarkStore } from './marks.store.ts';
import { createSectionStore } from './sections.store.ts';
import { defineSettleJob } from './group-work.jobs.ts';
import { groupWorkRoutes } from './group-work.routes.ts';
import { createProjectGroups } from './groups-port.service.ts';
import { createDeliverableMatters } from './matter-source.service.ts';
import { createNoticeSource } from './notice-source.service.ts';
import { createObservedProjects } from './observed.service.ts';
import { createOverviewService } from './overview.service.ts';
import { createProjectWorks } from './project-works.service.ts';
import { createRehearsalSource } from './rehearse.service.ts';
import { createHiddenWorks } from './hidden-work.service.ts';
import { createVersionWriter } from './marked-items.service.ts';
import { createTwiceWorks } from './twice-works.service.ts';
import { createWorkKeys } from './work-keys.service.ts';
import { createHandedWorks } from './handed-work.service.ts';
import { createTeamRooms } from './rooms.service.ts';
import { createSettleService } from './settle.service.ts';
import { createProjectStandings } from './standings.service.ts';
import { createGroupWorkType, createSetUpService } from './set-up.service.ts';

export { GROUP_FILE, groupFileItem, groupOfItem } from './group-file-item.domain.ts';
export type { RoomPort } from './access.service.ts';
export { concernOfRooms, defineRoomTopic } from './room-topics.service.ts';
export { pageOfGroups } from './group-pages.domain.ts';
export type { TeamProject, OwnRooms, TeamRoom, TeamRooms } from './rooms.service.ts';
export type { HandedWorks } from './handed-work.service.ts';
export type { ProjectStandings } from './standings.service.ts';
export type { Trace, TraceSource } from './traces.domain.ts';

type EvaluationSource = ReturnType<Parameters<typeof createFactorsService>[0]['evaluations']>;

interface Ports {
  readonly connection: Parameters<typeof createDeliverableStore>[0];
  /** Sees group projects alone. */
  readonly activities: Parameters<typeof createSetUpService>[0];
  readonly course: Parameters<typeof createProjectStandings>[0]['course'] &
    Parameters<typeof createFactorsService>[0]['course'] &
    Parameters<typeof createDeliverableFiles>[5] &
    Parameters<typeof createObservedProjects>[0]['course'] &
    Parameters<typeof createGradeSource>[0]['course'] & {
      readonly findScope: Parameters<typeof createSettleService>[0]['findScope'];
    };
  readonly groups: Parameters<typeof createProjectGroups>[0];
  readonly sections: ListWorksPorts['sections'];
  /** The gradebook. */
  readonly grades: GradingPorts['grades'] & Parameters<typeof createGradeFollower>[2];
  readonly files: Parameters<typeof createDeliverableFiles>[2];
  readonly jobs: Parameters<typeof defineSettleJob>[0];
  readonly clock: Parameters<typeof createDeliverableFiles>[3];
  readonly config: Parameters<typeof createSetUpService>[2];
  readonly veilOf: GradingPorts['veilOf'];
  readonly discussions: Parameters<typeof createOverviewService>[0]['discussions'];
  readonly eventsWritten: () => void;
}

/** Group projects: its routes, and how they join in where activities of all types are. */
export function createGroupWork(ports: Ports) {
  const { connection, activities, course, jobs, grades, veilOf, clock, eventsWritten } = ports;
  const deliverables = createDeliverableStore(connection);
  const sections = createSectionStore(connection);
  const groups = createProjectGroups(ports.groups, course, activities);
  const access = createAccessService(activities, deliverables, groups, course);
  let plenaries: PlenarySource | null = null;
  const copies = createShownCopies(access, deliverables, () => {
    if (!plenaries) throw new Error('nothing has registered plenaries');
    return plenaries;
  });
  const files = createDeliverableFiles(access, deliverables, ports.files, clock, copies, course);
  const shared = { activities, access, deliverables, course, clock, eventsWritten };
  const rooms = createTeamRooms({ activities, access, groups, deliverables, clock });
  let pages: PagesSource | null = null;
  const service = createDeliverablesService({
    ...shared,
    sections,
    files,
    pages: { freeze: (...of) => (pages === null ? Promise.resolve([]) : pages.freeze(...of)) },
  });
  const settling = createSettleService({ ...shared, findScope: course.findScope });
  const settleLater = defineSettleJob(jobs, settling);
  const marks = createDeliverableMarkStore(connection);
  const factors = createFactorStore(connection);
  let findTwice: GradingPorts['findTwice'] = () => {
    throw new Error('nothing has registered how works are marked twice');
  };
  let findAbsent: GradingPorts['findAbsent'] = () => {
    throw new Error('nothing has registered presentations');
  };
  const write = createVersionWriter(marks, eventsWritten);
  const grading = createGradingService({
    ...shared,
    marks,
    grades,
    factors,
    findTwice: (...of) => findTwice(...of),
    findAbsent: (...of) => findAbsent(...of),
    write,
    veilOf,
  });
  const overview = createOverviewService({ ...shared, groups, discussions: ports.discussions });
  const worksOf = createProjectWorks({ ...shared, marks });
  const keys = createWorkKeys(activities, groups);
  const inputs = createGradeInputs({ ...shared, groups, marks });
  let evaluations: EvaluationSource | null = null;
  const findEvaluations = (): EvaluationSource => {
    if (!evaluations) throw new Error('nothing has registered evaluations');
    return evaluations;
  };
  const followGrades = createGradeFollower(activities, course.findScope, grades, clock);
  return {
    activityType: createGroupWorkType(activities, deliverables, groups, course),
    fileRules: files.rules,
    sharedFiles: files.sharedWith,
    /** The room of one group, for what it does there together. */
    spaces: access,
    /** The same with who is in it and what its project asks of how it works together. */
    rooms,
    /** Of what a group hands in, who made it. */
    handedWorks: createHandedWorks({ ...shared, groups, files: ports.files }),
    /** How far all groups are with what they hand in. */
    standings: createProjectStandings({ ...shared, groups, sections, marks }),
    /** The works of groups, for what staff do to many at once, how they divide them, and which two people mark. */
    markedWorks: {
      ...createBulkWorks({ activities, deliverables, keys, marks, worksOf, write }),
      ...createDividedWorks({ activities, groups, keys, marks, worksOf }),
      ...createTwiceWorks({ activities, keys, marks, worksOf, veilOf }),
    },
    /** Registers how works are marked by two people; before the first request. */
    useTwice: (find: GradingPorts['findTwice']) => {
      findTwice = find;
    },
    /** What members of groups say of each other. */
    evaluations: findEvaluations,
    gradeSource: createGradeSource({ ...shared, factors, inputs, grading }),
    /** Copies of groups that somebody is not in. */
    copies,
    /** Registers where copies are put side by side; before the first request. */
    usePlenaries: (source: PlenarySource) => {
      plenaries = source;
    },
    /** Registers where groups write pages together; before the first request. */
    usePages: (source: PagesSource) => {
      pages = source;
    },
    /** Registers where groups present; before the first request. */
    usePresentations: (presentations: Pick<GradingPorts, 'findAbsent'>) => {
      ({ findAbsent } = presentations);
    },
    /** Registers where members of groups rate each other; before the first request. */
    useEvaluations: (source: EvaluationSource) => {
      evaluations = source;
    },
    noticeSource: createNoticeSource(activities),
    matterSources: [createDeliverableMatters({ ...shared, rooms, marks })],
    rehearsalSource: createRehearsalSource({ access, service, deliverables, clock }),
    /** Looks, at their deadlines, at copies that wait for confirmations, and keeps released grades up. */
    async consumer(events: Parameters<typeof settleLater>[0]): Promise<void> {
      await settleLater(events);
      await followGrades(events);
    },
    routes: groupWorkRoutes({
      setUp: createSetUpService(
        activities,
        {
          hasAny: async (...of) => (await deliverables.hasAny(...of)) || sections.hasAny(...of),
        },
        ports.config,
        eventsWritten,
      ),
      overview,
      effects: createEffectsService({
        ...shared,
        groups,
        grades,
      }),
      service,
      grading,
      observed: createObservedProjects({ overview, grading, service, course }),
      listWorks: createListWorks({ ...shared, sections: ports.sections, worksOf, veilOf }),
      hiddenWorks: createHiddenWorks({ access, files, veilOf, clock }),
      factors: createFactorsService({
        ...shared,
        inputs,
        store: factors,
        evaluations: findEvaluations,
      }),
    }),
  };
}
