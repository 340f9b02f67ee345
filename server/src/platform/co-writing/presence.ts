import {
  applyAwarenessUpdate,
  type Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Changes } from './page-room.ts';
import type { PresenceStore } from './presence.store.ts';

interface PresencePorts {
  readonly presence: PresenceStore;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}

interface Page {
  readonly scope: CourseScope;
  readonly pageId: string;
  readonly awareness: Awareness;
}

/** Where the others' cursors are is told so often at most, and only while another instance has the page open. */
const SAY_MS = 500;
/** An instance says that it is there, for so long; it says so again in half of the time. */
const THERE_MS = 60_000;
/** Origin of what other instances said: it is not said again. */
const OTHERS = { source: 'local' } as const;

/** Who is on a page on other instances, as long as it is open on this one. @returns what ends it */
export async function sharePresence(ports: PresencePorts, { scope, pageId, awareness }: Page) {
  const { presence, changes, clock, log } = ports;
  const topic = `page-presence/${pageId}`;
  /** By instance: what it said last, and whom it named. */
  let others = new Map<string, { readonly revision: string; readonly clients: readonly number[] }>();
  let isOpen = true;
  let saying: NodeJS.Timeout | null = null;

  const failed = (error: unknown): void => log.error({ err: error, pageId }, 'presence was not shared');
  const fromOthers = (): Set<number> => new Set([...others.values()].flatMap(({ clients }) => clients));

  async function say(): Promise<void> {
    const elsewhere = fromOthers();
    const here = [...awareness.getStates().keys()].filter((client) => !elsewhere.has(client));
    const clients = others.size > 0 ? here : [];
    const said = { clients, states: encodeAwarenessUpdate(awareness, clients) };
    await presence.say(scope, pageId, said, new Date(clock.now().getTime() + THERE_MS));
    if (others.size > 0) await changes.note(scope.courseId, topic);
  }

  function sayLater(): void {
    if (others.size === 0) return;
    saying ??= setTimeout(() => {
      saying = null;
      if (isOpen) say().catch(failed);
    }, SAY_MS).unref();
  }

  async function look(): Promise<void> {
    const found = await presence.listOthers(scope, pageId, clock.now());
    if (!isOpen) return;
    const wasAlone = others.size === 0;
    const before = fromOthers();
    const known = others;
    others = new Map();
    for (const { instance, revision, clients, states } of found) {
      const last = known.get(instance);
      if (last?.revision !== revision) applyAwarenessUpdate(awareness, states, OTHERS);
      others.set(instance, last?.revision === revision ? last : { revision, clients });
    }
    const now = fromOthers();
    const gone = [...before].filter((client) => !now.has(client));
    removeAwarenessStates(awareness, gone, OTHERS);
    if (wasAlone && others.size > 0) await say();
  }

  /** Whoever is here now is not there any more, whatever another instance still says. */
  function changed({ added, updated }: { added: number[]; updated: number[] }, origin: unknown): void {
    if (origin === OTHERS) return;
    const here = new Set([...added, ...updated]);
    for (const [instance, { revision, clients }] of others)
      if (clients.some((client) => here.has(client)))
        others.set(instance, { revision, clients: clients.filter((client) => !here.has(client)) });
    sayLater();
  }

  const end = changes.watch(scope.courseId, [topic], () => void look().catch(failed));
  const timer = setInterval(() => void look().then(say).catch(failed), THERE_MS / 2).unref();
  awareness.on('update', changed);
  try {
    await say();
    await look();
  } catch (error) {
    failed(error);
  }

  return async (): Promise<void> => {
    isOpen = false;
    end();
    clearInterval(timer);
    awareness.off('update', changed);
    try {
      await presence.leave(scope, pageId);
      if (others.size > 0) await changes.note(scope.courseId, topic);
    } catch (error) {
      failed(error);
    }
  };
}
