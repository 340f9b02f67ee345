import type { Connection } from 'mongoose';
import { fileIdsOf } from '../../contracts/plain-text.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Post } from './discussion.domain.ts';
import { placeIn, type VersionDocument, versionSchema } from './post-documents.store.ts';
import type { PostVersion } from './written-posts.domain.ts';

/** What was said before there were files has none. */
const toVersion = ({ _id, courseId, fileIds, ...version }: VersionDocument): PostVersion => ({
  ...version,
  files: version.files ?? [],
});

/** Queries of `postVersions`: what posts said before, by where they were written. */
export function createPostVersions(connection: Connection) {
  const Versions = defineCollection(connection, 'postVersions', versionSchema);
  return {
    /** Keeps what a post says now, before that is changed; once. */
    async keepVersion({ courseId }: CourseScope, post: Post): Promise<void> {
      const { id, revision, title, text, files } = post;
      if (text === null) return;
      const fileIds = [...files.map((file) => file.id), ...fileIdsOf(text)];
      await insertOnce(Versions, {
        _id: `${id}/${revision}`,
        courseId,
        ...placeIn(id),
        revision,
        title,
        text,
        files,
        ...(fileIds.length > 0 && { fileIds }),
        at: post.editedAt ?? post.at,
      });
    },

    /** What a post said before, the newest first. */
    async listVersions({ courseId }: CourseScope, { id }: Pick<Post, 'id'>, limit: number) {
      const found = await Versions.find({ courseId, ...placeIn(id) })
        .sort({ revision: -1 })
        .limit(limit)
        .lean<VersionDocument[]>();
      return found.map(toVersion);
    },
  };
}
