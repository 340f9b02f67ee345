import { PAGE_COMMENTS_MAX, PAGE_REPLIES_MAX } from '../../contracts/page-limits.ts';
import type { PageCommentView, Passage } from '../../contracts/page-comments.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Live } from '../../platform/live/ports.ts';
import type { PageComment, PageCommentStore } from './page-comments.store.ts';
import { pageCommentView } from './page-comments.views.ts';
import type { SpacePort } from './pages.service.ts';
import type { PageStore } from './pages.store.ts';

interface Ports {
  readonly pages: Pick<PageStore, 'find'>;
  readonly comments: PageCommentStore;
  readonly spaces: SpacePort;
  readonly course: {
    findMembers(
      scope: CourseScope,
      ids: readonly string[],
    ): Promise<readonly { readonly id: string; readonly name: string | null }[]>;
  };
  readonly live: Pick<Live, 'define'> & {
    readonly changes: { note(courseId: string, topic: string): Promise<void> };
  };
  readonly clock: Clock;
}

interface PageAddress {
  readonly activityId: string;
  readonly groupId: string;
  readonly pageId: string;
}
interface CommentAddress extends PageAddress {
  readonly commentId: string;
}

/** Those who show the comments of a page listen to it. */
const TOPIC = 'pagecomments';

export type PageCommentsService = ReturnType<typeof createPageCommentsService>;

/** What members of a group say on passages of their pages; they are kept beside the text and not in it. */
export function createPageCommentsService({ pages, comments, spaces, course, live, clock }: Ports) {
  live.define(TOPIC, {
    async admit(caller, [pageId = '']) {
      const page = await pages.find(caller.scope, pageId);
      if (!page || !caller.can('groupWork.read')) return null;
      try {
        await spaces.openSpace(caller, page.activityId, page.groupId);
        return [page.activityId];
      } catch (error) {
        if (error instanceof AppError) return null;
        throw error;
      }
    },
  });

  /** @throws AppError NOT_FOUND when it is no page of this group; as `openSpace` */
  async function open(caller: Caller, { activityId, groupId, pageId }: PageAddress) {
    const [space, page] = await Promise.all([
      spaces.openSpace(caller, activityId, groupId),
      pages.find(caller.scope, pageId),
    ]);
    if (page?.activityId !== activityId || page.groupId !== groupId)
      throw new AppError('NOT_FOUND', { kind: 'page' });
    return { canWrite: space.canWrite && page.deletedAt === null && caller.can('groupWork.write') };
  }

  /** @throws AppError FORBIDDEN for those who may only read; as `open` */
  async function writable(caller: Caller, address: PageAddress): Promise<void> {
    if (!(await open(caller, address)).canWrite) throw new AppError('FORBIDDEN');
  }

  async function viewsOf({ scope, member }: Caller, all: readonly PageComment[]): Promise<PageCommentView[]> {
    const people = all.flatMap(({ by, replies, resolved }) => [
      by,
      ...replies.map((reply) => reply.by),
      ...(resolved ? [resolved.by] : []),
    ]);
    const members = await course.findMembers(scope, [...new Set(people)]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return all.map((comment) => pageCommentView(comment, names, member.id));
  }

  /** @throws AppError NOT_FOUND */
  async function get(caller: Caller, { pageId, commentId }: CommentAddress): Promise<PageComment> {
    const found = await comments.find(caller.scope, pageId, commentId);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'comment' });
    return found;
  }

  /** How a comment is now; those who show it are told. */
  async function changed(caller: Caller, address: CommentAddress): Promise<PageCommentView> {
    await live.changes.note(caller.scope.courseId, `${TOPIC}/${address.pageId}`);
    const [view] = await viewsOf(caller, [await get(caller, address)]);
    if (!view) throw new AppError('NOT_FOUND', { kind: 'comment' });
    return view;
  }

  return {
    async list(caller: Caller, address: PageAddress) {
      const [{ canWrite }, all] = await Promise.all([
        open(caller, address),
        comments.listOf(caller.scope, address.pageId),
      ]);
      const shown = all.filter(
        ({ text, replies }) => text !== null || replies.some((reply) => reply.text !== null),
      );
      return { items: await viewsOf(caller, shown), can: { write: canWrite } };
    },

    /** @throws AppError COMMENTS_TOO_MANY, FORBIDDEN; as `open` */
    async add(caller: Caller, address: CommentAddress, said: { passage: Passage; text: string }) {
      const { commentId, pageId } = address;
      const [all] = await Promise.all([comments.listOf(caller.scope, pageId), writable(caller, address)]);
      const isThere = all.some((comment) => comment.commentId === commentId);
      if (!isThere && all.length >= PAGE_COMMENTS_MAX)
        throw new AppError('COMMENTS_TOO_MANY', { max: PAGE_COMMENTS_MAX });
      const own = { by: caller.member.id, at: clock.now(), replies: [], resolved: null };
      await comments.add(caller.scope, { commentId, pageId, ...said, ...own });
      return changed(caller, address);
    },

    /** @throws AppError COMMENTS_TOO_MANY, NOT_FOUND, FORBIDDEN; as `open` */
    async reply(caller: Caller, address: CommentAddress, replyId: string, text: string) {
      const [comment] = await Promise.all([get(caller, address), writable(caller, address)]);
      const reply = { replyId, text, by: caller.member.id, at: clock.now() };
      const isTaken = await comments.reply(caller.scope, address.commentId, reply);
      const isThere = comment.replies.some((one) => one.replyId === replyId);
      if (!isTaken && !isThere && comment.replies.length >= PAGE_REPLIES_MAX)
        throw new AppError('COMMENTS_TOO_MANY', { max: PAGE_REPLIES_MAX });
      return changed(caller, address);
    },

    /** @throws AppError NOT_FOUND; FORBIDDEN when somebody else said it; as `open` */
    async change(
      caller: Caller,
      address: CommentAddress,
      { replyId, text }: { replyId: string | null; text: string | null },
    ) {
      const [comment] = await Promise.all([get(caller, address), writable(caller, address)]);
      const index = replyId === null ? null : comment.replies.findIndex((reply) => reply.replyId === replyId);
      const said = index === null ? comment : comment.replies[index];
      if (!said) throw new AppError('NOT_FOUND', { kind: 'comment' });
      if (said.by !== caller.member.id) throw new AppError('FORBIDDEN');
      if (said.text !== text)
        await comments.setText(caller.scope, address.commentId, index, { text, changedAt: clock.now() });
      return changed(caller, address);
    },

    /** @throws AppError NOT_FOUND, FORBIDDEN; as `open` */
    async setResolved(caller: Caller, address: CommentAddress, resolved: boolean) {
      await Promise.all([get(caller, address), writable(caller, address)]);
      const said = resolved ? { by: caller.member.id, at: clock.now() } : null;
      await comments.setResolved(caller.scope, address.commentId, said);
      return changed(caller, address);
    },
  };
}
