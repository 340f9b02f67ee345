import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import { opennessOf } from '../../core/name-promise.ts';
import { countOf, wordsOf } from './bitmaps.domain.ts';
import type { Post } from './discussion.domain.ts';
import { termsIn } from './insert-posts.service.ts';
import type { ModerationAct } from './moderation.domain.ts';
import type { MoveWork } from './move-work.domain.ts';
import type { MoveActStore } from './move-acts.store.ts';
import {
  isUndoable,
  planBack,
  planMove,
  type PostMove,
  type StandingPost,
  subtreeOf,
} from './moves.domain.ts';
import { createMoveSteps, signsOf, SLACK } from './move-steps.service.ts';
import type { MoveStore } from './moves.store.ts';
import type { PostNotes } from './note-posts.service.ts';
import { postIdOf } from './post-documents.store.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** Posts that go by one step. */
const STEP = 300;
/** More rounds than a thread is written in, or a post changed, at the same moment. */
const ROUNDS = 50;

interface Ports {
  readonly threads: Pick<ThreadStore, 'find' | 'setVotes'>;
  readonly posts: Pick<PostStore, 'find'>;
  readonly store: MoveStore;
  readonly notes: Pick<PostNotes, 'note'>;
  readonly acts: MoveActStore;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type CarryMoves = ReturnType<typeof createCarryMoves>;

const swapped = ({ id, authorId, from, to }: PostMove): PostMove => ({ id, authorId, from: to, to: from });

/** Who follows posts to where they go: all, but where posts go back out of a thread that stays only who has written them. */
const followersOf = ({ back, work }: ModerationAct, moves: readonly PostMove[]): string[] | null =>
  back !== null && work?.title === null ? [...new Set(moves.map(({ authorId }) => authorId))] : null;

/**
 * Carries out what staff move. Each step may be repeated: it is written down what goes where before anything goes, and a
 * post leaves one thread and is in the other by one write. What the threads note of it follows.
 */
export function createCarryMoves(ports: Ports) {
  const { threads, posts, notes, store, acts, clock, eventsWritten } = ports;

  const { findThread, reserve, step, carryReading, gather } = createMoveSteps(ports);

  /** Keeps numbers free for all that goes. */
  async function count(scope: CourseScope, act: ModerationAct, work: MoveWork): Promise<MoveWork> {
    const { from, root, to, title, depth } = work;
    const part = subtreeOf(await store.listStanding(scope, from), root);
    const counted = (total: number, base: number): MoveWork => ({ ...work, state: 'counted', total, base });
    if (!act.back) {
      const base = title === null ? await reserve(scope, act.activityId, to, part.length) : 0;
      return counted(part.length, base);
    }
    const stood = new Map((await store.listMoves(scope, act.id)).map(({ id, from: stand }) => [id, stand]));
    const added = planBack(part, stood, { threadId: to, base: 0, depth });
    return counted(part.length, await reserve(scope, act.activityId, to, added.length));
  }

  /** Writes down what goes where. */
  async function plan(scope: CourseScope, act: ModerationAct, work: MoveWork): Promise<void> {
    const { key, from, root, to, title, depth, base, total } = work;
    // What was written since it was counted comes last, and goes by itself at the end.
    const part = subtreeOf(await store.listStanding(scope, from), root).slice(0, total);
    const place = { threadId: to, base, title, depth };
    if (!act.back) {
      await store.plan(scope, key, planMove(part, place, act.id));
      return;
    }
    const stood = new Map((await store.listMoves(scope, act.id)).map(({ id, from: stand }) => [id, stand]));
    await store.plan(scope, key, planBack(part, stood, place));
  }

  /** @param work of the act, or of its undoing */
  async function movesOf(scope: CourseScope, act: ModerationAct, work: MoveWork): Promise<PostMove[]> {
    const own = await store.listMoves(scope, act.id);
    return act.back ? [...own.map(swapped), ...(await store.listMoves(scope, work.key))] : own;
  }

  /** The thread that posts are to begin is there, with all its numbers, before anybody can write in it. */
  async function beginThread(scope: CourseScope, moves: readonly PostMove[], total: number) {
    const [root] = moves;
    const post = root && (await store.findById(scope, root.id));
    if (!post) return;
    const first = { ...post, ...root.to };
    await store.beginThread(scope, first, opennessOf(first.promise), total + SLACK);
  }

  /** The post that it begins with is found by its title's words, too. */
  async function retitle(scope: CourseScope, id: string): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await store.findById(scope, id);
      if (
        !post ||
        post.deletedAt ||
        post.hide ||
        (await store.setTerms(scope, post, termsIn(post, post.text)))
      )
        return;
    }
  }

  async function settle(scope: CourseScope, activityId: string, threadId: string): Promise<void> {
    const thread = await findThread(scope, activityId, threadId);
    if (!thread) return;
    const { live, hidden, held, lastNumber } = thread;
    const seen = await store.listSigns(scope, threadId);
    if (countOf(live) + countOf(hidden) + countOf(held) === 0)
      await store.settle(scope, threadId, lastNumber, { gone: true });
    else if (seen.length > 0) await store.settle(scope, threadId, lastNumber, signsOf(seen));
  }

  async function finish(scope: CourseScope, act: ModerationAct, work: MoveWork, root: PostMove | undefined) {
    const { id, activityId, kind, n, back } = act;
    const threadId = act.threadId ?? work.from;
    const at = clock.now();
    const place = root?.to ?? { threadId: work.to, n: 1 };
    const event = courseEvent(
      back ? 'moderation.undone' : 'moderation.done',
      { kind: 'post', id: postIdOf(threadId, n ?? 1) },
      { scope, actor: { kind: 'member', ...work.by }, requestId: work.key },
      at,
      {
        activityId,
        threadId,
        n,
        act: id,
        kind,
        to: act.work?.to,
        place: { threadId: place.threadId, n: place.n },
      },
    );
    await store.finish(scope, work.to, work.key, event);
    await acts.finish(scope, id, back && { by: work.by.memberId, at });
    eventsWritten();
  }

  async function carryOut(scope: CourseScope, act: ModerationAct, work: MoveWork): Promise<void> {
    const { from, to, depth } = work;
    const isBack = act.back !== null;
    const moves = await movesOf(scope, act, work);
    if (work.title !== null) await beginThread(scope, moves, moves.length);
    await carryReading(scope, from, to, moves);
    await store.carryFollows(scope, { from, to, via: work.key }, followersOf(act, moves));
    if (isBack) await store.dropFollows(scope, from, act.id);
    for (let done = 0; done < moves.length; done += STEP) {
      await step(scope, act.activityId, from, to, moves.slice(done, done + STEP));
      await acts.noteMoved(scope, act.id, isBack, Math.min(done + STEP, moves.length));
    }
    const gone = new Set(moves.map((move) => move.from.n));
    for (let round = 0; round < ROUNDS; round += 1) {
      const late = (await store.listStanding(scope, from)).filter(
        ({ replyTo }) => replyTo !== null && gone.has(replyTo),
      );
      if (late.length === 0) break;
      for (const { id, n } of late) {
        gone.add(n);
        const post = await store.findById(scope, id);
        if (post) await gather(scope, post, depth);
      }
    }
    await carryReading(scope, from, to, moves);
    const [root] = moves;
    if (root) await retitle(scope, root.id);
    if (root?.to.n === 1) {
      const first = await store.findById(scope, root.id);
      if (first) await notes.note(scope, first);
      if (first) await threads.setVotes(scope, to, first.reactions.upvote);
    }
    await settle(scope, act.activityId, from);
    await finish(scope, act, work, root);
  }

  return {
    /** Carries out what is left of an act, or of its undoing. */
    async run(scope: CourseScope, actId: string): Promise<void> {
      for (;;) {
        const act = await acts.findMoving(scope, actId);
        const work = act && (act.back ?? act.work);
        if (!work) return;
        const isBack = act.back !== null;
        if (work.state === 'begun')
          await acts.advance(scope, actId, isBack, 'begun', await count(scope, act, work));
        else if (work.state === 'counted') {
          await plan(scope, act, work);
          await acts.advance(scope, actId, isBack, 'counted', { ...work, state: 'planned' });
        } else {
          await carryOut(scope, act, work);
          return;
        }
      }
    },

    /** Where the post now stands that an act began with. @throws AppError STALE_REVISION when it is not where it was put */
    async findRoot(scope: CourseScope, actId: string): Promise<Post> {
      const [root] = await store.listMoves(scope, actId);
      const post = root && (await store.findById(scope, root.id));
      if (post?.movedBy !== actId) throw new AppError('STALE_REVISION');
      return post;
    },

    /** Whether nothing else was done since to what an act has moved, and to what it stood below. */
    async canGoBack(scope: CourseScope, actId: string): Promise<boolean> {
      const act = await acts.findMoving(scope, actId);
      const work = act?.back;
      if (!work) return false;
      const moves = await store.listMoves(scope, actId);
      const stood = new Map(moves.map(({ id, from }) => [id, from]));
      const part: StandingPost[] = subtreeOf(await store.listStanding(scope, work.from), work.root);
      if (!isUndoable(part, stood, actId)) return false;
      const before = moves[0]?.from;
      if (!before || before.replyTo === null) return true;
      const above = await posts.find(scope, before.threadId, before.replyTo);
      return above?.threadId === before.threadId && above.n === before.replyTo;
    },

    /**
     * Mends what a post that was written or changed while others were moved has left behind.
     *
     * @param place where it stood then
     * @param depth how deep replies are nested
     */
    async mend(
      scope: CourseScope,
      post: Post,
      place: Pick<Post, 'threadId' | 'n'>,
      depth: () => Promise<number>,
    ): Promise<void> {
      if (post.threadId !== place.threadId || post.n !== place.n)
        await store.noteGone(scope, place.threadId, wordsOf([place.n]), clock.now());
      if (post.replyTo === null) return;
      const above = await posts.find(scope, post.threadId, post.replyTo);
      if (above && (above.threadId !== post.threadId || above.n !== post.replyTo))
        await gather(scope, post, await depth());
    },
  };
}
