import type { Clock } from '../../core/clock.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { createProgressFollower } from './follow-events.service.ts';
import { createGradeSource } from './grade-source.service.ts';
import { createKeepGradesService, type Recompute } from './keep-grades.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { createProgressService } from './progress.service.ts';
import { createOwnReadsService, type Grades } from './read-own.service.ts';
import { createPhasesService } from './run-phases.service.ts';
import { createSettingsService } from './settings.service.ts';
import { createSubmitReviewService } from './submit-review.service.ts';
import { createSubmitWorkService } from './submit-work.service.ts';

export interface PeerReviewPorts {
  readonly activities: ActivityService;
  readonly course: Pick<CourseService, 'findMembers' | 'listLearners' | 'findScope'>;
  readonly grades: Grades & Recompute;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type PeerReviewServices = ReturnType<typeof createPeerReviewServices>;

/** The services of peer review, each for one verb. */
export function createPeerReviewServices(stores: PeerReviewStores, ports: PeerReviewPorts) {
  const { activities, course, grades, clock, eventsWritten } = ports;
  const phases = createPhasesService(stores, activities, clock, eventsWritten);
  const progress = createProgressService(stores, activities, course, grades);
  return {
    settings: createSettingsService(activities, stores, eventsWritten),
    own: createOwnReadsService(stores, activities, grades, clock),
    work: createSubmitWorkService(stores, activities, clock, eventsWritten),
    reviewing: createSubmitReviewService(stores, activities, clock, eventsWritten),
    phases,
    gradeKeeper: createKeepGradesService(phases, grades, clock),
    progress,
    gradeSource: createGradeSource(stores, activities, phases, clock),
    progressFollower: createProgressFollower(activities, course, progress),
  };
}
