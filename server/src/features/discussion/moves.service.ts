import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { countOf } from './bitmaps.domain.ts';
import { EVERYTHING } from './discussion.domain.ts';
import type { CarryMoves } from './carry-moves.service.ts';
import type { ModerationAct, MoveKind } from './moderation.domain.ts';
import type { MoveActStore } from './move-acts.store.ts';
import type { MoveWork } from './move-work.domain.ts';
import { POSTS_MAX } from './paths.domain.ts';
import type { ThreadStore } from './threads.store.ts';

/** Moved while the request waits; more is done by the job. */
const AT_ONCE = 300;
/** By then a request that was to do it itself has been cut off. */
const RESCUE_MS = 30_000;

/** What staff want moved. */
export interface MoveCommand {
  readonly kind: MoveKind;
  readonly threadId: string;
  /** The post that it begins with: with it goes all that answers it. */
  readonly n: number;
  /** The thread that it goes to; null: one of its own. */
  readonly to: string | null;
  /** What its own thread is called. */
  readonly title: string | null;
  readonly reason: string;
}

export interface MovesPorts {
  readonly access: AccessService;
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly acts: MoveActStore;
  readonly carry: CarryMoves;
  /** Has an act carried out by the job, also when this process ends. */
  readonly request: (scope: CourseScope, actId: string, dueAt: Date) => Promise<void>;
  readonly clock: Clock;
}

export type MovesService = ReturnType<typeof createMovesService>;

/**
 * Splitting threads, moving posts to other threads and merging threads, and its undoing (spec/discussion.md, 7). It stays
 * within a discussion and the space of a group: who was told that their group alone reads them is read by nobody else, and
 * promises of anonymity, milestones and grades go on as they were.
 */
export function createMovesService({ access, threads, acts, carry, request, clock }: MovesPorts) {
  /** A job stands by from before anything is written. */
  async function start(scope: CourseScope, actId: string, size: number, begin: () => Promise<void>) {
    const now = clock.now();
    await request(scope, actId, new Date(now.getTime() + RESCUE_MS));
    await begin();
    if (size <= AT_ONCE) await carry.run(scope, actId);
    else await request(scope, actId, now);
  }

  /** Where posts go, and how many at most. @throws AppError NOT_FOUND, BAD_REQUEST */
  async function findTarget({ scope, member }: Caller, activityId: string, command: MoveCommand, id: string) {
    const { threadId, n, to, title } = command;
    const [thread, target] = await Promise.all([
      threads.find(scope, activityId, threadId, EVERYTHING, member.id, n),
      threads.find(scope, activityId, to ?? id, EVERYTHING, member.id),
    ]);
    if (!thread || thread.gone || !thread.post) throw new AppError('NOT_FOUND', { kind: 'post' });
    if (to === null) return { thread, title };
    if (!target || target.gone) throw new AppError('NOT_FOUND', { kind: 'thread' });
    const isElsewhere = to === threadId || target.groupId !== thread.groupId;
    if (isElsewhere || target.lastNumber + thread.lastNumber >= POSTS_MAX)
      throw new AppError('BAD_REQUEST', { field: 'to' });
    return { thread, title: null };
  }

  return {
    /** @throws AppError NOT_FOUND, MOVE_RUNNING, BAD_REQUEST */
    async act(caller: Caller, activityId: string, id: string, command: MoveCommand) {
      const { scope, member } = caller;
      const { kind, threadId, n, reason } = command;
      const { discussion } = await access.forReading(caller, activityId);
      const { thread, title } = await findTarget(caller, activityId, command, id);
      const at = clock.now();
      const work: MoveWork = {
        key: id,
        by: { memberId: member.id, role: member.role },
        from: threadId,
        root: n,
        to: command.to ?? id,
        title,
        depth: discussion.settings.depth,
        state: 'begun',
        base: 0,
        total: 0,
        moved: 0,
      };
      const act: ModerationAct = {
        id,
        activityId,
        kind,
        threadId,
        n,
        memberId: null,
        before: null,
        after: { act: id, at, until: null, reason },
        by: member.id,
        at,
        undone: null,
        work,
        back: null,
      };
      await start(scope, id, countOf(thread.live), async () => {
        const kept = await acts.begin(scope, act);
        if (!kept) throw new AppError('MOVE_RUNNING');
        if (kept.by !== member.id || kept.threadId !== threadId || kept.kind !== kind || kept.undone)
          throw new AppError('BAD_REQUEST', { field: 'actId' });
      });
      return { actId: id };
    },

    /** @throws AppError MOVE_RUNNING, STALE_REVISION when something else was done to the posts since */
    async undo({ scope, member }: Caller, { id, activityId, threadId, work }: ModerationAct) {
      if (!work || threadId === null) throw new AppError('NOT_FOUND', { kind: 'act' });
      if (work.state !== 'done') throw new AppError('MOVE_RUNNING');
      const root = await carry.findRoot(scope, id);
      const back: MoveWork = {
        ...work,
        key: `${id}-back`,
        by: { memberId: member.id, role: member.role },
        from: work.to,
        root: root.n,
        to: threadId,
        title: null,
        state: 'begun',
        base: 0,
        total: 0,
        moved: 0,
      };
      const from = await threads.find(scope, activityId, back.from, EVERYTHING, member.id);
      await start(scope, id, from ? countOf(from.live) : 0, async () => {
        if (!(await acts.beginBack(scope, id, back))) throw new AppError('MOVE_RUNNING');
        if (!(await carry.canGoBack(scope, id))) {
          await acts.cancelBack(scope, id);
          throw new AppError('STALE_REVISION');
        }
      });
      return { actId: id };
    },
  };
}
