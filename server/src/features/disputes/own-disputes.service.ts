import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { disputeEvent } from './dispute-events.service.ts';
import {
  decideOpen,
  decideWithdraw,
  type Disputable,
  isWaiting,
  type OpenCommand,
  ownStanding,
  targetKeyOf,
} from './disputes.domain.ts';
import type { DisputeStore } from './disputes.store.ts';
import { ownDisputesView } from './disputes.views.ts';

type OfMember = Awaited<ReturnType<ActivityService['getFor']>>;

/** What a learner can dispute in an activity of one type, once it is released to them; disputes know no type. */
export type FindDisputable = (
  scope: CourseScope,
  of: Pick<OfMember, 'activity' | 'changes'>,
  memberId: string,
) => Promise<Pick<Disputable, 'releasedAt' | 'targets'>>;

/** By the type of the activity; of one that is not in it, the own grade can be disputed. */
export type DisputableSources = Partial<Record<OfMember['activity']['type'], FindDisputable>>;

export interface OwnDisputePorts {
  readonly activities: Pick<ActivityService, 'getFor'>;
  readonly sources: DisputableSources;
  readonly ownGrade: FindDisputable;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type OwnDisputesService = ReturnType<typeof createOwnDisputesService>;

/** A learner's disputes about the own grades and received reviews. */
export function createOwnDisputesService(
  store: DisputeStore,
  { activities, sources, ownGrade, clock, eventsWritten }: OwnDisputePorts,
) {
  /** @throws AppError NOT_FOUND */
  async function findDisputable(
    scope: CourseScope,
    activityId: string,
    memberId: string,
  ): Promise<Disputable> {
    const found = await activities.getFor(scope, activityId, memberId);
    const { type, disputes: times = null } = found.activity;
    return { times, ...(await (sources[type] ?? ownGrade)(scope, found, memberId)) };
  }

  const load = ({ scope, member }: Caller, activityId: string) =>
    Promise.all([
      findDisputable(scope, activityId, member.id),
      store.listOfMember(scope, activityId, member.id),
    ]);

  async function list(caller: Caller, activityId: string) {
    const [disputable, own] = await load(caller, activityId);
    return ownDisputesView(ownStanding(disputable, own, caller.can('dispute.own'), clock.now()));
  }

  return {
    /** Four round trips. @throws AppError NOT_FOUND */
    list,

    /** @throws AppError NOT_FOUND, DISPUTES_CLOSED, DISPUTE_EXISTS */
    async open(caller: Caller, activityId: string, command: OpenCommand) {
      const { scope, member } = caller;
      const [disputable, own] = await load(caller, activityId);
      const by = { courseId: scope.courseId, activityId, memberId: member.id };
      const now = clock.now();
      const decision = decideOpen(disputable, own, command, by, now);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'open') {
        const { dispute } = decision;
        const event = disputeEvent('dispute.opened', dispute, caller, now);
        const inserted = await store.insert(dispute, targetKeyOf(dispute.target), event);
        if (inserted) eventsWritten();
        // Either this request came twice at once, or another tab disputes the same.
        else if ((await store.find(scope, activityId, command.id))?.memberId !== member.id)
          throw new AppError('DISPUTE_EXISTS');
      }
      return list(caller, activityId);
    },

    /** @throws AppError NOT_FOUND, DISPUTE_ANSWERED, STALE_REVISION when staff were faster */
    async withdraw(caller: Caller, activityId: string, disputeId: string) {
      const { scope, member } = caller;
      const decision = decideWithdraw(await store.find(scope, activityId, disputeId), member.id);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'step') {
        const { dispute } = decision;
        const event = disputeEvent('dispute.withdrawn', dispute, caller, clock.now());
        if (!(await store.update(dispute, isWaiting(dispute), event))) throw new AppError('STALE_REVISION');
        eventsWritten();
      }
      return list(caller, activityId);
    },
  };
}
