import { EVERYBODY, STAFF } from '../../core/receivers.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { withActs } from './acts.domain.ts';
import type { ActsStore } from './acts.store.ts';
import { partOf, PARTS } from './counts.domain.ts';
import type { CountsService } from './counts.service.ts';
import { difference, keptAs, type MatterSource, topicIn, topicOf } from './matter.domain.ts';
import type { WaitingStore } from './waiting.store.ts';

/** Members, or topics, looked at in one go. */
const CHUNK = 200;
/** Further rounds while facts change; each means that there was something new. */
const ROUNDS = 20;

/** Work that events ask for and that is too much, or too often, to be done while they are copied. */
export interface WaitingJob {
  readonly courseId: string;
  readonly source: string;
  readonly topic: string;
  /** All learners and staff, or staff alone. */
  readonly whom: 'all' | 'staff';
}

/** Learners of a course; in words of its own, since the features that feed the queue depend on this one. */
type ListByPages = (
  scope: CourseScope,
  after: string | undefined,
  limit: number,
) => Promise<{ readonly items: readonly { readonly id: string }[]; readonly next: string | null }>;

export interface WaitingPorts {
  readonly store: WaitingStore;
  readonly acts: Pick<ActsStore, 'listOf'>;
  readonly counts: Pick<CountsService, 'recount'>;
  readonly sources: readonly MatterSource[];
  readonly course: {
    readonly findScope: (courseId: string) => Promise<CourseScope | null>;
    readonly listLearners: ListByPages;
  };
}

export type WaitingService = ReturnType<typeof createWaitingService>;

/** Who is not one of the members, for whom something of a source may wait. */
const receiversOf = ({ forEverybody }: MatterSource): string[] =>
  forEverybody ? [STAFF, EVERYBODY] : [STAFF];

const chunksOf = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, n) => ids.slice(n * CHUNK, (n + 1) * CHUNK));

/** Keeps what waits for whom up to date by events, or builds it anew; both end in the same. */
export function createWaitingService({ store, acts, counts, sources, course }: WaitingPorts) {
  /**
   * Makes what is kept for some receivers what the source and the acts of staff say. Whoever writes looks once more
   * afterwards, so the last of several who write at once leaves what the newest facts say, without a lock.
   */
  async function refresh(
    source: MatterSource,
    scope: CourseScope,
    topics: readonly string[],
    waitsFor: readonly string[],
  ): Promise<void> {
    const kept = topics.map((topic) => topicIn(source, topic));
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await store.listKept(scope, kept, waitsFor);
      const [matters, acted] = await Promise.all([
        source.read(scope, topics, waitsFor),
        // Learners' matters are nobody's to assign.
        waitsFor.includes(STAFF) ? acts.listOf(scope, kept) : [],
      ]);
      const byKey = new Map(acted.map((one) => [one.key, one]));
      const wanted = matters.map((one) => {
        const matter = keptAs(source, one);
        return withActs(matter, (matter.waitsFor === STAFF && byKey.get(matter.key)) || null);
      });
      const { put, remove } = difference(before, wanted);
      if (put.length + remove.length === 0) return;
      await Promise.all([store.put(scope, put), store.remove(scope, remove)]);
    }
    throw new Error('what waits changes all the time');
  }

  /** Whoever calls it has what waits counted anew afterwards: also when nothing has changed, since it may be a repetition. */
  async function putForStaff(
    source: MatterSource,
    scope: CourseScope,
    topics: readonly string[],
  ): Promise<void> {
    for (const some of chunksOf(topics)) await refresh(source, scope, some, receiversOf(source));
  }

  async function forStaff(
    source: MatterSource,
    scope: CourseScope,
    topics: readonly string[],
  ): Promise<void> {
    if (topics.length === 0) return;
    await putForStaff(source, scope, topics);
    const parts = topics.map((topic) => partOf({ waitsFor: STAFF, topic: topicIn(source, topic) }));
    await counts.recount(
      scope,
      parts.filter((part) => part !== null),
    );
  }

  async function everyTopic(
    source: MatterSource,
    scope: CourseScope,
    visit: (topics: readonly string[]) => Promise<void>,
  ): Promise<void> {
    let after: string | undefined;
    do {
      const page = await source.listTopics(scope, after, CHUNK);
      await visit(page.topics);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  /** Learners of the course, then those for whom something is kept, be they learners or not. */
  async function refreshAll(source: MatterSource, scope: CourseScope, topic: string): Promise<void> {
    let next: string | undefined;
    do {
      const page = await course.listLearners(scope, next, CHUNK);
      await refresh(
        source,
        scope,
        [topic],
        page.items.map(({ id }) => id),
      );
      next = page.next ?? undefined;
    } while (next);
    for (let after = ''; ;) {
      const receivers = await store.listReceivers(scope, topicIn(source, topic), after, CHUNK);
      await refresh(source, scope, [topic], [...new Set(receivers)]);
      if (receivers.length < CHUNK) break;
      after = receivers.at(-1) ?? '';
    }
  }

  /** What is kept for staff, or for everybody, under topics that the source does not list any more. */
  async function refreshKept(source: MatterSource, scope: CourseScope): Promise<void> {
    for (let after = ''; ;) {
      const found = await store.listTopics(scope, source.name, receiversOf(source), after, CHUNK);
      await putForStaff(source, scope, [...new Set(found.map((topic) => topicOf(source, topic)))]);
      const last = found.at(-1);
      if (found.length < CHUNK || last === undefined) return;
      // Of one topic there may be more than a page has room for: those were looked at with it.
      after = last;
    }
  }

  async function rebuildSource(source: MatterSource, scope: CourseScope): Promise<void> {
    await everyTopic(source, scope, async (topics) => {
      for (const topic of topics) await source.prepare?.(scope, topic);
      if (source.forLearners) for (const topic of topics) await refreshAll(source, scope, topic);
      await putForStaff(source, scope, topics);
    });
    await refreshKept(source, scope);
  }

  /** @returns what is left to jobs */
  async function follow(
    source: MatterSource,
    scope: CourseScope,
    events: readonly DomainEvent[],
  ): Promise<WaitingJob[]> {
    let isEverywhere = false;
    const everywhere = new Set<string>();
    const members = new Map<string, Set<string>>();
    const whole = new Set<string>();
    for (const event of events) {
      const concern = concernIn(source, event);
      if (!concern) continue;
      const { topics, memberIds } = concern;
      if (topics === null) {
        isEverywhere = true;
        memberIds?.forEach((id) => everywhere.add(id));
      } else if (memberIds === null) topics.forEach((topic) => whole.add(topic));
      else
        for (const topic of topics)
          members.set(topic, new Set([...(members.get(topic) ?? []), ...memberIds]));
    }
    if (!source.forLearners) {
      await forStaff(source, scope, [...new Set([...members.keys(), ...whole])]);
      return [];
    }
    const touched = new Set(members.keys());
    for (const [topic, ids] of members)
      for (const some of chunksOf([...ids])) await refresh(source, scope, [topic], some);
    if (isEverywhere)
      await everyTopic(source, scope, async (topics) => {
        for (const topic of topics) touched.add(topic);
        for (const some of chunksOf([...everywhere])) await refresh(source, scope, topics, some);
      });
    const job = { courseId: scope.courseId, source: source.name };
    return [
      ...[...whole].map((topic) => ({ ...job, topic, whom: 'all' as const })),
      ...[...touched].map((topic) => ({ ...job, topic, whom: 'staff' as const })),
    ];
  }

  for (const source of sources) source.announceBy?.((scope, topics) => forStaff(source, scope, topics));

  return {
    /** Follows events for the members they name. @returns what is left to jobs */
    async followEvents(events: readonly DomainEvent[]): Promise<WaitingJob[]> {
      const jobs: WaitingJob[] = [];
      for (const courseId of new Set(events.map((event) => event.courseId))) {
        const scope = await course.findScope(courseId);
        const ofCourse = events.filter((event) => event.courseId === courseId);
        if (scope) for (const source of sources) jobs.push(...(await follow(source, scope, ofCourse)));
      }
      return jobs;
    },

    async carryOut({ courseId, source: name, topic, whom }: WaitingJob): Promise<void> {
      const scope = await course.findScope(courseId);
      const source = sources.find((one) => one.name === name);
      if (!scope || !source) return;
      if (whom === 'all') await refreshAll(source, scope, topic);
      await forStaff(source, scope, [topic]);
    },

    /** Brings the topic of a matter, as it is kept, up to date at once. */
    async refreshTopic(scope: CourseScope, kept: string): Promise<void> {
      const source = sources.find(({ name }) => kept.startsWith(`${name}/`));
      if (source) await forStaff(source, scope, [topicOf(source, kept)]);
    },

    /** Builds all that waits in a course anew from what it is derived from. */
    async rebuild(courseId: string): Promise<void> {
      const scope = await course.findScope(courseId);
      if (!scope) return;
      for (const source of sources) await rebuildSource(source, scope);
      await counts.recount(scope, [...Array(PARTS).keys()]);
    },
  };
}

/** Whom an event concerns: what staff said of a matter concerns its topic. */
function concernIn(source: MatterSource, event: DomainEvent) {
  if (event.subject.kind !== 'matter') return source.concernOf(event);
  const { topic } = event.data;
  const isOfSource = typeof topic === 'string' && topic.startsWith(`${source.name}/`);
  return isOfSource ? { topics: [topicOf(source, topic)], memberIds: [] } : null;
}
