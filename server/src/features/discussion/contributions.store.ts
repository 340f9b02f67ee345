import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Post, PostVersion } from './discussion.domain.ts';

export type WrittenPost = Pick<
  Post,
  'threadId' | 'n' | 'replyTo' | 'authorId' | 'title' | 'text' | 'at' | 'editedAt' | 'deletedAt'
> & {
  /** What it said before, from the oldest on. */
  readonly earlier: readonly PostVersion[];
  /** What it answers; null: nothing. */
  readonly answered: Pick<Post, 'authorId' | 'text'> | null;
};

type Row = WrittenPost & { _id: string; targets: NonNullable<WrittenPost['answered']>[] };

export type ContributionStore = ReturnType<typeof createContributionStore>;

/** What members have written in a discussion, with all it ever said. */
export function createContributionStore(connection: Connection) {
  // The collection belongs to `posts.store.ts`, which writes it.
  const posts = () => connection.collection('posts');

  return {
    /** From the oldest on; one round trip. */
    async listWritten(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<WrittenPost[]> {
      const rows = await posts()
        .aggregate<Row>([
          { $match: { courseId, activityId, authorId: { $in: [...memberIds] } } },
          { $sort: { at: 1, _id: 1 } },
          {
            $set: {
              answeredKey: { $concat: ['$threadId', '/', { $toString: '$replyTo' }] },
              earlierKeys: {
                $map: {
                  input: { $range: [1, '$revision'] },
                  as: 'revision',
                  in: { $concat: ['$_id', '/', { $toString: '$$revision' }] },
                },
              },
            },
          },
          { $lookup: { from: 'posts', localField: 'answeredKey', foreignField: '_id', as: 'targets' } },
          {
            $lookup: { from: 'postVersions', localField: 'earlierKeys', foreignField: '_id', as: 'earlier' },
          },
        ])
        .toArray();
      return rows.map(({ threadId, n, replyTo, authorId, title, text, at, editedAt, deletedAt, ...row }) => ({
        threadId,
        n,
        replyTo,
        authorId,
        title,
        text,
        at,
        editedAt,
        deletedAt,
        earlier: row.earlier.toSorted((a, b) => a.revision - b.revision),
        answered: row.targets[0] ?? null,
      }));
    },
  };
}
