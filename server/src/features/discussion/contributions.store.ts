import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Post } from './discussion.domain.ts';
import { answeredIdOf } from './post-documents.store.ts';
import type { WrittenPost } from './written-posts.domain.ts';
import { titleStages, type WithTitle } from './thread-model.store.ts';

type Row = Omit<WrittenPost, 'id' | 'isReply' | 'unapproved' | 'files'> &
  Partial<WithTitle> &
  Partial<Pick<WrittenPost, 'unapproved' | 'files'>> &
  Pick<Post, 'replyTo'> & {
    _id: string;
    answeredId?: string | null;
    targets: NonNullable<WrittenPost['answered']>[];
  };

export type ContributionStore = ReturnType<typeof createContributionStore>;

/** What members have written in a discussion, with all it ever said. */
export function createContributionStore(connection: Connection) {
  // The collection belongs to `posts.store.ts`, which writes it.
  const posts = () => connection.collection('posts');

  return {
    /** From the oldest on; one round trip. @param withTitles brings the titles of their threads along */
    async listWritten(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
      withTitles = false,
    ): Promise<WrittenPost[]> {
      const rows = await posts()
        .aggregate<Row>([
          { $match: { courseId, activityId, authorId: { $in: [...memberIds] } } },
          { $sort: { at: 1, _id: 1 } },
          {
            $set: {
              answeredKey: {
                $ifNull: ['$answeredId', { $concat: ['$threadId', '/', { $toString: '$replyTo' }] }],
              },
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
          ...(withTitles ? titleStages : []),
        ])
        .toArray();
      return rows.map(
        ({
          _id,
          threadId,
          n,
          replyTo,
          answeredId,
          authorId,
          title,
          text,
          at,
          editedAt,
          deletedAt,
          promise,
          hide,
          unapproved = false,
          files = [],
          ...row
        }) => ({
          id: _id,
          threadId,
          n,
          isReply: answeredIdOf({ threadId, replyTo, answeredId: answeredId ?? null }) !== null,
          authorId,
          title,
          text,
          at,
          editedAt,
          deletedAt,
          promise,
          hide: hide ?? null,
          unapproved,
          files,
          earlier: row.earlier.toSorted((a, b) => a.revision - b.revision),
          threadTitle: row.threads?.[0] ?? '',
          answered: row.targets[0] ?? null,
        }),
      );
    },

    /** The posts of a member that staff have moved: where they stand. */
    async listMoved(
      { courseId }: CourseScope,
      activityId: string,
      memberId: string,
    ): Promise<Pick<Post, 'id' | 'threadId' | 'n'>[]> {
      const found = await posts()
        .find({ courseId, activityId, authorId: memberId, movedBy: { $gt: '' } })
        .project<Pick<Post, 'threadId' | 'n'> & { _id: string }>({ threadId: 1, n: 1 })
        .toArray();
      return found.map(({ _id, threadId, n }) => ({ id: _id, threadId, n }));
    },

    /** How many posts of members staff can read by name. */
    async countWritten(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<Map<string, number>> {
      const counts = await posts()
        .aggregate<{ _id: string; count: number }>([
          {
            $match: {
              courseId,
              activityId,
              authorId: { $in: [...memberIds] },
              deletedAt: null,
              promise: { $ne: 'full' },
            },
          },
          { $group: { _id: '$authorId', count: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },
  };
}
