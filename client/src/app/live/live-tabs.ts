import type { LiveChange } from '../../../../server/src/contracts/live.ts';
import type { LiveConnection } from './live-connection.ts';

/** What pages of one browser say to each other. */
export type Message =
  | { readonly kind: 'want'; readonly tab: string; readonly topics: readonly string[] }
  /** Who listens for all asks what they want. */
  | { readonly kind: 'who' }
  | { readonly kind: 'change'; readonly change: LiveChange };

/** The way from page to page. */
export interface Channel {
  say(message: Message): void;
  close(): void;
}

export interface LiveTabsOptions {
  /** This page among all. */
  readonly tab: string;
  /** Null where pages cannot speak to each other: then each listens for itself. */
  readonly openChannel: (hear: (message: Message) => void) => Channel | null;
  /** Calls back when this page is the one that listens, and holds that until the signal. */
  readonly lead: (onLeader: () => void, signal: AbortSignal) => void;
  readonly connect: (onChange: (change: LiveChange) => void) => LiveConnection;
  readonly now: () => number;
}

interface Subscription {
  readonly topic: string;
  readonly since: number;
  /** What is known of the topic; undefined: nothing yet. */
  revision: string | null | undefined;
  readonly onChange: () => void;
}

export interface LiveTabs {
  /** Calls back whenever the topic has changed since. @returns what ends that */
  subscribe(topic: string, onChange: () => void): () => void;
}

/** A page that was left may be gone on to the next: what it listened to goes on for a moment. */
const LINGER_MS = 3_000;
/** What is asked for at the same moment is listened to by one stream. */
const GATHER_MS = 30;

/** One stream for all pages of a browser: one of them listens, and tells the others. */
export function makeLiveTabs({ tab, openChannel, lead, connect, now }: LiveTabsOptions): LiveTabs {
  const subscriptions = new Set<Subscription>();
  let channel: Channel | null = null;
  let ending: AbortController | null = null;
  let connection: LiveConnection | null = null;
  /** What other pages want, while this one listens for them. */
  const wants = new Map<string, readonly string[]>();
  const known = new Map<string, { readonly change: LiveChange; readonly at: number }>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const ownTopics = (): string[] => [...new Set([...subscriptions].map(({ topic }) => topic))];

  function tell(subscription: Subscription, { revision, age }: LiveChange): void {
    const before = subscription.revision;
    subscription.revision = revision;
    // At first what one sees may be as new as this: it is read anew only where the change came after.
    const isNew =
      before === undefined ? age !== null && age < now() - subscription.since : before !== revision;
    if (isNew) subscription.onChange();
  }

  function take(change: LiveChange): void {
    for (const subscription of subscriptions)
      if (subscription.topic === change.topic) tell(subscription, change);
  }

  /** For those who began to listen after it was told. */
  function repeat(topics: readonly string[]): void {
    for (const topic of topics) {
      const found = known.get(topic);
      if (!found) continue;
      const { change, at } = found;
      const later = { ...change, age: change.age === null ? null : change.age + now() - at };
      take(later);
      channel?.say({ kind: 'change', change: later });
    }
  }

  function gather(): void {
    clearTimeout(gathering);
    gathering = setTimeout(() => {
      const topics = ownTopics();
      if (connection === null) channel?.say({ kind: 'want', tab, topics });
      else connection.listen([...new Set([...topics, ...[...wants.values()].flat()])]);
    }, GATHER_MS);
  }

  function hear(message: Message): void {
    if (message.kind === 'change') take(message.change);
    if (message.kind === 'who') gather();
    if (message.kind !== 'want' || connection === null) return;
    if (message.topics.length === 0) wants.delete(message.tab);
    else wants.set(message.tab, message.topics);
    repeat(message.topics);
    gather();
  }

  function start(): void {
    const end = new AbortController();
    ending = end;
    channel = openChannel(hear);
    lead(() => {
      if (end.signal.aborted) return;
      connection = connect((change) => {
        known.set(change.topic, { change, at: now() });
        take(change);
        channel?.say({ kind: 'change', change });
      });
      channel?.say({ kind: 'who' });
      gather();
    }, end.signal);
  }

  function stop(): void {
    clearTimeout(gathering);
    channel?.say({ kind: 'want', tab, topics: [] });
    connection?.listen([]);
    ending?.abort();
    channel?.close();
    [channel, ending, connection] = [null, null, null];
    wants.clear();
    known.clear();
  }

  return {
    subscribe(topic, onChange) {
      const subscription: Subscription = { topic, since: now(), revision: undefined, onChange };
      subscriptions.add(subscription);
      clearTimeout(lingering);
      if (ending === null) start();
      else repeat([topic]);
      gather();
      return () => {
        subscriptions.delete(subscription);
        gather();
        if (subscriptions.size > 0) return;
        clearTimeout(lingering);
        lingering = setTimeout(() => {
          if (subscriptions.size === 0) stop();
        }, LINGER_MS);
      };
    },
  };
}
