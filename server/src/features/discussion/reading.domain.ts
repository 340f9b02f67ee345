import type { Post } from './discussion.domain.ts';
import { isBelow } from './paths.domain.ts';

/**
 * Posts in reading order without those that are deleted and have nothing below them.
 *
 * @param further the post after these, where there is one: it may stand below the last of them
 */
export function withoutDeadEnds<Line extends Pick<Post, 'path' | 'deletedAt'>>(
  posts: readonly Line[],
  further: Pick<Post, 'path'> | null,
): Line[] {
  const kept: Line[] = [];
  let next = further;
  for (const post of posts.toReversed()) {
    if (post.deletedAt && !(next && isBelow(next.path, post.path))) continue;
    kept.push(post);
    next = post;
  }
  return kept.reverse();
}
