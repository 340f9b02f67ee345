import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { NamedMember, NamesLookup } from '../../core/names-lookup.ts';
import { escapedForPattern } from '../../core/pattern.ts';
import type { TitledThread } from './moderation.domain.ts';
import type { Audience, Post } from './discussion.domain.ts';
import { type PostDocument, toPost } from './post-documents.store.ts';
import { seenBy } from './seen-by.store.ts';

/** A post that was found, with its thread's title. */
export interface FoundPost extends Post {
  readonly thread: TitledThread | null;
  readonly author: NamedMember | null;
}

/** Of the post's thread: one of each, or none where there is no such thread; what was begun before moderation hides none. */
type ThreadFacts = readonly [titles: string[], authorIds: string[], hidden: TitledThread['hidden'][]];

interface Sought {
  /** The posts alone whose ids these are; null: whichever hold the words. */
  readonly ids: readonly string[] | null;
  /** Words of which every one is there; by the first the index is read. */
  readonly words: readonly string[];
  readonly prefix: string | null;
  readonly after: string | null;
}

export type SearchStore = ReturnType<typeof createSearchStore>;

/** Queries of `posts` by the words in them, over the index of (courseId, activityId, terms, _id). */
export function createSearchStore(connection: Connection, names: NamesLookup) {
  const posts = () => connection.model<PostDocument>('posts');
  const beginning = (prefix: string) => ({ $regex: `^${escapedForPattern(prefix)}` });

  return {
    /** Some posts in which a word begins so. */
    sample({ courseId }: CourseScope, activityId: string, audience: Audience, prefix: string, limit: number) {
      return posts()
        .find({ courseId, activityId, ...seenBy(audience), terms: beginning(prefix) }, { terms: 1 })
        .limit(limit)
        .lean<{ _id: string; terms: string[] }[]>();
    },

    /** Posts of a discussion by their ids, with who wrote them and what their threads are called: one round trip. */
    async find(
      { courseId }: CourseScope,
      activityId: string,
      audience: Audience,
      { ids, words, prefix, after }: Sought,
      limit: number,
    ): Promise<FoundPost[]> {
      const [first, ...others] = words;
      const rest = [
        ...others.map((term) => ({ terms: term })),
        ...(prefix === null ? [] : [{ terms: beginning(prefix) }]),
        ...(after === null ? [] : [{ _id: { $gt: after } }]),
      ];
      const found = await posts().aggregate<PostDocument & { threads: ThreadFacts }>(
        [
          {
            $match: {
              ...(ids && { _id: { $in: ids } }),
              courseId,
              ...(first !== undefined && { terms: first }),
              activityId,
              ...seenBy(audience),
              ...(rest.length > 0 && { $and: rest }),
            },
          },
          { $sort: { _id: 1 } },
          { $limit: limit },
          { $unset: 'terms' },
          { $lookup: { from: 'threads', localField: 'threadId', foreignField: '_id', as: 'threads' } },
          // A thread of many posts has much to say of them, and a page has twenty such.
          { $set: { threads: ['$threads.title', '$threads.authorId', '$threads.hidden'] } },
          ...(names.stages('authorId') as never[]),
        ],
        ids ? { hint: '_id_' } : {},
      );
      return found.map((one) => {
        const [[title], [authorId], [hidden = {}]] = one.threads;
        return Object.assign(toPost(one), {
          thread: title === undefined || authorId === undefined ? null : { title, authorId, hidden },
          author: names.memberIn(one),
        });
      });
    },
  };
}
