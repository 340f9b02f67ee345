import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Audience, Post } from './discussion.domain.ts';
import type { PostDocument, VersionDocument } from './post-documents.store.ts';
import { seenBy } from './seen-by.store.ts';

/** A post by what tells who may see its files. */
export type FilesOfPost = Pick<Post, 'authorId' | 'promise' | 'hide' | 'deletedAt'> & {
  readonly fileIds: readonly string[];
};

type Row = Omit<FilesOfPost, 'hide' | 'fileIds'> & Partial<FilesOfPost> & { _id: string };

const SIGNS = { authorId: 1, promise: 1, hide: 1, deletedAt: 1, fileIds: 1 } as const;

export type PostFileStore = ReturnType<typeof createPostFileStore>;

/** Queries of `posts` and `postVersions` by the files that they show. */
export function createPostFileStore(connection: Connection) {
  const posts = () => connection.model<PostDocument>('posts');
  const versions = () => connection.model<VersionDocument>('postVersions');
  const toFiles = ({ _id, hide = null, fileIds = [], ...post }: Row): FilesOfPost => ({
    ...post,
    hide,
    fileIds,
  });

  return {
    /** Posts that an audience sees, with one of some files. */
    async listShowing(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      fileIds: readonly string[],
    ): Promise<FilesOfPost[]> {
      const found = await posts()
        .find({ courseId, activityId, fileIds: { $in: [...fileIds] }, ...seenBy(audience) }, SIGNS)
        .lean<Row[]>();
      return found.map(toFiles);
    },

    /** The same of what such posts said before: each with the files of then. */
    async listShown(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      fileIds: readonly string[],
    ): Promise<FilesOfPost[]> {
      const earlier = await versions()
        .find({ courseId, fileIds: { $in: [...fileIds] } }, { fileIds: 1 })
        .lean<{ _id: string; fileIds: string[] }[]>();
      if (earlier.length === 0) return [];
      const postOf = ({ _id }: { readonly _id: string }) => _id.slice(0, _id.lastIndexOf('/'));
      const found = await posts()
        .find({ _id: { $in: earlier.map(postOf) }, courseId, activityId, ...seenBy(audience) }, SIGNS)
        .lean<Row[]>();
      const byId = new Map(found.map((post) => [post._id, post]));
      return earlier.flatMap((version) => {
        const post = byId.get(postOf(version));
        return post ? [toFiles({ ...post, fileIds: version.fileIds })] : [];
      });
    },
  };
}
