import type { RichText } from '../../contracts/plain-text.ts';
import { mentioningAs } from './mentions.domain.ts';
import type { Post } from './discussion.domain.ts';

import type { PostFile } from './post-files.domain.ts';

/** What a post said before it was changed or deleted. */
export interface PostVersion {
  readonly threadId: string;
  readonly n: number;
  readonly revision: number;
  /** Null: it is no first post, or was kept before titles were. */
  readonly title: string | null;
  readonly text: RichText;
  readonly files: readonly PostFile[];
  /** When it was written. */
  readonly at: Date;
}

/** A post with what stands around it. */
export type WrittenPost = Pick<
  Post,
  | 'id'
  | 'threadId'
  | 'n'
  | 'authorId'
  | 'title'
  | 'text'
  | 'files'
  | 'at'
  | 'editedAt'
  | 'deletedAt'
  | 'promise'
  | 'hide'
  | 'unapproved'
> & {
  /** Whether it was written in answer to another, wherever staff have moved it since. */
  readonly isReply: boolean;
  /** What it said before, from the oldest on. */
  readonly earlier: readonly PostVersion[];
  /** The title of its thread, where that was asked for. */
  readonly threadTitle: string;
  /** What it answers; null: nothing. */
  readonly answered: Pick<Post, 'authorId' | 'text' | 'promise'> | null;
};

/** A post in which one person is mentioned, if at all, by another id: also in what it answers. */
export const mentionedAs = (post: WrittenPost, memberId: string, otherId: string): WrittenPost => ({
  ...post,
  text: post.text && mentioningAs(post.text, memberId, otherId),
  answered: post.answered && {
    ...post.answered,
    text: post.answered.text && mentioningAs(post.answered.text, memberId, otherId),
  },
});

type Place = Pick<Post, 'threadId' | 'n'>;
type Placed = Pick<Post, 'id' | 'threadId' | 'n'>;

const splitId = (id: string): Place => {
  const end = id.lastIndexOf('/');
  return { threadId: id.slice(0, end), n: Number(id.slice(end + 1)) };
};

/** What is said of posts, by where those were written: so it is kept, wherever staff move them. */
export function whereWritten<Said extends Place>(said: readonly Said[], posts: readonly Placed[]): Said[] {
  const ids = new Map(posts.map(({ id, threadId, n }) => [`${threadId}/${n}`, id]));
  return said.map((one) => {
    const id = ids.get(`${one.threadId}/${one.n}`);
    return id === undefined ? one : { ...one, ...splitId(id) };
  });
}

/** The same by where those stand now: so it is shown. */
export function whereStanding<Said extends Place>(said: readonly Said[], posts: readonly Placed[]): Said[] {
  const places = new Map(posts.map(({ id, threadId, n }) => [id, { threadId, n }]));
  return said.map((one) => ({ ...one, ...places.get(`${one.threadId}/${one.n}`) }));
}
