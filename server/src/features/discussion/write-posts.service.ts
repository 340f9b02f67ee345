import { POST_TO_GROUPS_MAX } from '../../contracts/limits.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { groupThreadIdOf } from '../../core/ids.ts';
import type { AccessService } from './access.service.ts';
import type { Promised } from '../../core/name-promise.ts';
import {
  decideDelete,
  decideEdit,
  decideReply,
  decideStart,
  type Discussion,
  type EditCommand,
  type Participant,
  type Post,
  type PostPlace,
} from './discussion.domain.ts';
import { editMarks } from './approval.domain.ts';
import { editTarget, NEW_THREAD, type PostContent, replyTarget } from './drafts.domain.ts';
import { calledAnew, offeredOf } from './tags.domain.ts';
import { decideSpaces } from './spaces.domain.ts';
import { type Side, sideIn } from './modes.domain.ts';
import { pathOf, replyPath } from './paths.domain.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { mentionedIn } from './mentions.domain.ts';
import type { PostFile } from './post-files.domain.ts';
import type { FindPostFault } from './post-faults.service.ts';
import type { PostNotes } from './note-posts.service.ts';
import type { PostDraftsService } from './post-drafts.service.ts';
import { createFindPost } from './find-thread.service.ts';
import { createFindAsked } from './find-asked.service.ts';
import { createPostInserter, saidAfter } from './insert-posts.service.ts';
import type { PostPacer } from './pace-posts.service.ts';
import type { PostStore } from './posts.store.ts';
import type { PostSigner } from './sign-posts.service.ts';
import type { ThreadStore } from './threads.store.ts';

interface Ports {
  readonly access: AccessService;
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly posts: PostStore;
  readonly groups: Pick<GroupsPort, 'listPeopled'>;
  readonly findFault: FindPostFault;
  readonly sign: PostSigner;
  readonly pace: PostPacer;
  readonly drafts: PostDraftsService;
  readonly notes: PostNotes;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** How a thread is started, beside what it says. */
interface StartOptions {
  readonly draftRevision: number;
  /** What its author was shown. */
  readonly promise?: Promised | undefined;
  /** In whose space; `all`: in each. */
  readonly group?: string | undefined;
  /** The post that it asks everybody about. */
  readonly about?: PostPlace | null | undefined;
}

export type WritePostsService = ReturnType<typeof createWritePostsService>;

/**
 * Writing in discussions (spec/discussion.md, 2). The post is the one document that says whether something is written: its
 * number is taken by inserting it, and what its thread notes of it follows from it.
 */
export function createWritePostsService(ports: Ports) {
  const { access, threads, posts, groups, findFault, sign, pace, drafts, notes, clock, eventsWritten } =
    ports;
  const findAsked = createFindAsked(threads);
  const findPost = createFindPost(threads);
  const { eventOf, note, insert, append } = createPostInserter({ posts, notes, clock, eventsWritten });

  /** In whose spaces a thread goes. */
  async function spacesFor({ scope }: Caller, { settings }: Discussion, who: Participant, group?: string) {
    const set = settings.groupSetId;
    const all = set === null ? null : who.isStaff ? await groups.listPeopled(scope, set) : [];
    return decideSpaces(who, group, all && all.map(({ groupId }) => groupId));
  }

  return {
    /**
     * In several spaces at once each has a thread of its own; cut off in between, the same request once more starts those
     * that are missing.
     *
     * @throws AppError ANONYMITY_CHANGED, NO_DISCUSSION_GROUP, DISCUSSION_CLOSED, POST_EMPTY, NOT_FOUND, ACTIVITY_NOT_OPEN,
     *   STALE_REVISION when another tab has a newer draft
     */
    async start(
      caller: Caller,
      activityId: string,
      threadId: string,
      content: PostContent,
      { draftRevision, promise, group, about = null }: StartOptions,
    ) {
      const [{ discussion, who }, draft] = await Promise.all([
        access.forWriting(caller, activityId),
        drafts.find(caller, activityId, NEW_THREAD),
      ]);
      const sent = {
        key: { activityId, target: NEW_THREAD },
        draft,
        content,
        draftRevision,
      };
      const { title, text, files, tags } = content;
      const decision = decideStart({ discussion, who }, content, clock.now(), promise);
      if (decision.type === 'refuse') return drafts.refuseBy(caller, sent, decision);
      const source = about && (await findAsked(caller, activityId, about));
      const spaces = await spacesFor(caller, discussion, who, source?.groupId ?? group);
      if (spaces.type === 'refuse') return drafts.refuse(caller, sent, spaces.reason);
      const fault = await findFault(caller, discussion, spaces.groupIds, content);
      if (fault) return drafts.refuse(caller, sent, fault.reason, fault.details);
      const signed = await sign(caller, discussion);
      const isOne = spaces.groupIds.length === 1;
      const started: string[] = [];
      for (const groupId of spaces.groupIds.slice(0, POST_TO_GROUPS_MAX)) {
        const id = isOne || groupId === null ? threadId : groupThreadIdOf(threadId, groupId);
        const wanted = {
          ...signed,
          activityId,
          threadId: id,
          groupId,
          requestId: id,
          title,
          tags: offeredOf(discussion, tags),
          about,
          replyTo: null,
          answeredId: null,
          side: sideIn(discussion.settings.mode, content.side),
          text,
          files,
        };
        const post = await insert(caller, wanted, 1, pathOf(null, 1));
        // An id of somebody else's thread.
        if (!post) throw new AppError('BAD_REQUEST', { field: 'threadId' });
        await note(caller, post);
        await pace(caller, discussion, who, { threadId: id, requestId: id });
        started.push(id);
      }
      await drafts.clear(caller, sent);
      return { threadId: started[0] ?? threadId, n: 1 };
    },

    /**
     * Three round trips one after the other: what is there, the post, what follows from it.
     *
     * @throws AppError ANONYMITY_CHANGED, DISCUSSION_CLOSED, THREAD_LOCKED, POST_DELETED, POST_HIDDEN, POST_EMPTY, POST_TOO_SOON, STALE_REVISION, NOT_FOUND, ACTIVITY_NOT_OPEN
     */
    async reply(
      caller: Caller,
      activityId: string,
      threadId: string,
      command: {
        readonly id: string;
        readonly replyTo: number;
        readonly text: RichText;
        readonly files: readonly PostFile[];
        readonly side: Side | null;
        readonly draftRevision: number;
        readonly promise?: Promised | undefined;
      },
    ) {
      const { id, replyTo, text, draftRevision } = command;
      const target = replyTarget(threadId, replyTo);
      const [{ discussion, who }, thread, draft] = await Promise.all([
        access.forWriting(caller, activityId),
        findPost(caller, activityId, threadId, replyTo),
        drafts.find(caller, activityId, target),
      ]);
      const content = { title: '', text, files: command.files, side: command.side, tags: [] };
      const sent = { key: { activityId, target }, draft, content, draftRevision };
      const answered = thread?.post ?? null;
      const decision = decideReply(
        { discussion, who, thread, answered },
        content,
        clock.now(),
        command.promise,
      );
      if (decision.type === 'refuse' || !thread || !answered) return drafts.refuseBy(caller, sent, decision);
      const { id: standsIn, groupId } = thread;
      const fault = await findFault(caller, discussion, [groupId], content);
      if (fault) return drafts.refuse(caller, sent, fault.reason, fault.details);
      const until = await pace(caller, discussion, who, { threadId: standsIn, requestId: id });
      if (until) return drafts.refuse(caller, sent, 'POST_TOO_SOON', { until: until.toISOString() });
      const signed = await sign(caller, discussion);
      const side = sideIn(discussion.settings.mode, command.side);
      const wanted = {
        ...signed,
        activityId,
        threadId: standsIn,
        groupId,
        requestId: id,
        title: null,
        tags: [],
        about: null,
        replyTo: answered.n,
        answeredId: answered.id,
        side,
        text,
        files: command.files,
      };
      const pathFor = (n: number) => replyPath(answered.path, n, discussion.settings.depth);
      const post = await append(caller, wanted, thread.lastNumber, pathFor);
      await Promise.all([note(caller, post), drafts.clear(caller, sent)]);
      return { threadId: post.threadId, n: post.n };
    },

    /** @throws AppError STALE_REVISION, POST_DELETED, POST_HIDDEN, POST_EMPTY, DISCUSSION_CLOSED, THREAD_LOCKED, FORBIDDEN, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async edit(
      caller: Caller,
      activityId: string,
      threadId: string,
      n: number,
      command: EditCommand & { readonly files: readonly PostFile[]; readonly draftRevision: number },
    ) {
      const { text, files, expectedRevision, draftRevision } = command;
      const target = editTarget(threadId, n);
      const [{ discussion, who }, thread, draft] = await Promise.all([
        access.forWriting(caller, activityId),
        findPost(caller, activityId, threadId, n),
        drafts.find(caller, activityId, target),
      ]);
      const content = { title: '', text, files, side: null, tags: [] };
      const sent = { key: { activityId, target }, draft, content, draftRevision };
      const post = thread?.post ?? null;
      const called = n === 1 ? calledAnew(discussion, command) : {};
      const decision = decideEdit(
        { discussion, who, thread, post },
        { text, files, ...called, expectedRevision },
        clock.now(),
      );
      if (decision.type === 'refuse' || !post) return drafts.refuseBy(caller, sent, decision);
      const { settings } = discussion;
      const fault = await findFault(caller, discussion, [post.groupId], content, post);
      if (fault) return drafts.refuse(caller, sent, fault.reason, fault.details);
      const changed =
        decision.type === 'accept'
          ? await change(caller, post, {
              text,
              files,
              ...called,
              ...editMarks(settings, who, post, clock.now()),
            })
          : post;
      if (!changed) return drafts.refuse(caller, sent, 'STALE_REVISION');
      await drafts.clear(caller, sent);
      return { n, revision: changed.revision };
    },

    /** @throws AppError DISCUSSION_CLOSED, THREAD_LOCKED, STALE_REVISION, FORBIDDEN, NOT_FOUND, ACTIVITY_NOT_OPEN */
    async remove(caller: Caller, activityId: string, threadId: string, n: number) {
      const [{ discussion, who }, thread] = await Promise.all([
        access.forWriting(caller, activityId),
        findPost(caller, activityId, threadId, n),
      ]);
      const post = thread?.post ?? null;
      const decision = decideDelete({ discussion, who, thread, post }, clock.now());
      if (decision.type === 'refuse' || !post)
        throw new AppError(decision.type === 'refuse' ? decision.reason : 'NOT_FOUND');
      if (decision.type === 'unchanged') return { n };
      const changed = await change(caller, post, { text: null, files: [], deletedAt: clock.now() });
      if (!changed) throw new AppError('STALE_REVISION');
      return { n };
    },

    /** Brings what a thread notes of a post up to date, also when the request that wrote it did not get there. */
    async follow(scope: Caller['scope'], threadId: string, n: number): Promise<Post | null> {
      const post = await posts.find(scope, threadId, n);
      if (post) await notes.note(scope, post);
      return post;
    },
  };

  /** What it said is kept before: nothing is lost if this stops in between. */
  async function change(
    caller: Caller,
    post: Post,
    fields: Partial<Pick<Post, 'title' | 'tags' | 'text' | 'files' | 'editedAt' | 'deletedAt' | 'hide'>>,
  ) {
    const { scope } = caller;
    await posts.keepVersion(scope, post);
    const type = fields.deletedAt ? 'post.deleted' : 'post.edited';
    const said = saidAfter(post, fields);
    const changed = await posts.change(
      scope,
      post,
      { ...fields, ...said, mentions: fields.text ? mentionedIn(fields.text) : [] },
      eventOf(caller, type, { ...post, ...fields }, clock.now()),
    );
    if (changed && (fields.deletedAt || fields.hide || changed.n === 1)) await notes.note(scope, changed);
    if (changed) eventsWritten();
    return changed;
  }
}
