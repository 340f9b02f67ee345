import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupsAt, isSameCount, type KeptGroup } from './counts.domain.ts';
import type { CountsStore } from './counts.store.ts';
import type { QueueGroup } from './queue.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** Further rounds while others count too; each means that somebody's count was newer. */
const ROUNDS = 50;

interface Ports {
  readonly store: Pick<WaitingStore, 'countParts'>;
  readonly counts: CountsStore;
  readonly clock: Clock;
}

export type CountsService = ReturnType<typeof createCountsService>;

/** How much waits for staff, kept so that nobody has to count it to see it. */
export const createCountsService = ({ store, counts, clock }: Ports) => ({
  /**
   * Makes the kept counts of some parts what their matters say. Whoever changed matters calls it afterwards. What is
   * counted is stored only on the revision read before, and whoever stored looks once more: so of several who count at
   * once, the last leaves what the newest matters say, without a lock.
   */
  async recount(scope: CourseScope, parts: readonly number[]): Promise<void> {
    let left = [...new Set(parts)];
    for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
      // In this order: a count must not be older than the revision that it follows on.
      const kept = new Map((await counts.list(scope, left)).map((one) => [one.part, one]));
      const counted = await store.countParts(scope, left, clock.now());
      const groupsOf = (part: number): readonly KeptGroup[] => counted.get(part) ?? [];
      left = left.filter((part) => !isSameCount(kept.get(part)?.groups ?? [], groupsOf(part)));
      await Promise.all(
        left.map((part) =>
          counts.save(scope, {
            part,
            groups: groupsOf(part),
            revision: (kept.get(part)?.revision ?? 0) + 1,
          }),
        ),
      );
    }
    if (left.length > 0) throw new Error('how much waits changes all the time');
  },

  /** How many wait for staff at this moment, by all that the queue can be filtered by: one round trip. */
  async count(scope: CourseScope): Promise<QueueGroup[]> {
    const kept = await counts.list(scope);
    return groupsAt(
      kept.flatMap(({ groups }) => groups),
      clock.now(),
    );
  },
});
