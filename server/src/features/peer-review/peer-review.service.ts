import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { Files } from '../files/index.ts';
import { createActivityType } from './activity-type.service.ts';
import { createAllocateLateService } from './allocate-late.service.ts';
import { createCopyFilesService } from './copy-files.service.ts';
import { createDisputableService } from './disputable.service.ts';
import { createFileRules } from './file-items.service.ts';
import { createProgressFollower } from './follow-events.service.ts';
import { createGradeSource } from './grade-source.service.ts';
import { createKeepGradesService, type Recompute } from './keep-grades.service.ts';
import { createMatterSource } from './matter-source.service.ts';
import { createMarkingSource } from './marking-source.service.ts';
import { createNoticeSource } from './notice-source.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { createProgressService } from './progress.service.ts';
import { createLearnerReadsService } from './read-learner.service.ts';
import { createObservedReadsService } from './read-observed.service.ts';
import { createOwnReadsService, type Grades } from './read-own.service.ts';
import { createRehearsalSource } from './rehearse.service.ts';
import { createPhasesService } from './run-phases.service.ts';
import { createSettingsService } from './settings.service.ts';
import { createSubmitReviewService } from './submit-review.service.ts';
import { createSubmitWorkService } from './submit-work.service.ts';

export interface PeerReviewPorts {
  readonly activities: ActivityService;
  readonly course: Pick<CourseService, 'findMembers' | 'listLearners' | 'findScope' | 'getObserved'>;
  readonly grades: Grades & Recompute;
  readonly files: Pick<Files, 'keep' | 'findReady' | 'copy'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
  /** Has the counts of a staff table brought up to date a moment later. */
  readonly recountLater: (scope: CourseScope, activityId: string) => Promise<void>;
}

export type PeerReviewServices = ReturnType<typeof createPeerReviewServices>;

/** The services of peer review, each for one verb. */
export function createPeerReviewServices(stores: PeerReviewStores, ports: PeerReviewPorts) {
  const { activities, course, grades, files, clock, eventsWritten, recountLater } = ports;
  const phases = createPhasesService(stores, activities, clock, eventsWritten, course);
  const progress = createProgressService(stores, activities, course, grades, recountLater);
  const own = createOwnReadsService(stores, activities, grades, clock);
  const work = createSubmitWorkService(stores, activities, files, clock, eventsWritten);
  const reviewing = createSubmitReviewService(stores, activities, clock, eventsWritten);
  return {
    settings: createSettingsService(activities, stores, files, eventsWritten),
    own,
    observed: createObservedReadsService(own, course),
    learner: createLearnerReadsService(stores, activities, course, grades),
    work,
    reviewing,
    findDisputable: createDisputableService(stores, activities, grades),
    phases,
    rehearsalSource: createRehearsalSource({ own, work, reviewing }),
    activityType: createActivityType(stores),
    late: createAllocateLateService(stores, activities, clock, eventsWritten, course),
    copyFiles: createCopyFilesService(files, course.findScope, clock),
    gradeKeeper: createKeepGradesService(phases, grades, clock),
    progress,
    gradeSource: createGradeSource(stores, activities, phases, course, clock),
    markingSource: createMarkingSource(stores, activities),
    noticeSource: createNoticeSource(stores, activities, clock),
    matterSource: createMatterSource(stores, activities, progress.rebuild),
    fileRules: createFileRules(stores, activities, course, clock),
    progressFollower: createProgressFollower(activities, course, progress),
  };
}
