import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { opennessOf } from '../../core/name-promise.ts';
import { bitsOf, isIn, wordsOf } from './bitmaps.domain.ts';
import { EVERYTHING, type Post } from './discussion.domain.ts';
import { endorsedOf, isReplyToFirst } from './modes.domain.ts';
import type { PostMove } from './moves.domain.ts';
import type { MovedPost, MoveStore } from './moves.store.ts';
import { replyPath } from './paths.domain.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** More than the numbers by which who writes at the same moment may be ahead of what is noted (`append`). */
export const SLACK = 64;
/** More rounds than a thread is written in at the same moment. */
const ROUNDS = 50;

interface Ports {
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly posts: Pick<PostStore, 'find'>;
  readonly store: MoveStore;
  readonly clock: Clock;
}

/** What posts say of when a thread was written in, and how little is known of by whom. */
export const signsOf = (posts: readonly Pick<MovedPost, 'at' | 'promise'>[]) => ({
  lastPostAt: new Date(posts.reduce((last, { at }) => Math.max(last, at.getTime()), 0)),
  openness: posts.reduce((least, { promise }) => Math.min(least, opennessOf(promise)), Infinity),
});

/** What moving posts consists of. Each may be repeated. */
export function createMoveSteps({ threads, posts, store, clock }: Ports) {
  const findThread = (scope: CourseScope, activityId: string, threadId: string, n?: number) =>
    threads.find(scope, activityId, threadId, EVERYTHING, '', n);

  /** @returns the last number that is taken */
  async function reserve(scope: CourseScope, activityId: string, threadId: string, count: number) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const thread = await findThread(scope, activityId, threadId);
      if (!thread) break;
      const base = await store.reserve(scope, threadId, thread, { slack: SLACK, count });
      if (base !== null) return base;
    }
    throw new AppError('STALE_REVISION');
  }

  /** Puts posts in their places, and notes it in both threads. What staff stand by they stand by where it goes. */
  async function step(
    scope: CourseScope,
    activityId: string,
    from: string,
    to: string,
    moves: readonly PostMove[],
  ) {
    const at = clock.now();
    const before = await findThread(scope, activityId, from);
    const moved = (await store.move(scope, moves, at)).filter(({ threadId }) => threadId === to);
    const numbers = (isIn: (post: MovedPost) => boolean) => wordsOf(moved.filter(isIn).map(({ n }) => n));
    const stoodBy = new Set(before && endorsedOf(before));
    const endorsed = moves.filter((move) => stoodBy.has(move.from.n)).map((move) => move.to);
    const seen = moved.filter(({ unapproved }) => !unapproved);
    if (moved.length > 0)
      await store.noteCome(
        scope,
        to,
        {
          live: numbers(({ deletedAt, hide }) => !deletedAt && !hide),
          hidden: numbers(({ deletedAt, hide, unapproved }) => !deletedAt && hide !== null && !unapproved),
          held: numbers(({ deletedAt, unapproved }) => !deletedAt && unapproved),
          pro: numbers(({ side }) => side === 'pro'),
          contra: numbers(({ side }) => side === 'contra'),
          endorsed: endorsed.filter(isReplyToFirst).map(({ n }) => n),
          endorsedTalk: endorsed.filter((post) => !isReplyToFirst(post)).map(({ n }) => n),
          signs: seen.length === 0 ? null : signsOf(seen),
        },
        at,
      );
    await store.noteGone(scope, from, wordsOf(moves.map((move) => move.from.n)), at);
  }

  /** What people have read there they have read here. */
  async function carryReading(scope: CourseScope, from: string, to: string, moves: readonly PostMove[]) {
    const last = Math.max(0, ...moves.map((move) => move.from.n));
    let page: Awaited<ReturnType<MoveStore['listReaders']>> = [];
    do {
      page = await store.listReaders(scope, from, page.at(-1)?.memberId ?? '');
      const readers = page.map(({ memberId, words }) => {
        const bits = bitsOf(words, last);
        const read = moves.filter((move) => isIn(bits, move.from.n)).map((move) => move.to.n);
        return { memberId, words: wordsOf(read) };
      });
      await store.joinReaders(
        scope,
        to,
        readers.filter(({ words }) => Object.keys(words).length > 0),
      );
    } while (page.length > 0);
  }

  /** A post that was written in answer to one that has gone meanwhile goes after it. */
  async function gather(scope: CourseScope, post: Post, depth: number): Promise<void> {
    if (post.replyTo === null) return;
    const { id, activityId, authorId, threadId: from, n, path, replyTo, title, tags, movedBy } = post;
    const above = await posts.find(scope, from, replyTo);
    if (!above || (above.threadId === from && above.n === replyTo)) return;
    const answeredId = post.answeredId ?? above.id;
    const number = 1 + (await reserve(scope, activityId, above.threadId, 1));
    const move: PostMove = {
      id,
      authorId,
      from: { threadId: from, n, path, replyTo, title, tags, answeredId: post.answeredId, movedBy },
      to: {
        threadId: above.threadId,
        n: number,
        path: replyPath(above.path, number, depth),
        replyTo: above.n,
        title,
        tags,
        answeredId,
        movedBy: above.movedBy,
      },
    };
    await store.plan(scope, above.movedBy ?? 'late', [move]);
    await carryReading(scope, from, above.threadId, [move]);
    await step(scope, activityId, from, above.threadId, [move]);
  }

  return { findThread, reserve, step, carryReading, gather };
}
