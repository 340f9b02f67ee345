import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { isReady, type PassDecision } from './calibration.domain.ts';
import { rowOf } from './calibration-facts.domain.ts';
import { calibrationsView } from './calibration.views.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getPeerReview } from './settings.service.ts';

export type LetPassService = ReturnType<typeof createLetPassService>;

interface Learner {
  readonly id: string;
  readonly name: string | null;
}

/** Staff see who has calibrated, and let somebody pass. */
export function createLetPassService(
  { calibrations }: Pick<PeerReviewStores, 'calibrations'>,
  activities: ActivityService,
  course: Pick<CourseService, 'listLearners' | 'findMembers'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  async function rowsOf(scope: CourseScope, activityId: string, learners: readonly Learner[]) {
    const ids = learners.map(({ id }) => id);
    const [{ settings }, examples, { results, passes }] = await Promise.all([
      getPeerReview(activities, scope, activityId),
      calibrations.listExamples(scope, activityId),
      calibrations.listRecords(scope, activityId, ids),
    ]);
    const ready = examples.filter((example) => isReady(example, settings.criteria)).length;
    const byMember = groupBy(results, ({ memberId }) => memberId);
    const decisions = new Map(passes.map((pass) => [pass.memberId, pass]));
    return learners.map((learner) =>
      rowOf(
        learner,
        settings.calibration,
        ready,
        byMember.get(learner.id) ?? [],
        decisions.get(learner.id) ?? null,
      ),
    );
  }

  return {
    /** Learners by name. @throws AppError NOT_FOUND */
    async list({ scope }: Caller, activityId: string, after: string | undefined, limit: number) {
      const { items, next } = await course.listLearners(scope, after, limit);
      return calibrationsView(await rowsOf(scope, activityId, items), next);
    },

    /** Decides about one learner. @throws AppError STALE_REVISION when a colleague was faster, NOT_FOUND */
    async decide(
      caller: Caller,
      activityId: string,
      memberId: string,
      {
        passes,
        reason,
        expectedRevision,
      }: Pick<PassDecision, 'passes' | 'reason'> & { expectedRevision: number },
    ) {
      const { scope, member, actor, requestId } = caller;
      const [[learner], review] = await Promise.all([
        course.findMembers(scope, [memberId]),
        getPeerReview(activities, scope, activityId),
      ]);
      if (learner?.role !== 'learner') throw new AppError('NOT_FOUND', { kind: 'member' });
      const at = clock.now();
      const event = makeEvent({
        type: 'calibration.letPass',
        at,
        actor,
        requestId,
        courseId: scope.courseId,
        subject: { kind: 'member', id: memberId },
        // The reason is somebody's text: it stays with the decision.
        data: { activityId: review.id, passes, revision: expectedRevision + 1 },
      });
      const decision = { activityId, memberId, passes, reason, byId: member.id, at };
      const saved = { ...decision, revision: expectedRevision + 1 };
      if (!(await calibrations.savePass(scope, saved, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      const [row] = await rowsOf(scope, activityId, [learner]);
      if (!row) throw new Error(`the row of ${memberId} is missing`);
      return row;
    },
  };
}
