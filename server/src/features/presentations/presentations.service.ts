import { SLOTS_MAX } from '../../contracts/presentation-limits.ts';
import type { TIMER_COMMANDS } from '../../contracts/presentation-timer.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type DomainEvent, type EventType } from '../../core/events.ts';
import { seededRandom } from '../../core/random.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { TeamRooms } from '../group-work/index.ts';
import {
  decideBook,
  drawSlots,
  elapsedOf,
  inOrder,
  isElsewhere,
  type Plan,
  type Slot,
  stateOf,
  timerAfter,
  unplanned,
} from './presentations.domain.ts';
import type { PresentationStore } from './presentations.store.ts';
import { presentationsView } from './presentations.views.ts';

export interface PresentationPorts {
  readonly rooms: Pick<TeamRooms, 'openAll'>;
  /** Of all types. */
  readonly activities: Pick<ActivityService, 'find'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** One slot of a project. */
export interface SlotAddress {
  readonly activityId: string;
  readonly slotId: string;
}

export type PresentationService = ReturnType<typeof createPresentationService>;

/** An event of presentations; who has the pages of a project open hears of it. */
export const presentationEvent = (
  caller: Caller,
  type: EventType,
  activityId: string,
  at: Date,
  data: Record<string, unknown> = {},
): DomainEvent =>
  courseEvent(type, { kind: 'presentations', id: activityId }, caller, at, { activityId, ...data });

/** Whom what happens to the time of a group concerns. */
const peopleIn = (
  groups: readonly { readonly groupId: string; readonly memberIds: readonly string[] }[],
  groupId: string,
) => ({
  groupIds: [groupId],
  memberIds: groups.find((group) => group.groupId === groupId)?.memberIds ?? [],
});

/** When which group presents, and the timer (group-work.md item 9). */
export function createPresentationService(
  store: PresentationStore,
  { rooms, activities, clock, eventsWritten }: PresentationPorts,
) {
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
  async function open(caller: Caller, activityId: string) {
    const [{ project, groups }, plan, slots] = await Promise.all([
      rooms.openAll(caller, activityId),
      store.findPlan(caller.scope, activityId),
      store.listSlots(caller.scope, activityId),
    ]);
    const { id, role } = caller.member;
    const own = groups.filter(({ memberIds }) => memberIds.includes(id));
    const forStaff = isStaff(role);
    return {
      project,
      groups,
      plan: plan ?? unplanned(activityId),
      slots,
      forStaff,
      ownIds: forStaff ? [] : own.map(({ groupId }) => groupId),
      isOpen: project.state === 'published',
    };
  }

  async function get(caller: Caller, activityId: string) {
    const { project, isOpen, ...seen } = await open(caller, activityId);
    const { slots, plan } = seen;
    const { timer } = plan;
    const now = clock.now();
    const byGroups = plan.booking === 'groups';
    return presentationsView({
      ...seen,
      title: project.title,
      slots: inOrder(slots).map((slot) => ({ ...slot, state: stateOf(slot, slots, timer, now) })),
      timer: timer && {
        slotId: timer.slotId,
        isRunning: timer.startedAt !== null,
        elapsedMs: elapsedOf(timer, now),
      },
      can: {
        lead: caller.can('groupWork.lead'),
        book: caller.can('groupWork.present') && isOpen && (seen.forStaff || byGroups),
      },
    });
  }

  async function savePlan(caller: Caller, plan: Plan, type: EventType): Promise<void> {
    const { activityId, timer } = plan;
    const about = { slotId: timer?.slotId ?? null };
    const event = presentationEvent(caller, type, activityId, clock.now(), about);
    if (!(await store.savePlan(caller.scope, plan, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  const slotIn = (slots: readonly Slot[], slotId: string): Slot => {
    const slot = slots.find((one) => one.slotId === slotId);
    if (!slot) throw new AppError('NOT_FOUND', { kind: 'slot' });
    return slot;
  };

  return {
    /** A project with its groups and slots. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    open,
    get,

    /** @throws AppError NOT_FOUND, also for what is no peer review of this course; STALE_REVISION */
    async plan(
      caller: Caller,
      activityId: string,
      content: Pick<Plan, 'booking' | 'criteria' | 'peerReviewId'>,
      expectedRevision: number,
    ) {
      const { plan } = await open(caller, activityId);
      if (plan.revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const { peerReviewId } = content;
      // What was chosen once may be gone by now, which keeps nobody from changing the rest.
      if (peerReviewId !== null && peerReviewId !== plan.peerReviewId) {
        const found = await activities.find(caller.scope, peerReviewId);
        if (found?.type !== 'peerReview') throw new AppError('NOT_FOUND', { kind: 'activity' });
      }
      await savePlan(
        caller,
        { ...plan, ...content, revision: expectedRevision + 1 },
        'presentations.planned',
      );
      return get(caller, activityId);
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION, SLOTS_TOO_MANY */
    async saveSlot(
      caller: Caller,
      { activityId, slotId }: SlotAddress,
      content: Pick<Slot, 'startsAt' | 'minutes' | 'place'>,
      expectedRevision: number,
    ) {
      const { slots, groups } = await open(caller, activityId);
      if (expectedRevision === 0 && slots.length >= SLOTS_MAX)
        throw new AppError('SLOTS_TOO_MANY', { max: SLOTS_MAX });
      const revision = expectedRevision + 1;
      const before = slots.find((one) => one.slotId === slotId);
      // Of what was planned for a group, its members learn.
      const event =
        before?.groupId !== undefined && isElsewhere(before, content)
          ? presentationEvent(caller, 'presentation.moved', activityId, clock.now(), {
              slotId,
              startsAt: content.startsAt,
              ...peopleIn(groups, before.groupId),
            })
          : presentationEvent(caller, 'presentations.planned', activityId, clock.now(), { slotId });
      const slot = { slotId, activityId, ...content, absentIds: [], revision };
      if (!(await store.saveSlot(caller.scope, slot, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, activityId);
    },

    /** @throws AppError NOT_FOUND; SLOT_TAKEN while a group has it */
    async removeSlot(caller: Caller, { activityId, slotId }: SlotAddress) {
      const { slots, plan } = await open(caller, activityId);
      const isThere = slots.some((one) => one.slotId === slotId);
      if (isThere && !(await store.removeSlot(caller.scope, activityId, slotId)))
        throw new AppError('SLOT_TAKEN');
      // The plan carries what the slot can no more: that it went.
      const timer = plan.timer?.slotId === slotId ? null : plan.timer;
      await savePlan(caller, { ...plan, timer, revision: plan.revision + 1 }, 'presentations.planned');
      return get(caller, activityId);
    },

    /** @throws AppError NOT_FOUND, ACTIVITY_CLOSED, FORBIDDEN where staff fill the slots; as `decideBook` */
    async book(caller: Caller, { activityId, slotId }: SlotAddress, groupId: string | null) {
      const { slots, groups, plan, ownIds, forStaff, isOpen } = await open(caller, activityId);
      const slot = slotIn(slots, slotId);
      if (!isOpen) throw new AppError('ACTIVITY_CLOSED');
      if (!forStaff && plan.booking === 'staff') throw new AppError('FORBIDDEN');
      const groupIds = forStaff ? groups.map((group) => group.groupId) : ownIds;
      const now = clock.now();
      const decision = decideBook(slot, slots, groupId, { groupIds, isStaff: forStaff }, now);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'accept') {
        const event = presentationEvent(caller, 'presentation.booked', activityId, now, {
          slotId,
          // None: it is free again.
          startsAt: groupId === null ? null : slot.startsAt,
          ...peopleIn(groups, groupId ?? slot.groupId ?? ''),
        });
        const done = await store.book(caller.scope, slot, groupId, event);
        if (done !== 'done') throw new AppError(done === 'taken' ? 'SLOT_TAKEN' : 'GROUP_HAS_SLOT');
        eventsWritten();
      }
      return get(caller, activityId);
    },

    /** Who books meanwhile keeps what they booked. @throws AppError NOT_FOUND, ACTIVITY_CLOSED */
    async draw(caller: Caller, activityId: string) {
      const { slots, groups, isOpen } = await open(caller, activityId);
      if (!isOpen) throw new AppError('ACTIVITY_CLOSED');
      const now = clock.now();
      const placed = slots.filter((slot) => slot.groupId !== undefined).length;
      const random = seededRandom(`${activityId}/${placed}`);
      const drawn = drawSlots(
        groups.map(({ groupId }) => groupId),
        slots,
        random,
        now,
      );
      await Promise.all(
        drawn.map(({ slotId, groupId }) => {
          const event = presentationEvent(caller, 'presentation.booked', activityId, now, {
            slotId,
            startsAt: slotIn(slots, slotId).startsAt,
            ...peopleIn(groups, groupId),
          });
          return store.book(caller.scope, { slotId, activityId }, groupId, event);
        }),
      );
      eventsWritten();
      return get(caller, activityId);
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION when somebody else has gone on at the same moment */
    async setTimer(
      caller: Caller,
      { activityId, slotId }: SlotAddress,
      command: (typeof TIMER_COMMANDS)[number],
    ) {
      const { slots, plan } = await open(caller, activityId);
      slotIn(slots, slotId);
      const timer = timerAfter(plan.timer, command, slotId, slots, clock.now());
      if (timer !== plan.timer)
        await savePlan(caller, { ...plan, timer, revision: plan.revision + 1 }, 'presentations.timed');
      return get(caller, activityId);
    },
  };
}
