import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { momentKey, readMomentKey } from '../../core/moment-key.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { disputeEvent } from './dispute-events.service.ts';
import { decideAnswer, decideTake, type Dispute, isWaiting, staffStanding } from './disputes.domain.ts';
import type { DisputeStore } from './disputes.store.ts';
import { staffDisputeView } from './disputes.views.ts';

/** Sets one grade, with a reason; the same call again changes nothing. @throws AppError GRADE_OUT_OF_RANGE, … */
type SetGrade = (
  caller: Caller,
  columnId: string,
  memberId: string,
  value: number,
  reason: string,
) => Promise<void>;

export interface AnswerPorts {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly setGrade: SetGrade;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type AnswerDisputesService = ReturnType<typeof createAnswerDisputesService>;
type AnswerCommand = Parameters<typeof decideAnswer>[1];

/** Staff take and answer disputes. */
export function createAnswerDisputesService(
  store: DisputeStore,
  { activities, course, setGrade, clock, eventsWritten }: AnswerPorts,
) {
  const readerOf = (caller: Caller) => ({
    id: caller.member.id,
    mayChangeGrades: caller.can('grade.override'),
  });

  async function viewsOf(caller: Caller, disputes: readonly Dispute[]) {
    const ids = disputes.flatMap(({ memberId, takenBy }) => (takenBy ? [memberId, takenBy] : [memberId]));
    const members = await course.findMembers(caller.scope, [...new Set(ids)]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return disputes.map((dispute) =>
      staffDisputeView(dispute, staffStanding(dispute, readerOf(caller), clock.now()), names),
    );
  }

  async function viewOf(caller: Caller, dispute: Dispute) {
    const [view] = await viewsOf(caller, [dispute]);
    if (!view) throw new Error('a dispute has no view');
    return view;
  }

  async function save(caller: Caller, type: 'dispute.taken' | 'dispute.answered', dispute: Dispute) {
    const event = disputeEvent(type, dispute, caller, clock.now());
    if (!(await store.update(dispute, isWaiting(dispute), event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  return {
    /** Newest first; four round trips. @param after the `next` of the page before. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const { scope } = caller;
      const [{ type, title }, found, { total, waiting }] = await Promise.all([
        activities.get(scope, activityId),
        store.listOfActivity(scope, activityId, after === undefined ? null : readMomentKey(after), limit + 1),
        store.count(scope, activityId),
      ]);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        activity: { type, title },
        items: await viewsOf(caller, page),
        waiting,
        total,
        next: found.length > limit && last ? momentKey({ at: last.openedAt, id: last.id }) : null,
      };
    },

    /** @throws AppError NOT_FOUND, DISPUTE_ANSWERED, STALE_REVISION */
    async take(caller: Caller, activityId: string, disputeId: string, expectedRevision: number) {
      const current = await store.find(caller.scope, activityId, disputeId);
      const decision = decideTake(current, caller.member.id, expectedRevision);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'step') await save(caller, 'dispute.taken', decision.dispute);
      return viewOf(caller, decision.dispute);
    },

    /** @throws AppError NOT_FOUND, FORBIDDEN, DISPUTE_ANSWERED, DISPUTE_NOT_TAKEN, STALE_REVISION, GRADE_OUT_OF_RANGE */
    async answer(caller: Caller, activityId: string, disputeId: string, command: AnswerCommand) {
      const current = await store.find(caller.scope, activityId, disputeId);
      const decision = decideAnswer(current, command, readerOf(caller), clock.now());
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      const { dispute } = decision;
      if (decision.type === 'step') {
        const { target, memberId, answer } = dispute;
        // The grade first: after a crash in between the dispute still waits, and the same answer changes no grade twice.
        if (answer && answer.grade !== null) {
          const columnId = target.kind === 'grade' ? target.columnId : activityId;
          await setGrade(caller, columnId, memberId, answer.grade, answer.reason);
        }
        await save(caller, 'dispute.answered', dispute);
      }
      return viewOf(caller, dispute);
    },
  };
}
