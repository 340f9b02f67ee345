import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { NamesLookup } from '../../core/names-lookup.ts';
import type { HeldPost } from './approval.domain.ts';
import { type PostDocument, toPost } from './post-documents.store.ts';
import { titleStages, type WithTitle } from './thread-model.store.ts';

/** How many posts of a discussion wait, and since when the oldest does. */
interface Waiting {
  readonly activityId: string;
  readonly count: number;
  readonly since: Date;
}

const WAITING = { 'hide.waits': true, deletedAt: null } as const;

export type HeldPostStore = ReturnType<typeof createHeldPostStore>;

/** Queries of `posts` that wait until staff approve them. */
export function createHeldPostStore(connection: Connection, names: NamesLookup) {
  const posts = () => connection.model<PostDocument>('posts');

  return {
    /** The oldest first: one round trip. */
    async list({ courseId }: CourseScope, activityId: string, limit: number): Promise<HeldPost[]> {
      const found = await posts().aggregate<PostDocument & WithTitle>([
        { $match: { courseId, activityId, ...WAITING } },
        { $sort: { at: 1, _id: 1 } },
        { $limit: limit },
        { $unset: 'terms' },
        ...titleStages,
        ...(names.stages('authorId') as never[]),
        ...(names.stagesOfMany('mentions') as never[]),
      ]);
      return found.map((one) => ({
        ...toPost(one),
        threadTitle: one.threads[0] ?? '',
        author: names.memberIn(one),
        mentioned: names.membersIn(one),
      }));
    },

    /** Of those of some discussions in which any do. */
    async count({ courseId }: CourseScope, activityIds: readonly string[]): Promise<Waiting[]> {
      const found = await posts().aggregate<{ _id: string; count: number; since: Date }>([
        { $match: { courseId, activityId: { $in: [...activityIds] }, ...WAITING } },
        { $group: { _id: '$activityId', count: { $sum: 1 }, since: { $min: '$at' } } },
      ]);
      return found.map(({ _id, count, since }) => ({ activityId: _id, count, since }));
    },
  };
}
