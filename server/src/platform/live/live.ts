import { ListenLive, type LiveState, ReadLive } from '../../contracts/live.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { EventStream } from '../http/event-stream.ts';
import type { Caller } from '../http/ports.ts';
import { handle, handleStream, type Route } from '../http/route.ts';
import { createHintStore } from './hints.store.ts';
import type { Live, TopicKind } from './ports.ts';
import { type Admitted, createLiveStreams } from './streams.ts';
import { createHintWatch } from './watch.ts';

/** Streams of one person in one course and process: a browser has one, whatever it shows. */
const STREAMS_EACH = 20;

interface Ports {
  readonly connection: Parameters<typeof createHintStore>[0];
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
  readonly course: {
    findMembers(scope: CourseScope, ids: readonly string[]): Promise<readonly { readonly status: string }[]>;
  };
}

const keyOf = (courseId: string, topic: string): string => `${courseId}/${topic}`;
const memberKey = (courseId: string, memberId: string): string => keyOf(courseId, `member/${memberId}`);
const activityKey = (courseId: string, id: string): string => keyOf(courseId, `activity/${id}`);

/** Live changes (DESIGN §3, ADR 0031): who listens is told that something changed, and reads it as always. */
export function createLive({ connection, clock, log, course }: Ports) {
  const store = createHintStore(connection);
  const watch = createHintWatch(store, log);
  const streams = createLiveStreams({ watch, clock, admit, keyOf });
  const kinds = new Map<string, TopicKind>();
  const followers: ((event: DomainEvent) => readonly string[])[] = [];
  let draining = false;

  async function admitOne(caller: Caller, topic: string): Promise<readonly string[] | null> {
    const [kind = '', ...ids] = topic.split('/');
    try {
      return (await kinds.get(kind)?.admit(caller, ids)) ?? null;
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  /** A bearer is believed until it ends; a stream lasts as long, and ends before when its person leaves. */
  async function admit(caller: Caller, topics: readonly string[]): Promise<Admitted> {
    const { scope, member } = caller;
    const [[found], ...answers] = await Promise.all([
      course.findMembers(scope, [member.id]),
      ...topics.map((topic) => admitOne(caller, topic)),
    ]);
    if (found?.status !== 'active') return { topics: [], hangsOn: [] };
    const activities = new Set(answers.flatMap((ids) => ids ?? []));
    return {
      topics: topics.filter((_topic, index) => answers[index]),
      hangsOn: [
        memberKey(scope.courseId, member.id),
        ...[...activities].map((id) => activityKey(scope.courseId, id)),
      ],
    };
  }

  /** @throws AppError NOT_FOUND when none of the topics is for the caller */
  async function getAdmitted(caller: Caller, topics: readonly string[]): Promise<Admitted> {
    const admitted = await admit(caller, [...new Set(topics)]);
    if (admitted.topics.length === 0) throw new AppError('NOT_FOUND', { kind: 'topic' });
    return admitted;
  }

  async function stateOf({ scope }: Caller, { topics }: Admitted): Promise<LiveState> {
    const found = await store.find(topics.map((topic) => keyOf(scope.courseId, topic)));
    const byKey = new Map(found.map((hint) => [hint.key, hint]));
    return {
      items: topics.map((topic) => {
        const { revision = null, age = null } = byKey.get(keyOf(scope.courseId, topic)) ?? {};
        return { topic, revision, age };
      }),
    };
  }

  /** @throws AppError DRAINING, TOO_MANY_REQUESTS, NOT_FOUND */
  async function listen(caller: Caller, topics: readonly string[]): Promise<EventStream> {
    if (draining) throw new AppError('DRAINING');
    if (streams.countOf(caller) >= STREAMS_EACH) throw new AppError('TOO_MANY_REQUESTS');
    const admitted = await getAdmitted(caller, topics);
    return new EventStream((sink, endsAt) => {
      const tell = (admittedNow: Admitted): void => {
        stateOf(caller, admittedNow).then(
          (state) => sink.send('ready', state),
          () => sink.end(),
        );
      };
      const end = streams.begin(admitted, { caller, sink, endsAt, tell });
      if (draining) sink.end();
      return end;
    });
  }

  const port: Live = {
    define: (kind, topics) => void kinds.set(kind, topics),
    follow: (topicsOf) => void followers.push(topicsOf),
  };
  const routes: Route[] = [
    handleStream(ListenLive, ({ caller, body }) => listen(caller, body.topics)),
    handle(ReadLive, async ({ caller, body }) => stateOf(caller, await getAdmitted(caller, body.topics))),
  ];
  return {
    ...port,
    routes,
    count: streams.count,

    /** For features that follow changes of other instances themselves. */
    changes: {
      /** @returns what ends it */
      watch: (courseId: string, topics: readonly string[], changed: (topic: string) => void) =>
        watch.add({
          keys: new Set(topics.map((topic) => keyOf(courseId, topic))),
          changed: ({ key }) => changed(key.slice(courseId.length + 1)),
        }),
      note: async (courseId: string, topic: string): Promise<void> => store.note([keyOf(courseId, topic)]),
    },

    /** Notes what events change; after those who make of events what is read then. */
    async consumer(events: readonly DomainEvent[]): Promise<void> {
      const keys = new Set<string>();
      for (const event of events) {
        const { courseId, subject, data } = event;
        for (const topicsOf of followers)
          for (const topic of topicsOf(event)) keys.add(keyOf(courseId, topic));
        if (subject.kind === 'member') keys.add(memberKey(courseId, subject.id));
        // Into a group or out of one.
        if (subject.kind === 'membership' && typeof data['memberId'] === 'string')
          keys.add(memberKey(courseId, data['memberId']));
        if (subject.kind === 'activity') keys.add(activityKey(courseId, subject.id));
      }
      if (keys.size > 0) await store.note([...keys]);
    },

    /** Ends all streams, and takes no more: their clients come back to another instance, or when this one is there again. */
    stop(): void {
      draining = true;
      streams.endAll();
    },
  };
}
