import type { Clock } from '../../core/clock.ts';
import { uncounted } from '../database/round-trips.ts';
import type { EventSink } from '../http/event-stream.ts';
import type { Caller } from '../http/ports.ts';
import type { Hint } from './hints.store.ts';
import type { HintWatch } from './watch.ts';

/** How long nothing is sent at most: shorter than proxies wait, and a sign that none keeps back what is sent. */
const BEAT_MS = 20_000;

/** The topics that somebody may listen to, and the keys of what may change that. */
export interface Admitted {
  readonly topics: readonly string[];
  readonly hangsOn: readonly string[];
}

interface Ports {
  readonly watch: HintWatch;
  readonly clock: Clock;
  /** Asked again whenever something changes that it hangs on. */
  admit(caller: Caller, topics: readonly string[]): Promise<Admitted>;
  readonly keyOf: (courseId: string, topic: string) => string;
}

interface Stream {
  readonly caller: Caller;
  readonly endsAt: Date;
  readonly sink: EventSink;
  /** Tells how the topics stand, once their changes are watched: nothing falls in between. */
  readonly tell: (admitted: Admitted) => void;
}

/** The streams of one process, with one timer for all of them. */
export function createLiveStreams({ watch, clock, admit, keyOf }: Ports) {
  const streams = new Set<Stream>();
  const ofMember = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  /** Also ends those whose bearer is over. */
  function beat(): void {
    const now = clock.now();
    for (const { sink, endsAt } of streams) {
      if (endsAt > now) sink.send('beat');
      else sink.end();
    }
  }

  const memberOf = ({ scope, member }: Caller): string => `${scope.courseId}/${member.id}`;
  function countMember(caller: Caller, more: 1 | -1): void {
    const count = (ofMember.get(memberOf(caller)) ?? 0) + more;
    if (count > 0) ofMember.set(memberOf(caller), count);
    else ofMember.delete(memberOf(caller));
  }

  function keep(stream: Stream): () => void {
    streams.add(stream);
    countMember(stream.caller, 1);
    timer ??= uncounted(() => setInterval(beat, BEAT_MS)).unref();
    return () => {
      if (streams.delete(stream)) countMember(stream.caller, -1);
      if (streams.size > 0 || timer === null) return;
      clearInterval(timer);
      timer = null;
    };
  }

  return {
    count: () => streams.size,

    /** How many one person has in one course. */
    countOf: (caller: Caller): number => ofMember.get(memberOf(caller)) ?? 0,

    /** Begins to send what changes; what somebody may not listen to any more is left out from then on. */
    begin(first: Admitted, stream: Stream): () => void {
      const { caller } = stream;
      const { courseId } = caller.scope;
      let topics = new Map<string, string>();
      let hangsOn = new Set<string>();
      let unwatch = (): void => undefined;

      function watchFor(admitted: Admitted): void {
        const ended = unwatch;
        topics = new Map(admitted.topics.map((topic) => [keyOf(courseId, topic), topic]));
        hangsOn = new Set(admitted.hangsOn);
        unwatch = watch.add({ keys: new Set([...topics.keys(), ...hangsOn]), changed });
        ended();
        stream.tell(admitted);
      }

      function changed({ key, revision }: Hint): void {
        if (stream.endsAt <= clock.now()) return stream.sink.end();
        if (hangsOn.has(key)) void admitAgain();
        const topic = topics.get(key);
        if (topic !== undefined) stream.sink.send('changed', { topic, revision, age: 0 });
      }

      async function admitAgain(): Promise<void> {
        // Nothing is told until it is clear what may be; what changes meanwhile shows in how they stand then.
        topics = new Map();
        const admitted = await admit(caller, first.topics).catch(() => null);
        if (!streams.has(stream)) return;
        // Whose topics are fewer comes back and asks anew; so does who was left out by a fault.
        if (admitted?.topics.length === first.topics.length) watchFor(admitted);
        else stream.sink.end();
      }

      const forget = keep(stream);
      watchFor(first);
      return () => {
        forget();
        unwatch();
      };
    },

    endAll(): void {
      for (const { sink } of streams) sink.end();
    },
  };
}
