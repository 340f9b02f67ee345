import type { QueueAct, QueueQuery } from '../../contracts/insights.ts';
import type { SectionFilterView, SectionsWanted } from '../../contracts/sections.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type EventType, makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type ActedMatter, type Acts, decideAct } from './acts.domain.ts';
import type { ActsStore } from './acts.store.ts';
import type { CountsService } from './counts.service.ts';
import { queueOverviewView, queueStaffView, waitingItemView } from './insights.views.ts';
import { countsBy, filterOf, readPosition, writePosition } from './queue.domain.ts';
import type { WaitingService } from './waiting.service.ts';
import type { WaitingStore } from './waiting.store.ts';

interface Person {
  readonly id: string;
  readonly name: string | null;
}

export interface QueuePorts {
  readonly store: WaitingStore;
  readonly acts: ActsStore;
  readonly waiting: Pick<WaitingService, 'refreshTopic'>;
  readonly counts: Pick<CountsService, 'count'>;
  readonly course: {
    findMembers(scope: CourseScope, ids: readonly string[]): Promise<readonly Person[]>;
    listStaff(scope: CourseScope): Promise<readonly Person[]>;
  };
  readonly sections: {
    filterFor(
      caller: Caller,
      wanted: SectionsWanted,
    ): Promise<{ readonly view: SectionFilterView; readonly memberIds: readonly string[] | null }>;
  };
  readonly activities: {
    findMany(
      scope: CourseScope,
      ids: readonly string[],
    ): Promise<readonly { readonly id: string; readonly title: string }[]>;
  };
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type QueueService = ReturnType<typeof createQueueService>;

/** The facilitator queue: all that waits for staff, and what they do with it. */
export function createQueueService(ports: QueuePorts) {
  const { store, acts, waiting, counts: kept, course, sections, activities, clock, eventsWritten } = ports;

  /** One query for all the people that some matters name. */
  async function viewsOf({ scope }: Caller, matters: readonly ActedMatter[]) {
    const ids = matters.flatMap(({ about, assigneeId, doneBy }) => [about, assigneeId, doneBy]);
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const people = wanted.length === 0 ? [] : await course.findMembers(scope, wanted);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return matters.map((matter) => waitingItemView(matter, names));
  }

  async function viewOf(caller: Caller, matter: ActedMatter | null) {
    // It may have come to its end the very moment it was acted on.
    const [view] = matter ? await viewsOf(caller, [matter]) : [];
    return view ?? null;
  }

  /** The learners of the own sections; null: whoever it is about. */
  const aboutWhom = async (caller: Caller, wanted: SectionsWanted) =>
    wanted === 'all' ? null : (await sections.filterFor(caller, wanted)).memberIds;

  const mayBeAssigned = async (scope: CourseScope, act: QueueAct): Promise<boolean> =>
    act.kind === 'assign' &&
    act.memberId !== null &&
    (await course.listStaff(scope)).some(({ id }) => id === act.memberId);

  return {
    /**
     * Oldest first, a page in two round trips, what waits and the names in it, and three at most for the own sections.
     *
     * @throws AppError BAD_REQUEST when `after` is none of ours.
     */
    async list(caller: Caller, query: QueueQuery & { after?: string | undefined; limit: number }) {
      const { after, limit, ...filter } = query;
      const position = after === undefined ? null : readPosition(after);
      if (after !== undefined && !position) throw new AppError('BAD_REQUEST', { field: 'after' });
      const wanted = filterOf(filter, caller.member.id);
      const ofWhom = { ...wanted, about: await aboutWhom(caller, query.sections) };
      const found = await store.listOfStaff(caller.scope, ofWhom, position, clock.now(), limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await viewsOf(caller, page),
        next: found.length > limit && last ? writePosition(last) : null,
      };
    },

    /** To whom matters can be assigned. */
    staff: async ({ scope }: Caller) => queueStaffView(await course.listStaff(scope)),

    /** How many wait by each filter: three round trips, four by one's own sections. */
    async overview(caller: Caller, query: QueueQuery) {
      const { scope, member } = caller;
      const filter = await sections.filterFor(caller, query.sections);
      const groups = await (filter.memberIds === null
        ? kept.count(scope)
        : store.countAbout(scope, filter.memberIds, clock.now()));
      const counts = countsBy(groups, filterOf(query, member.id), member.id);
      const named = await activities.findMany(scope, [...counts.activities.keys()]);
      return queueOverviewView(counts, named, filter.view);
    },

    /**
     * Assigns a matter, puts it off, or says that it is dealt with; the same once more changes nothing.
     *
     * @returns the matter as it is then; null when it came to its end meanwhile.
     * @throws AppError NOT_FOUND, MATTER_CHANGED, SNOOZE_OUT_OF_RANGE
     */
    async act(caller: Caller, id: string, act: QueueAct, expectedRevision: number) {
      const { scope, member, actor, requestId } = caller;
      const now = clock.now();
      const [matter, before, isStaff] = await Promise.all([
        store.findOfStaff(scope, id, now),
        acts.find(scope, id),
        mayBeAssigned(scope, act),
      ]);
      const by = { id: member.id, mayBeAssigned: isStaff };
      const decision = decideAct(matter, before, { act, expectedRevision }, by, now);
      if (decision.type === 'refuse') throw new AppError(decision.reason, { kind: 'matter' });
      if (decision.type === 'act') {
        const event = makeEvent({
          type: eventTypeOf(act),
          at: now,
          actor,
          requestId,
          courseId: scope.courseId,
          subject: { kind: 'matter', id },
          data: dataOf(decision.acts),
        });
        if (!(await acts.save(scope, decision.acts, event)))
          throw new AppError('MATTER_CHANGED', { kind: 'matter' });
        eventsWritten();
      }
      // Also where nothing changed: then another's act may not have come through yet.
      if (matter) await waiting.refreshTopic(scope, matter.topic);
      const after = await store.findOfStaff(scope, id, now);
      return { item: await viewOf(caller, after) };
    },
  };
}

function eventTypeOf(act: QueueAct): EventType {
  if (act.kind === 'done') return act.done ? 'matter.done' : 'matter.reopened';
  return act.kind === 'assign' ? 'matter.assigned' : 'matter.snoozed';
}

const dataOf = ({ topic, assigneeId, snoozed, done, revision }: Acts): Record<string, unknown> => ({
  topic,
  assigneeId,
  snoozedUntil: snoozed?.until.toISOString() ?? null,
  isDone: done !== null,
  revision,
});
