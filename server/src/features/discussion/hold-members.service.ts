import { HELD_MEMBERS_MAX } from '../../contracts/moderation-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import type { HoldAct } from './moderation.domain.ts';
import type { ModerationStore } from './moderation.store.ts';

/** More rounds than settings are changed at the same moment. */
const ROUNDS = 5;

export interface HoldMembersPorts {
  readonly activities: Pick<ActivityService, 'get' | 'save'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly store: Pick<ModerationStore, 'begin' | 'noteDone' | 'noteUndone' | 'hasLater'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type HoldMembersService = ReturnType<typeof createHoldMembersService>;

/**
 * Whose posts wait until staff approve them (spec/discussion.md, 7): a setting of the discussion, changed by acts that say
 * about whom they are and can be taken back.
 */
export function createHoldMembersService(ports: HoldMembersPorts) {
  const { activities, course, store, clock, eventsWritten } = ports;

  const isHeld = async (
    { scope }: Caller,
    { activityId, memberId }: Pick<HoldAct, 'activityId' | 'memberId'>,
  ) => settingsOf(await activities.get(scope, activityId)).approval.memberIds.includes(memberId);

  /** Changes whose posts wait, with the event that says so. @returns false when it is so already */
  async function change(caller: Caller, act: HoldAct, waits: boolean, type: EventType): Promise<boolean> {
    const { scope, actor, requestId } = caller;
    const { id, activityId, memberId, kind } = act;
    for (let round = 0; round < ROUNDS; round += 1) {
      const activity = await activities.get(scope, activityId);
      const { title, points, ...settings } = settingsOf(activity);
      const { approval } = settings;
      if (approval.memberIds.includes(memberId) === waits) return false;
      const others = approval.memberIds.filter((one) => one !== memberId);
      if (waits && (settings.anonymity === 'full' || others.length >= HELD_MEMBERS_MAX))
        throw new AppError('BAD_REQUEST', { field: 'memberId' });
      const memberIds = waits ? [...others, memberId] : others;
      const changed = { title, points, settings: { ...settings, approval: { ...approval, memberIds } } };
      const said = { activityId, memberId, act: id, kind };
      const event = courseEvent(type, { kind: 'activity', id: activityId }, caller, clock.now(), said);
      try {
        const by = { actor, requestId };
        await activities.save(scope, activityId, changed, activity.revision, by, {}, 'published', [event]);
      } catch (error) {
        if (error instanceof AppError && error.code === 'STALE_REVISION') continue;
        throw error;
      }
      eventsWritten();
      return true;
    }
    throw new AppError('STALE_REVISION');
  }

  return {
    /** @throws AppError NOT_FOUND, BAD_REQUEST when there are too many or posts are under nobody's name, STALE_REVISION */
    async hold(caller: Caller, activityId: string, memberId: string, waits: boolean) {
      const { scope, member } = caller;
      const [person] = await course.findMembers(scope, [memberId]);
      // Who has left the course is let go all the same.
      if (!person || (waits && !countsAsLearner(person))) throw new AppError('NOT_FOUND', { kind: 'member' });
      if ((await isHeld(caller, { activityId, memberId })) === waits) return { waits };
      const [id, at] = [newId(), clock.now()];
      const act: HoldAct = {
        id,
        activityId,
        kind: waits ? 'hold' : 'release',
        threadId: null,
        n: null,
        memberId,
        before: null,
        after: { act: id, at, until: null, reason: '' },
        by: member.id,
        at,
        undone: null,
        work: null,
        back: null,
      };
      await store.begin(scope, act);
      if (await change(caller, act, waits, 'moderation.done')) await store.noteDone(scope, id);
      return { waits };
    },

    /** @throws AppError STALE_REVISION when something else was done about the person since, and as `hold` */
    async undo(caller: Caller, act: HoldAct) {
      const { scope, member } = caller;
      const isStale =
        (await store.hasLater(scope, act)) ||
        !(await change(caller, act, act.kind === 'release', 'moderation.undone'));
      if (isStale) throw new AppError('STALE_REVISION');
      await store.noteUndone(scope, act.id, member.id, clock.now());
      return { actId: act.id };
    },
  };
}
