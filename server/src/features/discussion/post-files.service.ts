import { AppError, unlessRefused } from '../../core/app-error.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { FileAccess, FileItemRules, Files, StoredFile } from '../files/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { Access, AccessService } from './access.service.ts';
import { mayWrite } from './discussion.domain.ts';
import { settingsOf } from './discussion-of.service.ts';
import { maySee } from './moderation.domain.ts';
import { filesIn, type PostFile } from './post-files.domain.ts';
import type { PostDraftStore } from './post-drafts.store.ts';
import type { FilesOfPost, PostFileStore } from './post-files.store.ts';
import { seesHistory } from './post-history.service.ts';

export function createOwnFiles(files: Pick<Files, 'findReady'>) {
  async function find({ scope, member }: Caller, ids: readonly string[]): Promise<PostFile[]> {
    const found = await files.findReady(scope, ids);
    return ids.flatMap((id) => {
      const file = found.get(id);
      if (!file || file.type === null || file.ownerId !== member.id) return [];
      return [{ id, name: file.name, size: file.size, type: file.type }];
    });
  }

  return {
    /** The caller's own files with these ids as they are now, in this order; what is not there any more is left out. */
    find,

    /** The same. @throws AppError FILE_MISSING when one is not there */
    async get(caller: Caller, ids: readonly string[]): Promise<PostFile[]> {
      const own = await find(caller, ids);
      if (own.length < ids.length) throw new AppError('FILE_MISSING', { missing: ids.length - own.length });
      return own;
    },
  };
}

export type OwnFiles = ReturnType<typeof createOwnFiles>;

interface Ports {
  readonly access: AccessService;
  readonly activities: Pick<ActivityService, 'get'>;
  readonly store: PostFileStore;
  readonly drafts: Pick<PostDraftStore, 'listOf'>;
  readonly clock: Clock;
}

/** Who may add files to posts, and see them: those who see the post, as they see it (spec/discussion.md, 2). */
export function createPostFileRules({ access, activities, store, drafts, clock }: Ports): FileItemRules {
  /** The discussion as the caller reads it; null: they do not. */
  async function openFor(caller: Caller, activityId: string): Promise<Access | null> {
    return caller.can('discussion.read') ? unlessRefused(access.forReading(caller, activityId)) : null;
  }

  /** Whoever must not know whose one post is gets the file of both without a name. */
  function note(
    seen: Map<string, FileAccess>,
    post: FilesOfPost,
    { who }: Access,
    wanted: ReadonlySet<string>,
  ) {
    const isKnown = post.authorId === who.memberId || mayKnow(post.promise, who);
    for (const id of post.fileIds)
      if (wanted.has(id)) seen.set(id, isKnown && seen.get(id) !== 'anonymous' ? 'whole' : 'anonymous');
  }

  return {
    async requireUpload(caller, activityId) {
      if (!caller.can('discussion.post')) throw new AppError('FORBIDDEN', { permission: 'discussion.post' });
      const { discussion, who } = await access.forReading(caller, activityId);
      if (!mayWrite(discussion, who, clock.now())) throw new AppError('DISCUSSION_CLOSED');
    },

    isAnonymous: async (scope, activityId) =>
      settingsOf(await activities.get(scope, activityId)).anonymity !== 'none',

    async accessTo(caller: Caller, files: readonly StoredFile[]) {
      const { scope } = caller;
      const seen = new Map<string, FileAccess>();
      for (const activityId of new Set(files.map(({ item }) => item.id))) {
        const opened = await openFor(caller, activityId);
        if (!opened) continue;
        const { audience, who, discussion } = opened;
        const ids = files.filter(({ item }) => item.id === activityId).map(({ id }) => id);
        const wanted = new Set(ids);
        const [now, before] = await Promise.all([
          store.listShowing(scope, activityId, audience, ids),
          seesHistory(caller, discussion.settings) ? store.listShown(scope, activityId, audience, ids) : [],
        ]);
        for (const post of now)
          if (post.deletedAt === null && maySee(post, who)) note(seen, post, opened, wanted);
        for (const post of before)
          if (who.isStaff || (post.deletedAt === null && maySee(post, who))) note(seen, post, opened, wanted);
      }
      return seen;
    },

    filesInUse: async (scope, activityId, ownerId) =>
      new Set((await drafts.listOf(scope, activityId, ownerId)).flatMap(filesIn)),
  };
}
