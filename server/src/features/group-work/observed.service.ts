import type { Caller } from '../../platform/http/ports.ts';
import { asObserved, type CourseService, type Member } from '../course/index.ts';
import type { DeliverablesService } from './deliverables.service.ts';
import type { GradingService } from './grading.service.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import { observedCopyView, observedProjectView } from './observed.views.ts';
import type { OverviewService } from './overview.service.ts';

interface Ports {
  readonly overview: OverviewService;
  readonly grading: Pick<GradingService, 'result'>;
  readonly service: Pick<DeliverablesService, 'get'>;
  readonly course: Pick<CourseService, 'getObserved'>;
}

export type ObservedProjects = ReturnType<typeof createObservedProjects>;

/** What an observer reads of a project: an observed learner's own pages. Whether they may is asked anew at each read. */
export function createObservedProjects({ overview, grading, service, course }: Ports) {
  /** @throws AppError NOT_FOUND for a learner whom the caller may not observe */
  const learnerOf = ({ scope, member }: Caller, memberId: string): Promise<Member> =>
    course.getObserved(scope, member.id, memberId);

  return {
    /** @throws as `learnerOf`; AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async project(caller: Caller, activityId: string, memberId: string) {
      const learner = await learnerOf(caller, memberId);
      const as = asObserved(caller, learner);
      const [project, result] = await Promise.all([
        overview.get(as, activityId),
        grading.result(as, activityId),
      ]);
      return observedProjectView(project, result, learner);
    },

    /** @throws as `project`; AppError NOT_IN_GROUP */
    async copy(caller: Caller, memberId: string, key: DeliverableKey) {
      const learner = await learnerOf(caller, memberId);
      return observedCopyView(await service.get(asObserved(caller, learner), key));
    },
  };
}
