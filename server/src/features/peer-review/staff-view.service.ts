import type { Clock } from '../../core/clock.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { createAnalyticsService } from './analytics.service.ts';
import { createAnswerProblemsService } from './answer-problems.service.ts';
import { createDisagreementsService } from './disagreements.service.ts';
import { createNetworkService } from './network.service.ts';
import { createJudgeReviewService } from './judge-review.service.ts';
import type { LearnerWorks } from './learner-works.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { createProblemMatters } from './problem-matters.service.ts';
import { createReportProblemService } from './report-problem.service.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';
import type { ReviewPools } from './review-pools.service.ts';
import { createReviewTimeService } from './review-time.service.ts';
import { createWeighReviewService } from './weigh-review.service.ts';
import type { WeighReviewsService } from './weigh-reviews.service.ts';

interface Ports {
  readonly activities: ActivityService;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly learnerWorks: LearnerWorks;
  readonly weighing: WeighReviewsService;
  readonly pools: Pick<ReviewPools, 'near' | 'apart' | 'nearness'>;
  readonly exclusions: Pick<ReviewExclusionsService, 'confirm' | 'keepAway'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** What staff see and decide beside the staff table, and how reviewers call them. */
export const createStaffServices = (stores: PeerReviewStores, ports: Ports) => {
  const { activities, course, learnerWorks, weighing, pools, exclusions, clock, eventsWritten } = ports;
  return {
    analytics: createAnalyticsService(stores, activities),
    weighReview: createWeighReviewService(stores, activities, course, clock, eventsWritten),
    judging: createJudgeReviewService(stores, activities, course, clock, eventsWritten),
    network: createNetworkService(stores, activities),
    disagreements: createDisagreementsService(stores, activities, weighing, clock, eventsWritten),
    timing: createReviewTimeService(stores, activities, clock),
    reporting: createReportProblemService(stores, activities, clock, eventsWritten),
    answering: createAnswerProblemsService(
      stores,
      activities,
      course,
      learnerWorks,
      pools,
      exclusions,
      clock,
      eventsWritten,
    ),
    problemMatters: createProblemMatters(stores.problems),
  };
};
export type StaffServices = ReturnType<typeof createStaffServices>;
