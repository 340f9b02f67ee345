import { DISAGREEMENTS_SHOWN_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { type Disagreement, disagreementsOf } from './review-problems.domain.ts';
import { disagreementsView } from './review-problems.views.ts';
import { getPeerReview } from './settings.service.ts';
import type { WeighReviewsService } from './weigh-reviews.service.ts';

export type DisagreementsService = ReturnType<typeof createDisagreementsService>;

/** Works whose reviews are too far apart. */
export function createDisagreementsService(
  { progress, problems }: Pick<PeerReviewStores, 'progress' | 'problems'>,
  activities: ActivityService,
  weighing: Pick<WeighReviewsService, 'listMarked'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  /** Three round trips at once. */
  async function find(scope: CourseScope, activityId: string, limit: number): Promise<Disagreement[]> {
    const [rows, notes, marked] = await Promise.all([
      progress.listSpreadAbove(scope, activityId, limit),
      problems.listNotes(scope, activityId),
      weighing.listMarked(scope, activityId),
    ]);
    return disagreementsOf(rows, notes, marked);
  }

  async function list({ scope }: Pick<Caller, 'scope'>, activityId: string) {
    const { disagreementLimit: limit } = (await getPeerReview(activities, scope, activityId)).settings;
    const all = limit === null ? [] : await find(scope, activityId, limit);
    const waiting = all.filter(({ dismissal }) => dismissal === null);
    const left = all.filter(({ dismissal }) => dismissal !== null);
    const shown = [...waiting.slice(0, DISAGREEMENTS_SHOWN_MAX), ...left.slice(0, DISAGREEMENTS_SHOWN_MAX)];
    return disagreementsView(limit, waiting.length, shown);
  }

  return {
    /** Four round trips, three of them at once. @throws AppError NOT_FOUND */
    list,

    /** How many works wait for staff because of it. */
    async countWaiting(scope: CourseScope, activityId: string, limit: number | null): Promise<number> {
      if (limit === null) return 0;
      const found = await find(scope, activityId, limit);
      return found.filter(({ dismissal }) => dismissal === null).length;
    },

    /** @throws AppError NOT_FOUND when reviews of this work do not disagree, STALE_REVISION */
    async dismiss(
      caller: Caller,
      activityId: string,
      authorId: string,
      command: { dismissed: boolean; reason: string; expectedRevision: number },
    ) {
      const { scope, member } = caller;
      const { dismissed, reason, expectedRevision } = command;
      const { disagreementLimit: limit } = (await getPeerReview(activities, scope, activityId)).settings;
      const found = limit === null ? [] : await find(scope, activityId, limit);
      const one = found.find(({ row }) => row.memberId === authorId);
      if (!one) throw new AppError('NOT_FOUND', { kind: 'member' });
      // The same once more: another tab, or an answer that was lost.
      const isSo = dismissed ? one.dismissal?.reason === reason : one.dismissal === null;
      if (isSo) return list(caller, activityId);
      if (one.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const at = clock.now();
      const { spread } = one.row;
      const saved = await problems.saveNote(
        {
          courseId: scope.courseId,
          activityId,
          authorId,
          dismissal: dismissed ? { reason, by: member.id, at, spread } : null,
          revision: expectedRevision + 1,
        },
        courseEvent(
          'reviewDisagreement.settled',
          { kind: 'reviewDisagreement', id: `${activityId}/${authorId}` },
          caller,
          at,
          { activityId, authorId, dismissed, spread },
        ),
      );
      if (!saved) throw new AppError('STALE_REVISION');
      eventsWritten();
      return list(caller, activityId);
    },
  };
}
