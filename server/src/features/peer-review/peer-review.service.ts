import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import { type ActivityService, createDateEffects } from '../activity/index.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import type { Files } from '../files/index.ts';
import { createActivityType } from './activity-type.service.ts';
import { createAllocateLateService } from './allocate-late.service.ts';
import { createAuthorGroups, type GroupQueries } from './author-groups.service.ts';
import { createCalibrationService } from './calibration.service.ts';
import { createComparisonGrades } from './comparison-grades.service.ts';
import { createComparisonReads } from './comparison-reads.service.ts';
import { createComparisonResultsService } from './comparison-results.service.ts';
import { createCopyContentService } from './copy-content.service.ts';
import { createCriterionResultsService } from './criterion-results.service.ts';
import { createDisputableService } from './disputable.service.ts';
import { createDrawComparisonsService } from './draw-comparisons.service.ts';
import { createExampleFileRules } from './example-files.service.ts';
import { createExamplesService } from './examples.service.ts';
import { EXAMPLE } from './file-items.domain.ts';
import { createFileRules } from './file-items.service.ts';
import { createProgressFollower } from './follow-events.service.ts';
import { createGiveOutService } from './give-out.service.ts';
import { createGiveComparisonsService } from './give-comparisons.service.ts';
import { createGradeSource } from './grade-source.service.ts';
import { createHoldReview } from './hold-review.service.ts';
import { createKeepGradesService, type Recompute } from './keep-grades.service.ts';
import { createLetPassService } from './let-pass.service.ts';
import { createMatterSource } from './matter-source.service.ts';
import { createMarkingSource } from './marking-source.service.ts';
import { createLearnerWorks } from './learner-works.service.ts';
import { createRevisionOpensService } from './revision-opens.service.ts';
import { createReviewExclusionsService } from './review-exclusions.service.ts';
import { createReviewPools } from './review-pools.service.ts';
import { createNoticeSource } from './notice-source.service.ts';
import { createPairsService } from './pairs.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { createPullReviewsService } from './pull-reviews.service.ts';
import { createPreFlightService } from './pre-flight.service.ts';
import { createProgressService } from './progress.service.ts';
import { createLearnerReadsService } from './read-learner.service.ts';
import { createObservedReadsService } from './read-observed.service.ts';
import { createOwnReadsService, type Grades } from './read-own.service.ts';
import { createRehearsalSource } from './rehearse.service.ts';
import { createReviseWorkService } from './revise-work.service.ts';
import { createReviewTogether } from './review-together.service.ts';
import { createReviewTalkService } from './review-talk.service.ts';
import { createPhasesService } from './run-phases.service.ts';
import { createSelfAssessmentService } from './self-assessment.service.ts';
import { createSettingsService } from './settings.service.ts';
import { createSpotChecksService } from './spot-checks.service.ts';
import { createStaffServices } from './staff-view.service.ts';
import { createSubmitComparisonService } from './submit-comparison.service.ts';
import { createSubmitReviewService } from './submit-review.service.ts';
import { createSubmitWorkService } from './submit-work.service.ts';
import { createTendQueueService } from './tend-queue.service.ts';
import { createWeighReviewsService } from './weigh-reviews.service.ts';

export interface PeerReviewPorts {
  readonly activities: ActivityService;
  readonly course: Pick<
    CourseService,
    'findMembers' | 'listAllLearners' | 'listLearners' | 'findScope' | 'getObserved' | 'listObserved'
  >;
  readonly sections: SectionQueries;
  readonly groups: GroupQueries;
  readonly grades: Grades & Recompute;
  readonly files: Pick<Files, 'keep' | 'findReady' | 'requireAnonymous' | 'copy'>;
  readonly csv: Pick<Csv, 'read'>;
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
  const authors = createAuthorGroups(stores.submissions, activities, course, ports.groups);
  const learnerWorks = createLearnerWorks(stores, course);
  const exclusions = createReviewExclusionsService(stores, course, ports.csv, clock, eventsWritten);
  const pools = createReviewPools(activities, learnerWorks, ports.sections, exclusions, ports.groups);
  const drawing = createDrawComparisonsService(stores, activities, clock, eventsWritten, learnerWorks, pools);
  const together = createReviewTogether(
    stores,
    activities,
    course,
    ports.sections,
    ports.groups,
    exclusions,
    pools,
    clock,
    eventsWritten,
  );
  const giving = createGiveOutService(stores, pools, drawing, together);
  const phases = createPhasesService(stores, activities, clock, eventsWritten, learnerWorks, pools, giving);
  const compared = createComparisonReads(stores);
  const comparedGrades = createComparisonGrades(stores, activities, course, compared, clock);
  const comparing = createSubmitComparisonService(stores, activities, clock, eventsWritten);
  const progress = createProgressService(
    stores,
    activities,
    course,
    grades,
    recountLater,
    ports.sections,
    authors,
    clock,
  );
  const calibration = createCalibrationService(stores, activities, clock, eventsWritten);
  const own = createOwnReadsService(
    stores,
    activities,
    course,
    authors,
    grades,
    clock,
    calibration,
    compared,
  );
  const work = createSubmitWorkService(stores, activities, authors, files, clock, eventsWritten);
  const weighing = createWeighReviewsService(stores);
  const criteria = createCriterionResultsService(stores, activities, course, clock, eventsWritten);
  const tending = createTendQueueService(stores, activities, learnerWorks, pools, clock, eventsWritten);
  const pulling = createPullReviewsService(stores, activities, tending, calibration, clock, eventsWritten);
  const hold = createHoldReview(stores, tending, clock);
  const reviewing = createSubmitReviewService(stores, activities, clock, eventsWritten, calibration, hold);
  const staff = createStaffServices(stores, { ...ports, learnerWorks, weighing, pools, exclusions });
  return {
    staff,
    weighing,
    criteria,
    tending,
    pulling,
    preFlight: createPreFlightService(activities, course, ports.sections, ports.groups, pools, exclusions),
    exclusions,
    pairs: createPairsService(
      stores,
      activities,
      course,
      tending,
      exclusions,
      together,
      clock,
      eventsWritten,
    ),
    spotChecks: createSpotChecksService(stores, activities, course, weighing),
    settings: createSettingsService(
      activities,
      stores,
      authors,
      files,
      weighing,
      createDateEffects({ activities, course, clock }),
      clock,
      eventsWritten,
    ),
    own,
    observed: createObservedReadsService(own, course),
    learner: createLearnerReadsService(stores, activities, course, grades),
    work,
    reviewing,
    talks: createReviewTalkService(stores, activities, clock, eventsWritten),
    findDisputable: createDisputableService(stores, compared, grades),
    phases,
    rehearsalSource: createRehearsalSource({ own, work, reviewing, pulling, comparing }),
    activityType: createActivityType(stores, activities, authors),
    late: createAllocateLateService(
      stores,
      activities,
      clock,
      eventsWritten,
      learnerWorks,
      pools,
      drawing,
      together,
    ),
    comparing,
    comparisonResults: createComparisonResultsService(stores, activities, course, clock),
    comparisonPairs: createGiveComparisonsService(
      stores,
      activities,
      course,
      exclusions,
      clock,
      eventsWritten,
    ),
    pools,
    copyContent: createCopyContentService(stores, files, course.findScope, clock),
    gradeKeeper: createKeepGradesService(phases, grades, clock, learnerWorks.listSharers),
    progress,
    gradeSource: createGradeSource(
      stores,
      activities,
      phases,
      course,
      weighing,
      criteria,
      comparedGrades,
      clock,
    ),
    markingSource: createMarkingSource(stores, activities),
    noticeSource: createNoticeSource(stores, activities, authors, clock),
    revisionOpens: createRevisionOpensService(activities, clock, eventsWritten),
    matterSource: createMatterSource(stores, activities, progress.rebuild, staff.disagreements, authors),
    fileRules: {
      ...createFileRules(stores, activities, authors, course, clock, calibration.isPassed),
      [EXAMPLE]: createExampleFileRules(stores, activities),
    },
    calibration,
    examples: createExamplesService(stores, activities, files, clock, eventsWritten),
    self: createSelfAssessmentService(stores, activities, clock, eventsWritten),
    revising: createReviseWorkService(stores, activities, authors, files, clock, eventsWritten),
    letPass: createLetPassService(stores, activities, course, clock, eventsWritten),
    progressFollower: createProgressFollower(activities, course, progress),
  };
}
