import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type beforeSyncPayload, type Connection as PageConnection, Hocuspocus } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import { PAGE_BYTES_MAX } from '../../contracts/limits.ts';
import { CO_WRITING } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { can } from '../../core/permissions.ts';
import type { Bearers, Caller } from '../http/ports.ts';
import { createPace } from './pace.ts';
import { openPageRoom, type PageRoom, type RoomPorts } from './page-room.ts';
import { sharePresence } from './presence.ts';
import type { PresenceStore } from './presence.store.ts';
import type { Admission, Admitting, PageVersions } from './ports.ts';
import { keepVersions } from './versions-kept.ts';
import { Refusal, REFUSALS, type RefusalReason } from './refusals.ts';

interface Ports extends RoomPorts, Admitting {
  readonly bearers: Pick<Bearers, 'verify'>;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly presence: PresenceStore;
  readonly versions: Pick<PageVersions, 'keep'>;
}

/** Who writes on a page, from which launch, and until when. */
interface Guest {
  readonly caller: Caller;
  readonly admission: Admission;
  readonly endsAt: Date;
  readonly pace: ReturnType<typeof createPace>;
  isOver: boolean;
}

/** Of one process: as many as it serves well. */
const SOCKETS_MAX = 5_000;
/** Of one person in one course and process: pages in as many tabs. */
const SOCKETS_EACH = 20;
/** The message that brings a whole page, with its address. */
const MESSAGE_BYTES_MAX = PAGE_BYTES_MAX + 1_024;
/** Characters of what a client says of itself: where its cursor is. */
const STATE_MAX = 4_000;
/** As long as clients may take to say that they have heard it. */
const STOP_MS = 2_000;
/** Yjs: what a message of the sync protocol is (y-protocols, sync.js). */
const SYNC_STEP_1 = 0;
/** The longest a timer lasts. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** What is still on its way is not taken: to the library, they may only read from now on. */
function shut(guest: Guest, connection: PageConnection<Guest>, refusal: RefusalReason): void {
  guest.isOver = true;
  connection.readOnly = true;
  connection.close(refusal);
  connection.webSocket.close(refusal.code, refusal.reason);
}

/** Sockets over which people write documents together (DESIGN §3, ADR 0043). */
export function createSockets({ admit, bearers, publicUrl, ...ports }: Ports) {
  const { changes, clock, log } = ports;
  const origin = new URL(publicUrl).origin;
  const server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX });
  const rooms = new Map<string, PageRoom & { readonly leave: () => Promise<void> }>();
  const leaving = new Set<Promise<void>>();
  const open = new Map<string, number>();
  let draining = false;

  const roomOf = (name: string): PageRoom => {
    const room = rooms.get(name);
    if (!room) throw new Error(`the page ${name} is not open`);
    return room;
  };

  /** @returns what gives the place back, or null when they have all of theirs */
  function takePlace({ scope, member }: Caller): (() => void) | null {
    const key = `${scope.courseId}/${member.id}`;
    const count = open.get(key) ?? 0;
    if (count >= SOCKETS_EACH) return null;
    open.set(key, count + 1);
    return () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    };
  }

  async function callerAndAdmission(token: string, pageId: string) {
    try {
      const caller = await callerOf(bearers, token, clock.now());
      return { caller, admission: await admit(caller, pageId) };
    } catch (error) {
      if (!(error instanceof AppError)) {
        log.error({ err: error, pageId }, 'somebody could not be let in to a page');
        throw new Refusal(REFUSALS.failed);
      }
      const isOver = error.code === 'UNAUTHENTICATED' || error.code === 'SESSION_EXPIRED';
      throw new Refusal(isOver ? REFUSALS.ended : REFUSALS.left);
    }
  }

  async function admitAgain(guest: Guest, connection: PageConnection<Guest>, pageId: string): Promise<void> {
    try {
      const { canWrite } = await admit(guest.caller, pageId);
      if (!guest.isOver) connection.readOnly = !canWrite;
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error }, 'a writer could not be admitted again');
      shut(guest, connection, REFUSALS.left);
    }
  }

  async function take({ context, documentName, payload }: beforeSyncPayload<Guest>): Promise<void> {
    if (context.isOver || context.endsAt <= clock.now()) throw new Refusal(REFUSALS.ended);
    if (!context.pace.take(payload.byteLength, clock.now())) throw new Refusal(REFUSALS.tooFast);
    await roomOf(documentName).take(context.caller.member.id, payload);
  }

  const hocuspocus = new Hocuspocus<Guest>({
    quiet: true,
    // What is to be kept is in the log already; a page leaves the memory with the last who has it open.
    debounce: 0,
    maxPendingDocuments: 1,

    async onAuthenticate({ token, documentName, connectionConfig }) {
      const { caller, admission } = await callerAndAdmission(token, documentName);
      connectionConfig.readOnly = !admission.canWrite;
      return { caller, admission, endsAt: caller.bearerEndsAt, pace: createPace(), isOver: false };
    },

    async onLoadDocument({ document, documentName, context }) {
      const { scope } = context.caller;
      const room = await openPageRoom(ports, scope, documentName, document);
      const { awareness } = document;
      const leave = await sharePresence(ports, { scope, pageId: documentName, awareness });
      const end = keepVersions(ports, scope, documentName, document);
      rooms.set(documentName, {
        ...room,
        leave: async () => void (await Promise.all([leave(), end(!draining)])),
      });
    },

    async afterUnloadDocument({ documentName }) {
      const room = rooms.get(documentName);
      rooms.delete(documentName);
      if (!room) return;
      room.close();
      const left = room.leave();
      leaving.add(left);
      await left;
      leaving.delete(left);
    },

    async connected({ connection, context, documentName }) {
      // What came with the first message may have ended it already: then nobody would be told of its end.
      if (!connection.document.hasConnection(connection)) return;
      const leave = takePlace(context.caller);
      if (leave === null) {
        shut(context, connection, REFUSALS.tooMany);
        return;
      }
      const { caller, admission, endsAt } = context;
      const lookAgain = () => admitAgain(context, connection, documentName);
      const unwatch = changes.watch(caller.scope.courseId, admission.hangsOn, () => void lookAgain());
      const left = Math.min(endsAt.getTime() - clock.now().getTime(), TIMER_MAX_MS);
      const timer = globalThis.setTimeout(() => shut(context, connection, REFUSALS.ended), left).unref();
      connection.onClose(() => {
        leave();
        unwatch();
        clearTimeout(timer);
      });
      // What changed between the first look and the watch is seen now.
      await lookAgain();
    },

    async beforeSync(sync) {
      const { connection, context, type } = sync;
      // Whoever may only read is told so by the library, which applies nothing of theirs.
      if (type === SYNC_STEP_1 || connection.readOnly) return;
      try {
        await take(sync);
      } catch (error) {
        const isRefusal = error instanceof Refusal;
        if (isRefusal) log.info({ pageId: sync.documentName, reason: error.reason }, 'a change was refused');
        else log.error({ err: error, pageId: sync.documentName }, 'a change could not be taken');
        shut(context, connection, isRefusal ? error.refusal : REFUSALS.failed);
      }
    },

    /** Names come from the launch, and a writer number is taken before anybody else hears of it. */
    async beforeHandleAwareness({ states, context, connection, documentName }) {
      if (!connection || !context) return;
      const { id, name } = context.caller.member;
      const room = rooms.get(documentName);
      // The last who had it open has just left: nobody hears of it.
      if (!room) return states.clear();
      for (const [client, state] of states) {
        const isTooLarge = JSON.stringify(state).length > STATE_MAX;
        if (isTooLarge || connection.readOnly || !(await room.isOwnWriter(client, id))) states.delete(client);
        else state['user'] = { memberId: id, name };
      }
    },
  });

  function serve(socket: WebSocket): void {
    const client = hocuspocus.handleConnection(socket, new Request(`${origin}${CO_WRITING}`));
    socket.on('message', (data: Buffer) => client.handleMessage(new Uint8Array(data)));
    socket.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }));
    // Whatever is wrong with it, it closes next.
    socket.on('error', () => undefined);
  }

  return {
    /** Of pages in memory, and of sockets: for figures. */
    count: () => ({ pages: rooms.size, sockets: server.clients.size, people: open.size }),

    /** For the HTTP server's `upgrade`. A browser says where a socket comes from, and no page can make it say otherwise. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const [path] = (request.url ?? '').split('?');
      const isOurs = path === CO_WRITING && request.headers.origin === origin;
      if (!isOurs || draining || server.clients.size >= SOCKETS_MAX) {
        socket.end(
          `HTTP/1.1 ${isOurs ? '503 Service Unavailable' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`,
        );
        return;
      }
      server.handleUpgrade(request, socket, head, serve);
    },

    /** Closes all sockets, and takes no more: their clients come back to another instance, or when this one is there again. */
    async stop(): Promise<void> {
      draining = true;
      // 1012: service restart.
      for (const client of server.clients) client.close(1012);
      const until = Date.now() + STOP_MS;
      while (rooms.size > 0 && Date.now() < until) await setTimeout(20);
      for (const client of server.clients) client.terminate();
      await Promise.all(leaving);
    },
  };
}

async function callerOf(
  bearers: Pick<Bearers, 'verify'>,
  bearer: string,
  now: Date,
): Promise<Caller & { readonly bearerEndsAt: Date }> {
  const claims = await bearers.verify(bearer, now);
  const { courseId, platformId, deploymentId, memberId, launchId, role, readOnly, testUser, name } = claims;
  return {
    scope: { courseId, platformId, deploymentId },
    member: { id: memberId, role, readOnly, testUser, name },
    launchId,
    requestId: '',
    bearerEndsAt: claims.expiresAt,
    actor: { kind: 'member', memberId, role },
    can: (permission) => can({ role, readOnly }, permission),
  };
}
