import type { RichText } from '../../contracts/plain-text.ts';
import type { Post } from './discussion.domain.ts';

/** What a post said before it was changed or deleted. */
export interface PostVersion {
  readonly threadId: string;
  readonly n: number;
  readonly revision: number;
  /** Null: it is no first post, or was kept before titles were. */
  readonly title: string | null;
  readonly text: RichText;
  /** When it was written. */
  readonly at: Date;
}

/** A post with what stands around it. */
export type WrittenPost = Pick<
  Post,
  | 'threadId'
  | 'n'
  | 'replyTo'
  | 'authorId'
  | 'title'
  | 'text'
  | 'at'
  | 'editedAt'
  | 'deletedAt'
  | 'promise'
  | 'hide'
> & {
  /** What it said before, from the oldest on. */
  readonly earlier: readonly PostVersion[];
  /** The title of its thread, where that was asked for. */
  readonly threadTitle: string;
  /** What it answers; null: nothing. */
  readonly answered: Pick<Post, 'authorId' | 'text' | 'promise'> | null;
};
