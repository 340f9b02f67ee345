import * as Y from 'yjs';
import { PAGE_BYTES_MAX } from '../../contracts/limits.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ChangeLog, Known } from './change-log.store.ts';
import { createGroupCommit } from './group-commit.ts';
import { Refusal, REFUSALS } from './refusals.ts';

/** How changes that other instances have written come in. */
export interface Changes {
  /** @returns what ends it */
  watch(courseId: string, topics: readonly string[], changed: (topic: string) => void): () => void;
  note(courseId: string, topic: string): Promise<void>;
}

export interface RoomPorts {
  readonly changeLog: ChangeLog;
  readonly changes: Changes;
  readonly log: Record<'info' | 'error', (details: object, message: string) => void>;
}

/** Updates of a page are squashed when there are so many. */
const SQUASH_AFTER = 200;
/** Other instances are told of changes so often at most. */
const TELL_MS = 200;
/** A change whose writer died before it told of it is found at the latest then. */
const LOOK_MS = 10_000;
const NOTHING: Known = { snapshot: 0, updates: new Set() };
/** What was read from the log is not written to it again. */
const READ = { source: 'local', skipStoreHooks: true } as const;

/** The topic of hints that a page has changed. */
export const topicOf = (pageId: string): string => `page/${pageId}`;

export type PageRoom = Awaited<ReturnType<typeof openPageRoom>>;

/** One page as long as somebody on this instance has it open: the log on one side, the shared document on the other. */
export async function openPageRoom(
  { changeLog, changes, log }: RoomPorts,
  scope: CourseScope,
  pageId: string,
  document: Y.Doc,
) {
  let writers = new Map<number, string>();
  let snapshot = 0;
  let updates = new Set<string>();
  let bytes = 0;
  let isOpen = true;
  let telling: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;

  const failed = (what: string) => (error: unknown) => log.error({ err: error, pageId }, what);

  /**
   * Text that came before the text it follows (its writer typed on before all was sent) is in the log and is not shown:
   * sent to others it would come back from them, as if they had written it. Its writer sends it again with the rest.
   */
  function dropWaiting(): boolean {
    const isWaiting = document.store.pendingStructs !== null;
    document.store.pendingStructs = null;
    return isWaiting;
  }
  const dropAfterwards = ({ origin }: Y.Transaction): void => {
    if (origin !== READ) dropWaiting();
  };
  document.on('afterTransaction', dropAfterwards);

  async function look(inFull: boolean): Promise<void> {
    const found = await changeLog.read(scope, pageId, { snapshot, updates }, inFull);
    if (found.updates.length > 0 || inFull) writers = await changeLog.listWriters(scope, pageId);
    if (!isOpen) return;
    if (found.snapshot) {
      Y.applyUpdate(document, found.snapshot.state, READ);
      snapshot = found.snapshot.n;
      bytes = found.snapshot.state.byteLength;
    }
    for (const { update } of found.updates) {
      Y.applyUpdate(document, update, READ);
      bytes += update.byteLength;
    }
    const isWaiting = dropWaiting();
    // What waits for text that is not in the log yet is read again with the next look.
    updates = new Set(isWaiting ? found.ids.filter((id) => updates.has(id)) : found.ids);
    if (updates.size >= SQUASH_AFTER) await squash();
  }

  /** One look after the other; resolves when one has ended that began after it was asked for. */
  async function lookAgain(inFull: boolean): Promise<void> {
    const before = looking;
    const next = (before ?? Promise.resolve()).catch(() => undefined).then(() => look(inFull));
    looking = next;
    try {
      await next;
    } finally {
      if (looking === next) looking = null;
    }
  }

  /** Made of what is stored alone, so that it never says more than was durable. */
  async function squash(): Promise<void> {
    const stored = await changeLog.read(scope, pageId, NOTHING, true);
    const whole = new Y.Doc();
    if (stored.snapshot) Y.applyUpdate(whole, stored.snapshot.state);
    for (const { update } of stored.updates) Y.applyUpdate(whole, update);
    const state = Y.encodeStateAsUpdate(whole);
    whole.destroy();
    const ids = stored.updates.map(({ id }) => id);
    await changeLog.squash(scope, pageId, { n: (stored.snapshot?.n ?? 0) + 1, state }, ids);
  }

  function tellOthers(): void {
    telling ??= setTimeout(() => {
      telling = null;
      changes
        .note(scope.courseId, topicOf(pageId))
        .catch(failed('other instances were not told of a change'));
    }, TELL_MS).unref();
  }

  const commit = createGroupCommit(Y.mergeUpdates, async (update) => {
    updates.add(await changeLog.append(scope, pageId, update));
    bytes += update.byteLength;
    tellOthers();
  });

  /** Whether a writer number is this member's, who gets it when it is nobody's. */
  async function isOwnWriter(client: number, memberId: string): Promise<boolean> {
    const known = writers.get(client);
    if (known !== undefined) return known === memberId;
    const owner = await changeLog.claimWriter(scope, pageId, client, memberId);
    writers.set(client, owner);
    return owner === memberId;
  }

  /** The writers whose text in an update is not on the page yet. */
  function newWriters(decoded: ReturnType<typeof Y.decodeUpdate>): number[] {
    const clients = new Set<number>();
    for (const struct of decoded.structs) {
      const { client, clock } = struct.id;
      if (struct instanceof Y.Skip) continue;
      if (clock + struct.length > Y.getState(document.store, client)) clients.add(client);
    }
    return [...clients];
  }

  const end = changes.watch(scope.courseId, [topicOf(pageId)], () => {
    lookAgain(false).catch(failed('a change of another instance waits'));
  });
  const timer = setInterval(() => {
    lookAgain(true).catch(failed('looking for changes of other instances failed'));
  }, LOOK_MS).unref();
  const close = (): void => {
    isOpen = false;
    end();
    clearInterval(timer);
  };
  try {
    await lookAgain(true);
  } catch (error) {
    close();
    throw error;
  }

  return {
    close,
    isOwnWriter,

    /**
     * Takes what a member has written; resolves when it is durable, before it is shown to anybody or acknowledged.
     *
     * @throws Refusal for what is unreadable, too large, or in the name of somebody else
     */
    async take(memberId: string, update: Uint8Array): Promise<void> {
      let decoded: ReturnType<typeof Y.decodeUpdate>;
      try {
        decoded = Y.decodeUpdate(update);
      } catch {
        throw new Refusal(REFUSALS.unreadable);
      }
      if (decoded.structs.length === 0 && decoded.ds.clients.size === 0) return;
      if (bytes + update.byteLength > PAGE_BYTES_MAX) throw new Refusal(REFUSALS.full);
      const isForeign = async (): Promise<boolean> => {
        for (const client of newWriters(decoded)) if (!(await isOwnWriter(client, memberId))) return true;
        return false;
      };
      if (await isForeign()) {
        // Somebody who comes from another instance brings along what others have written there: it is in the log.
        await lookAgain(true);
        if (await isForeign()) throw new Refusal(REFUSALS.forged);
      }
      await commit(update);
    },
  };
}
