import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { difference, type MatterSource, STAFF, withKey } from './matter.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** Members looked at in one go. */
const CHUNK = 200;
const ACTIVITIES = 100;
/** Further rounds while facts change; each means that there was something new. */
const ROUNDS = 20;

/** Work that events ask for and that is too much, or too often, to be done while they are copied. */
export interface WaitingJob {
  readonly courseId: string;
  readonly activityId: string;
  /** All learners and staff, or staff alone. */
  readonly whom: 'all' | 'staff';
}

interface IdPage {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

/** What the activities and members of a course are asked; in words of its own, since these features feed the queue. */
type ListByPages = (scope: CourseScope, after: string | undefined, limit: number) => Promise<IdPage>;

export interface WaitingPorts {
  readonly store: WaitingStore;
  readonly sources: readonly MatterSource[];
  readonly activities: { readonly list: ListByPages };
  readonly course: {
    readonly findScope: (courseId: string) => Promise<CourseScope | null>;
    readonly listLearners: ListByPages;
  };
}

export type WaitingService = ReturnType<typeof createWaitingService>;

/** Keeps what waits for whom up to date by events, or builds it anew; both end in the same. */
export function createWaitingService({ store, sources, activities, course }: WaitingPorts) {
  /**
   * Makes what is kept for some receivers what the sources say. Whoever writes looks once more afterwards, so the last
   * of several who write at once leaves what the newest facts say, without a lock.
   */
  async function refresh(scope: CourseScope, activityId: string, waitsFor: readonly string[]): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = await store.listKept(scope, activityId, waitsFor);
      const read = sources.map(async (source) => {
        const matters = await source.read(scope, activityId, waitsFor);
        return matters.map((matter) => withKey(source.name, matter));
      });
      const { put, remove } = difference(kept, (await Promise.all(read)).flat());
      if (put.length + remove.length === 0) return;
      await Promise.all([store.put(scope, put), store.remove(scope, remove)]);
    }
    throw new Error('what waits changes all the time');
  }

  async function refreshInChunks(
    scope: CourseScope,
    activityId: string,
    ids: readonly string[],
  ): Promise<void> {
    for (let start = 0; start < ids.length; start += CHUNK)
      await refresh(scope, activityId, ids.slice(start, start + CHUNK));
  }

  async function everyActivity(
    scope: CourseScope,
    visit: (activityId: string) => Promise<void>,
  ): Promise<void> {
    let after: string | undefined;
    do {
      const page: IdPage = await activities.list(scope, after, ACTIVITIES);
      for (const { id } of page.items) await visit(id);
      after = page.next ?? undefined;
    } while (after);
  }

  /** Learners of the course, then those for whom something is kept, be they learners or not. */
  async function refreshAll(scope: CourseScope, activityId: string): Promise<void> {
    let next: string | undefined;
    do {
      const page: IdPage = await course.listLearners(scope, next, CHUNK);
      await refresh(
        scope,
        activityId,
        page.items.map(({ id }) => id),
      );
      next = page.next ?? undefined;
    } while (next);
    for (let after = ''; ;) {
      const receivers = await store.listReceivers(scope, activityId, after, CHUNK);
      await refresh(scope, activityId, [...new Set(receivers)]);
      if (receivers.length < CHUNK) break;
      after = receivers.at(-1) ?? '';
    }
    await refresh(scope, activityId, [STAFF]);
  }

  async function follow(scope: CourseScope, events: readonly DomainEvent[]): Promise<WaitingJob[]> {
    const { courseId } = scope;
    const everywhere = new Set<string>();
    const members = new Map<string, Set<string>>();
    const whole = new Set<string>();
    for (const concern of events.flatMap((event) => sources.map((source) => source.concernOf(event)))) {
      if (!concern) continue;
      const { activityId, memberIds } = concern;
      if (activityId === null) memberIds?.forEach((id) => everywhere.add(id));
      else if (memberIds === null) whole.add(activityId);
      else {
        const known = members.get(activityId) ?? new Set();
        members.set(activityId, known);
        memberIds.forEach((id) => known.add(id));
      }
    }
    const touched = new Set(members.keys());
    for (const [activityId, ids] of members) await refreshInChunks(scope, activityId, [...ids]);
    if (everywhere.size > 0) {
      await everyActivity(scope, async (activityId) => {
        touched.add(activityId);
        await refreshInChunks(scope, activityId, [...everywhere]);
      });
    }
    return [
      ...[...whole].map((activityId) => ({ courseId, activityId, whom: 'all' as const })),
      ...[...touched].map((activityId) => ({ courseId, activityId, whom: 'staff' as const })),
    ];
  }

  return {
    /** Follows events for the members they name. @returns what is left to jobs */
    async followEvents(events: readonly DomainEvent[]): Promise<WaitingJob[]> {
      const jobs: WaitingJob[] = [];
      for (const courseId of new Set(events.map((event) => event.courseId))) {
        const scope = await course.findScope(courseId);
        if (scope) {
          const ofCourse = events.filter((event) => event.courseId === courseId);
          jobs.push(...(await follow(scope, ofCourse)));
        }
      }
      return jobs;
    },

    async carryOut({ courseId, activityId, whom }: WaitingJob): Promise<void> {
      const scope = await course.findScope(courseId);
      if (!scope) return;
      await (whom === 'all' ? refreshAll(scope, activityId) : refresh(scope, activityId, [STAFF]));
    },

    /** Builds all that waits in a course anew from what it is derived from. */
    async rebuild(courseId: string): Promise<void> {
      const scope = await course.findScope(courseId);
      if (!scope) return;
      await everyActivity(scope, async (activityId) => {
        for (const source of sources) await source.prepare(scope, activityId);
        await refreshAll(scope, activityId);
      });
    },
  };
}
