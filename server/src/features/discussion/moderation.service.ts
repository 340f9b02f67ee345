import type { ModerationActView } from '../../contracts/discussion-moderation.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type DomainEvent, type EventType } from '../../core/events.ts';
import { momentKey, readMomentKey } from '../../core/moment-key.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import { EVERYTHING, type Post } from './discussion.domain.ts';
import type { HoldMembersService } from './hold-members.service.ts';
import { termsIn } from './insert-posts.service.ts';
import {
  decideModeration,
  isHoldAct,
  isMarkAct,
  type MarkAct,
  markAfter,
  type ModerationAct,
  type ModerationCommand,
  type ModerationMark,
} from './moderation.domain.ts';
import type { ModerationStore } from './moderation.store.ts';
import { actView } from './moderation.views.ts';
import type { MovesService } from './moves.service.ts';
import type { PostNotes } from './note-posts.service.ts';
import { postIdOf } from './post-documents.store.ts';
import type { PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** More rounds than a post is edited at the same moment. */
const ROUNDS = 20;

export interface ModerationPorts {
  readonly access: AccessService;
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly posts: Pick<PostStore, 'find'>;
  readonly store: ModerationStore;
  readonly notes: PostNotes;
  readonly moves: Pick<MovesService, 'undo'>;
  readonly holds: Pick<HoldMembersService, 'undo'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type ModerationService = ReturnType<typeof createModerationService>;

/**
 * What staff do to threads and posts, and its undoing (spec/discussion.md, 7). An act is kept with what stood in its place,
 * then what it is about is changed by one write with its event; cut off in between, nothing was done. Undoing writes back
 * what stood there, as long as nothing else was done since.
 */
export function createModerationService(ports: ModerationPorts) {
  const { access, threads, posts, store, notes, moves, holds, course, clock, eventsWritten } = ports;

  /** @param unapproved whether it is about a post that nobody but its author and staff has seen so far */
  function eventOf(caller: Caller, type: EventType, act: MarkAct, at: Date, unapproved: boolean) {
    const { id, activityId, kind, threadId, n, after } = act;
    const subject =
      n === null ? { kind: 'thread', id: threadId } : { kind: 'post', id: postIdOf(threadId, n) };
    return courseEvent(type, subject, caller, at, {
      activityId,
      threadId,
      ...(n !== null && { n }),
      act: id,
      kind,
      until: after.until?.toISOString() ?? null,
      ...(unapproved && { unapproved }),
    });
  }

  /** @param revision what was read of the post: another is left alone. @returns whether what the act is about says so now */
  async function change(
    caller: Caller,
    act: MarkAct,
    marks: { readonly from: ModerationMark | null; readonly to: ModerationMark | null },
    type: EventType,
    at: Date,
    revision?: number,
  ): Promise<boolean> {
    const { scope } = caller;
    const { kind, threadId, n } = act;
    const eventAbout = ({ unapproved }: Pick<Post, 'unapproved'>) =>
      eventOf(caller, type, act, at, unapproved);
    if (n === null)
      return store.changeThread(scope, { kind, threadId }, marks, eventAbout({ unapproved: false }));
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await posts.find(scope, threadId, n);
      if (!post || (post.hide?.act ?? null) !== (marks.from?.act ?? null)) return false;
      if (revision !== undefined && post.revision !== revision) return false;
      const changed = await store.changePost(
        scope,
        post,
        marks,
        termsAfter(post, marks.to),
        eventAbout(post),
      );
      if (!changed) continue;
      await notes.note(scope, changed);
      return true;
    }
    return false;
  }

  return {
    /** @returns the act that holds then. @throws AppError NOT_FOUND, POST_DELETED, PINNED_TOO_MANY, STALE_REVISION */
    async act(caller: Caller, activityId: string, id: string, command: ModerationCommand) {
      const { scope, member } = caller;
      const { kind, threadId, n, until, reason, revision } = command;
      const [thread, pinned] = await Promise.all([
        threads.find(scope, activityId, threadId, EVERYTHING, member.id, n),
        kind === 'pin' ? store.countPinned(scope, activityId) : 0,
        access.forReading(caller, activityId),
      ]);
      const there = thread?.gone === true ? null : thread;
      const decision = decideModeration(command, there, there?.post ?? null, pinned);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'unchanged') return { actId: decision.act };
      const at = clock.now();
      const { before } = decision;
      const after = { act: id, at, until, reason };
      const place = { activityId, kind, threadId, n, memberId: null };
      const still = { undone: null, work: null, back: null };
      const done = { id, ...place, before, after, by: member.id, at, ...still };
      const act = await store.begin(scope, done);
      if (
        !act ||
        act.by !== member.id ||
        act.threadId !== threadId ||
        !isMarkAct(act) ||
        act.kind !== kind ||
        act.undone
      )
        throw new AppError('BAD_REQUEST', { field: 'actId' });
      const marks = { from: before, to: markAfter(act) };
      if (!(await change(caller, act, marks, 'moderation.done', at, revision)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
      await store.noteDone(scope, id);
      return { actId: id };
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION when something else was done since */
    async undo(caller: Caller, activityId: string, id: string) {
      const { scope, member } = caller;
      const [act] = await Promise.all([
        store.find(scope, activityId, id),
        access.forReading(caller, activityId),
      ]);
      if (!act) throw new AppError('NOT_FOUND', { kind: 'act' });
      if (act.undone) return { actId: id };
      if (isHoldAct(act)) return holds.undo(caller, act);
      if (!isMarkAct(act)) return moves.undo(caller, act);
      const at = clock.now();
      const marks = { from: markAfter(act), to: act.before };
      if (!(await change(caller, act, marks, 'moderation.undone', at))) throw new AppError('STALE_REVISION');
      eventsWritten();
      await store.noteUndone(scope, id, member.id, at);
      return { actId: id };
    },

    /** @throws AppError BAD_REQUEST, NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const { scope } = caller;
      const key = after === undefined ? null : readMomentKey(after);
      const [found] = await Promise.all([
        store.list(scope, activityId, key, limit + 1),
        access.forReading(caller, activityId),
      ]);
      const page = found.slice(0, limit);
      const people = await course.findMembers(scope, [...new Set(page.flatMap(peopleIn))]);
      const names = new Map(people.map((person) => [person.id, person.name]));
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        items: page.map((act): ModerationActView => actView(act, names)),
        next: last ? momentKey(last) : null,
      };
    },

    /** Notes what an event says was done, also when the request that did it did not get there. */
    async follow(scope: CourseScope, { type, data, actor, at }: DomainEvent): Promise<void> {
      const { act } = data;
      if (typeof act !== 'string' || actor.kind !== 'member') return;
      if (type === 'moderation.done') await store.noteDone(scope, act);
      if (type === 'moderation.undone') await store.noteUndone(scope, act, actor.memberId, at);
    },
  };
}

/** Who is named by an act: who has done it, who has taken it back, whom it is about. */
const peopleIn = ({ by, undone, memberId }: ModerationAct): string[] => [
  by,
  ...(undone ? [undone.by] : []),
  ...(memberId === null ? [] : [memberId]),
];

/** A hidden post is found by no word. */
const termsAfter = (post: Post, hide: ModerationMark | null): string[] =>
  hide || post.deletedAt ? [] : termsIn(post, post.text);
