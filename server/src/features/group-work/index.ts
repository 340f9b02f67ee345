import { createAccessService } from './access.service.ts';
import { createDeliverableFiles } from './deliverable-files.service.ts';
import { createDeliverablesService } from './deliverables.service.ts';
import { createDeliverableStore } from './deliverables.store.ts';
import { createGradeFollower, createGradeSource } from './grade-source.service.ts';
import { createGradingService, type GradingPorts } from './grading.service.ts';
import { createDeliverableMarkStore } from './marks.store.ts';
import { defineSettleJob } from './group-work.jobs.ts';
import { groupWorkRoutes } from './group-work.routes.ts';
import { createProjectGroups } from './groups-port.service.ts';
import { createNoticeSource } from './notice-source.service.ts';
import { createOverviewService } from './overview.service.ts';
import { createRehearsalSource } from './rehearse.service.ts';
import { createSettleService } from './settle.service.ts';
import { createGroupWorkType, createSetUpService } from './set-up.service.ts';

interface Ports {
  readonly connection: Parameters<typeof createDeliverableStore>[0];
  /** Sees group projects alone. */
  readonly activities: Parameters<typeof createSetUpService>[0];
  readonly course: Parameters<typeof createOverviewService>[0]['course'] & {
    readonly findScope: Parameters<typeof createSettleService>[0]['findScope'];
  };
  readonly groups: Parameters<typeof createProjectGroups>[0];
  /** The gradebook. */
  readonly grades: GradingPorts['grades'] & Parameters<typeof createGradeFollower>[2];
  readonly files: Parameters<typeof createDeliverableFiles>[2];
  readonly jobs: Parameters<typeof defineSettleJob>[0];
  readonly clock: Parameters<typeof createDeliverableFiles>[3];
  readonly eventsWritten: () => void;
}

/** Group projects: its routes, and how they join in where activities of all types are. */
export function createGroupWork(ports: Ports) {
  const { connection, activities, course, jobs, grades, clock, eventsWritten } = ports;
  const deliverables = createDeliverableStore(connection);
  const groups = createProjectGroups(ports.groups, course);
  const access = createAccessService(activities, deliverables, groups);
  const files = createDeliverableFiles(access, deliverables, ports.files, clock);
  const shared = { activities, access, deliverables, course, clock, eventsWritten };
  const service = createDeliverablesService({ ...shared, files });
  const settling = createSettleService({ ...shared, findScope: course.findScope });
  const settleLater = defineSettleJob(jobs, settling);
  const marks = createDeliverableMarkStore(connection);
  const grading = createGradingService({ ...shared, marks, grades });
  const followGrades = createGradeFollower(activities, course.findScope, grades, clock);
  return {
    activityType: createGroupWorkType(activities, deliverables, groups, course),
    fileRules: files.rules,
    gradeSource: createGradeSource({ ...shared, groups, marks, grading }),
    noticeSource: createNoticeSource(activities),
    rehearsalSource: createRehearsalSource({ access, service, deliverables, clock }),
    /** Looks, at their deadlines, at copies that wait for confirmations, and keeps released grades up. */
    async consumer(events: Parameters<typeof settleLater>[0]): Promise<void> {
      await settleLater(events);
      await followGrades(events);
    },
    routes: groupWorkRoutes({
      setUp: createSetUpService(activities, deliverables, eventsWritten),
      overview: createOverviewService(shared),
      service,
      grading,
    }),
  };
}
