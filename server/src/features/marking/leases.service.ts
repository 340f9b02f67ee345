import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { leaseEnd, type Marker, type MarkingItem, type MarkingSource, whyNot } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';

/** Who divides the work leads it. */
export const markerOf = ({ member, can }: Caller): Marker => ({
  id: member.id,
  isLead: can('marking.divide'),
});

export type LeasesService = ReturnType<typeof createLeasesService>;

/** Who marks what right now: a work that is taken is nobody else's until it is given back or its time is over. */
export function createLeasesService(store: MarkingStore, source: MarkingSource, clock: Clock) {
  /** Takes in what was handed in and is not in marking yet. */
  async function gather(scope: CourseScope, activityId: string): Promise<void> {
    await store.add(scope, activityId, await source.listWorks(scope, activityId));
  }

  async function claimOnce(
    scope: CourseScope,
    activityId: string,
    memberId: string,
  ): Promise<MarkingItem | null> {
    const now = clock.now();
    const until = leaseEnd(now);
    const held = await store.claimHeld(scope, activityId, memberId, now, until);
    if (held) return held;
    // The own share first, then what is nobody's, then help for colleagues.
    for (const share of [memberId, null, undefined]) {
      const found = await store.claim(scope, activityId, share, memberId, now, until);
      if (found) return found;
    }
    return null;
  }

  /** @throws AppError NOT_FOUND */
  async function get(scope: CourseScope, activityId: string, workId: string): Promise<MarkingItem> {
    const item = await store.find(scope, activityId, workId);
    if (!item) throw new AppError('NOT_FOUND', { kind: 'work' });
    return item;
  }

  return {
    gather,
    get,

    /** Takes the next work to mark. @throws AppError NOT_FOUND for an activity that the course does not have */
    async claimNext({ scope, member }: Caller, activityId: string): Promise<{ workId: string | null }> {
      const first = await claimOnce(scope, activityId, member.id);
      if (first) return { workId: first.id };
      await source.rubric(scope, activityId);
      await gather(scope, activityId);
      const found = await claimOnce(scope, activityId, member.id);
      return { workId: found?.id ?? null };
    },

    /** Takes a work, or keeps it for longer. @throws AppError NOT_FOUND, WORK_TAKEN, SAME_MARKER, LEAD_SETTLES */
    async take(caller: Caller, activityId: string, workId: string): Promise<{ until: string }> {
      const { scope, member } = caller;
      const now = clock.now();
      const until = leaseEnd(now);
      const reason = whyNot(await get(scope, activityId, workId), markerOf(caller), now);
      if (reason) throw new AppError(reason);
      if (await store.take(scope, activityId, workId, member.id, now, until))
        return { until: until.toISOString() };
      throw new AppError('WORK_TAKEN');
    },

    /** What the caller does not hold stays as it is. @throws AppError NOT_FOUND */
    async giveBack({ scope, member }: Caller, activityId: string, workId: string) {
      await get(scope, activityId, workId);
      return { givenBack: await store.giveBack(scope, activityId, workId, member.id) };
    },
  };
}
