import type { RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type DomainEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { decideDelete, decideEdit, decideReply, decideStart, type Post } from './discussion.domain.ts';
import type { PostContent } from './drafts.domain.ts';
import { editTarget, NEW_THREAD, replyTarget } from './drafts.domain.ts';
import { type Side, sideIn } from './modes.domain.ts';
import { pathOf, replyPath } from './paths.domain.ts';
import type { PostNotes } from './note-posts.service.ts';
import type { PostDraftsService } from './post-drafts.service.ts';
import { postIdOf, type PostStore } from './posts.store.ts';
import type { ThreadStore } from './threads.store.ts';

/** More rounds than people post in one thread at the same moment. */
const ROUNDS = 20;

interface Ports {
  readonly access: AccessService;
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly posts: PostStore;
  readonly drafts: PostDraftsService;
  readonly notes: PostNotes;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

type NewPost = Pick<Post, 'activityId' | 'threadId' | 'requestId' | 'title' | 'replyTo' | 'side'> & {
  readonly text: RichText;
};

export type WritePostsService = ReturnType<typeof createWritePostsService>;

/**
 * Writing in discussions (spec/discussion.md, 2). The post is the one document that says whether something is written: its
 * number is taken by inserting it, and what its thread notes of it follows from it.
 */
export function createWritePostsService({
  access,
  threads,
  posts,
  drafts,
  notes,
  clock,
  eventsWritten,
}: Ports) {
  const eventOf = (
    caller: Caller,
    type: EventType,
    post: Pick<Post, 'activityId' | 'threadId' | 'n'>,
    at: Date,
  ): DomainEvent => {
    const { activityId, threadId, n } = post;
    return courseEvent(type, { kind: 'post', id: postIdOf(threadId, n) }, caller, at, {
      activityId,
      threadId,
      n,
    });
  };

  /** What follows from a post, at once. */
  async function note({ scope }: Caller, post: Post): Promise<void> {
    await Promise.all([notes.note(scope, post), notes.noteOwn(scope, post)]);
    eventsWritten();
  }

  /** @returns false when the number is taken by another post */
  async function insert(caller: Caller, wanted: NewPost, n: number, path: string): Promise<Post | false> {
    const { scope, member } = caller;
    const at = clock.now();
    const fields = { authorId: member.id, at, editedAt: null, revision: 1, deletedAt: null };
    const post: Post = { ...wanted, n, path, ...fields };
    if (await posts.insert(scope, post, eventOf(caller, 'post.written', post, at))) return post;
    const written = await posts.findWritten(scope, wanted.requestId);
    if (written?.authorId === member.id && written.threadId === wanted.threadId) return written;
    // Its own thread's number is taken, or somebody else's request has this id.
    if (written) throw new AppError('BAD_REQUEST', { field: 'id' });
    return false;
  }

  /** The next number of the thread; who is overtaken takes the one after, and notes the other for whoever it was. */
  async function append(caller: Caller, wanted: NewPost, last: number, pathFor: (n: number) => string) {
    let n = last + 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await insert(caller, wanted, n, pathFor(n));
      if (post) return post;
      const other = await posts.find(caller.scope, wanted.threadId, n);
      if (other) await notes.note(caller.scope, other);
      n += 1;
    }
    throw new AppError('STALE_REVISION');
  }

  return {
    /**
     * @throws AppError DISCUSSION_CLOSED, POST_EMPTY, STALE_REVISION when another tab has a newer draft, NOT_FOUND,
     *   ACTIVITY_NOT_OPEN
     */
    async start(
      caller: Caller,
      activityId: string,
      threadId: string,
      content: PostContent,
      draftRevision: number,
    ) {
      const [{ discussion, who }, draft] = await Promise.all([
        access.forWriting(caller, activityId),
        drafts.find(caller, activityId, NEW_THREAD),
      ]);
      const sent = { key: { activityId, target: NEW_THREAD }, draft, content, draftRevision };
      const decision = decideStart({ discussion, who }, content, clock.now());
      if (decision.type === 'refuse') return drafts.refuse(caller, sent, decision.reason);
      const { title, text } = content;
      const side = sideIn(discussion.settings.mode, content.side);
      const wanted = { activityId, threadId, requestId: threadId, title, replyTo: null, side, text };
      const post = await insert(caller, wanted, 1, pathOf(null, 1));
      // An id of somebody else's thread.
      if (!post) throw new AppError('BAD_REQUEST', { field: 'threadId' });
      await Promise.all([note(caller, post), drafts.clear(caller, sent)]);
      return { threadId, n: post.n };
    },

    /**
     * Three round trips one after the other: what is there, the post, what follows from it.
     *
     * @throws AppError DISCUSSION_CLOSED, POST_DELETED, POST_EMPTY, STALE_REVISION, NOT_FOUND, ACTIVITY_NOT_OPEN
     */
    async reply(
      caller: Caller,
      activityId: string,
      threadId: string,
      command: {
        readonly id: string;
        readonly replyTo: number;
        readonly text: RichText;
        readonly side: Side | null;
        readonly draftRevision: number;
      },
    ) {
      const { id, replyTo, text, draftRevision } = command;
      const target = replyTarget(threadId, replyTo);
      const [{ discussion, who }, thread, draft] = await Promise.all([
        access.forWriting(caller, activityId),
        threads.find(caller.scope, activityId, threadId, { kind: 'all' }, caller.member.id, replyTo),
        drafts.find(caller, activityId, target),
      ]);
      const content = { title: '', text, side: command.side };
      const sent = { key: { activityId, target }, draft, content, draftRevision };
      const answered = thread?.post ?? null;
      const decision = decideReply({ discussion, who, thread, answered }, content, clock.now());
      if (decision.type === 'refuse' || !thread || !answered)
        return drafts.refuse(caller, sent, decision.type === 'refuse' ? decision.reason : 'NOT_FOUND');
      const side = sideIn(discussion.settings.mode, command.side);
      const wanted = { activityId, threadId, requestId: id, title: null, replyTo, side, text };
      const pathFor = (n: number) => replyPath(answered.path, n, discussion.settings.depth);
      const post = await append(caller, wanted, thread.lastNumber, pathFor);
      await Promise.all([note(caller, post), drafts.clear(caller, sent)]);
      return { n: post.n };
    },

    /** @throws AppError STALE_REVISION, POST_DELETED, POST_EMPTY, DISCUSSION_CLOSED, FORBIDDEN, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async edit(
      caller: Caller,
      activityId: string,
      threadId: string,
      n: number,
      command: { readonly text: RichText; readonly expectedRevision: number; readonly draftRevision: number },
    ) {
      const { text, expectedRevision, draftRevision } = command;
      const target = editTarget(threadId, n);
      const [{ discussion, who }, post, draft] = await Promise.all([
        access.forWriting(caller, activityId),
        findIn(caller, activityId, threadId, n),
        drafts.find(caller, activityId, target),
      ]);
      const content = { title: '', text, side: null };
      const sent = { key: { activityId, target }, draft, content, draftRevision };
      const decision = decideEdit({ discussion, who, post }, { text, expectedRevision }, clock.now());
      if (decision.type === 'refuse' || !post)
        return drafts.refuse(caller, sent, decision.type === 'refuse' ? decision.reason : 'NOT_FOUND');
      const changed =
        decision.type === 'accept' ? await change(caller, post, { text, editedAt: clock.now() }) : post;
      if (!changed) return drafts.refuse(caller, sent, 'STALE_REVISION');
      await drafts.clear(caller, sent);
      return { n, revision: changed.revision };
    },

    /** @throws AppError DISCUSSION_CLOSED, STALE_REVISION, FORBIDDEN, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async remove(caller: Caller, activityId: string, threadId: string, n: number) {
      const [{ discussion, who }, post] = await Promise.all([
        access.forWriting(caller, activityId),
        findIn(caller, activityId, threadId, n),
      ]);
      const decision = decideDelete({ discussion, who, post }, clock.now());
      if (decision.type === 'refuse' || !post)
        throw new AppError(decision.type === 'refuse' ? decision.reason : 'NOT_FOUND');
      if (decision.type === 'unchanged') return { n };
      const changed = await change(caller, post, { text: null, deletedAt: clock.now() });
      if (!changed) throw new AppError('STALE_REVISION');
      return { n };
    },

    /** Brings what a thread notes of a post up to date, also when the request that wrote it did not get there. */
    async follow(scope: Caller['scope'], threadId: string, n: number): Promise<void> {
      const post = await posts.find(scope, threadId, n);
      if (post) await notes.note(scope, post);
    },
  };

  async function findIn(caller: Caller, activityId: string, threadId: string, n: number) {
    const post = await posts.find(caller.scope, threadId, n);
    return post?.activityId === activityId ? post : null;
  }

  /** What it said is kept before: nothing is lost if this stops in between. */
  async function change(
    caller: Caller,
    post: Post,
    fields: Partial<Pick<Post, 'text' | 'editedAt' | 'deletedAt'>>,
  ) {
    const { scope } = caller;
    await posts.keepVersion(scope, post);
    const type = fields.deletedAt ? 'post.deleted' : 'post.edited';
    const changed = await posts.change(scope, post, fields, eventOf(caller, type, post, clock.now()));
    if (changed && fields.deletedAt) await notes.note(scope, changed);
    if (changed) eventsWritten();
    return changed;
  }
}
