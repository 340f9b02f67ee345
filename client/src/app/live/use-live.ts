import { useEffect, useEffectEvent } from 'react';
import type { ListenLive, LiveState, ReadLive } from '../../../../server/src/contracts/live.ts';
import { ApiError, urlOf } from '../api-client.ts';
import { type AppContextValue, useApp } from '../context.ts';
import { newId } from '../new-id.ts';
import { type LiveConnectionOptions, makeLiveConnection, type StreamOutcome } from './live-connection.ts';
import { type Channel, type LiveTabs, makeLiveTabs, type Message } from './live-tabs.ts';

type App = Pick<AppContextValue, 'api' | 'session' | 'sessions'>;

const PATH = '/live' satisfies (typeof ListenLive)['path'];

/** Statuses after which the same question gets the same answer. */
const REFUSED = new Set([400, 403, 404]);

/** The stream itself: the bearer goes in a header, which an EventSource does not have. */
const streamOf =
  ({ sessions }: App): LiveConnectionOptions['stream'] =>
  async (topics, onPiece, signal): Promise<StreamOutcome> => {
    const answer = await window.fetch(urlOf(PATH), {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${sessions.bearer()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ topics }),
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
    if (answer.status === 401) await sessions.renew();
    if (REFUSED.has(answer.status)) return 'refused';
    if (!answer.ok || answer.body === null) return 'failed';
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'ended';
      onPiece(value);
    }
  };

const pollOf =
  ({ api }: App): LiveConnectionOptions['poll'] =>
  async (topics, signal): Promise<LiveState | null> => {
    try {
      return await api.call<typeof ReadLive>(
        'post',
        '/live/state',
        { body: { topics: [...topics] } },
        signal,
      );
    } catch (error) {
      if (error instanceof ApiError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };

/** Whoever holds the lock listens for all; where the browser has no locks each page does. */
function leadBy(name: string, onLeader: () => void, signal: AbortSignal): void {
  const { locks } = navigator as { locks?: LockManager };
  if (locks === undefined || !('BroadcastChannel' in window)) return onLeader();
  const held = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  locks
    .request(name, { signal }, () => {
      onLeader();
      return held;
    })
    .catch(() => {
      // A page that ends has no more need of it; where storage is blocked there are no locks.
      if (!signal.aborted) onLeader();
    });
}

function openChannel(name: string, hear: (message: Message) => void): Channel | null {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => hear(data as Message));
    return {
      // It reaches pages of this origin alone, and names none.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      say: (message) => channel.postMessage(message),
      close: () => channel.close(),
    };
  } catch {
    return null;
  }
}

function makeTabs(app: App): LiveTabs {
  const { id, role } = app.session.member;
  // Pages of the same person in the same course may know the same.
  const name = `roundtable live ${id} ${role}`;
  return makeLiveTabs({
    tab: newId(),
    openChannel: (hear) => openChannel(name, hear),
    lead: (onLeader, signal) => leadBy(name, onLeader, signal),
    connect: (onChange) =>
      makeLiveConnection({
        stream: streamOf(app),
        poll: pollOf(app),
        onChange,
        now: () => Date.now(),
        random: Math.random,
      }),
    now: () => Date.now(),
  });
}

const tabs = new WeakMap<App['sessions'], LiveTabs>();

function tabsOf(app: App): LiveTabs {
  const found = tabs.get(app.sessions) ?? makeTabs(app);
  tabs.set(app.sessions, found);
  return found;
}

/** Calls back when something of a topic has changed since the page began to show it. @param topic null: nothing is listened to */
export function useLive(topic: string | null, onChange: () => void): void {
  const app = useApp();
  const changed = useEffectEvent(onChange);
  const live = tabsOf(app);
  useEffect(() => (topic === null ? undefined : live.subscribe(topic, () => changed())), [live, topic]);
}
